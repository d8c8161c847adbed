import { quoteName, type MigrationClass } from '@parley/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SHADOW } from './table-names';

/**
 * The migration that lets a service rebuild its read models although its role may not make, alter or drop anything. It
 * adds functions that run as the owner of the schema and touch only the tables named in `rebuildable`, which that role
 * can only read. A later projection's own migration adds its tables there.
 * @param schema of the service; it exists already
 * @param tables of its projections at this migration
 */
export function rebuildMigration(schema: string, tables: readonly string[]): MigrationClass {
  const own = quoteName(schema);
  return class Rebuild1738541000000 implements MigrationInterface {
    readonly name = 'Rebuild1738541000000';

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of statements(schema, own)) await runner.query(statement);
      await runner.query(`INSERT INTO ${own}.rebuildable (table_name) SELECT unnest($1::text[])`, [tables]);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP FUNCTION ${FUNCTIONS.map((name) => `${own}.${name}(text)`).join(', ')}`);
      await runner.query(`DROP TABLE ${own}.rebuildable`);
    }
  };
}

const FUNCTIONS = ['make_shadow', 'swap_shadow', 'check_rebuildable'];
const AS_OWNER = 'LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp';

const statements = (schema: string, own: string): readonly string[] => [
  `CREATE TABLE ${own}.rebuildable (table_name text PRIMARY KEY)`,
  `CREATE FUNCTION ${own}.check_rebuildable(p_table text) RETURNS void LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
   BEGIN
     IF NOT EXISTS (SELECT FROM ${own}.rebuildable WHERE table_name = p_table) THEN
       RAISE EXCEPTION '% is no read model of %', p_table, ${literal(schema)} USING ERRCODE = 'insufficient_privilege';
     END IF;
   END $$`,
  // With the columns, defaults, constraints and indexes of the live one.
  `CREATE FUNCTION ${own}.make_shadow(p_table text) RETURNS void ${AS_OWNER} AS $$
   BEGIN
     PERFORM ${own}.check_rebuildable(p_table);
     EXECUTE format('DROP TABLE IF EXISTS %I.%I', ${literal(schema)}, p_table || '${SHADOW}');
     EXECUTE format('CREATE TABLE %1$I.%2$I (LIKE %1$I.%3$I INCLUDING ALL)', ${literal(schema)},
       p_table || '${SHADOW}', p_table);
   END $$`,
  // Indexes that are defined alike are paired, and the new ones get the old ones' names.
  `CREATE FUNCTION ${own}.swap_shadow(p_table text) RETURNS void ${AS_OWNER} AS $$
   DECLARE
     v_names text[];
     v_pair text[];
   BEGIN
     PERFORM ${own}.check_rebuildable(p_table);
     WITH defined AS (
       SELECT tablename, indexname, regexp_replace(indexdef, ' INDEX .* USING ', ' INDEX USING ') AS definition
         FROM pg_indexes WHERE schemaname = ${literal(schema)} AND tablename IN (p_table, p_table || '${SHADOW}')
     ), numbered AS (
       SELECT *, row_number() OVER (PARTITION BY tablename, definition ORDER BY indexname) AS nth FROM defined
     )
     SELECT array_agg(ARRAY[shadow.indexname::text, live.indexname::text]) INTO v_names
       FROM numbered shadow JOIN numbered live USING (definition, nth)
       WHERE shadow.tablename = p_table || '${SHADOW}' AND live.tablename = p_table;
     EXECUTE format('DROP TABLE %I.%I', ${literal(schema)}, p_table);
     EXECUTE format('ALTER TABLE %I.%I RENAME TO %I', ${literal(schema)}, p_table || '${SHADOW}', p_table);
     FOREACH v_pair SLICE 1 IN ARRAY coalesce(v_names, '{}') LOOP
       EXECUTE format('ALTER INDEX %I.%I RENAME TO %I', ${literal(schema)}, v_pair[1], v_pair[2]);
     END LOOP;
   END $$`,
  // By default everybody may call a function.
  `REVOKE ALL ON FUNCTION ${FUNCTIONS.map((name) => `${own}.${name}(text)`).join(', ')} FROM PUBLIC`,
];

/** A text as SQL takes it. */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
