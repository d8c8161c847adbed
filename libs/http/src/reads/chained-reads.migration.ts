import { derivedUuid } from '@parley/event-store';
import type { Sha256 } from '@parley/kernel';
import { quoteName, type MigrationClass } from '@parley/messaging';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { linkOf, SAID_COLUMNS, type ReadSaid } from './linked-reads';

const PAGE = 1_000;

/**
 * The migration that makes the log of reads chains (I-40). What was logged before is one chain of its own.
 * @param schema of the service
 */
export function chainedReadsMigration(schema: string): MigrationClass {
  const own = quoteName(schema);
  return class ChainedReads1764590400000 implements MigrationInterface {
    readonly name = 'ChainedReads1764590400000';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(
        `ALTER TABLE ${own}.reads ADD COLUMN chain uuid, ADD COLUMN n bigint, ADD COLUMN linked bytea`,
      );
      await runner.query(`CREATE TABLE ${own}.reads_chain (
        chain uuid PRIMARY KEY,
        began_at timestamptz NOT NULL,
        counted boolean NOT NULL DEFAULT false
      )`);
      await runner.query(`CREATE INDEX reads_chain_to_count ON ${own}.reads_chain (began_at) WHERE NOT counted`);
      await runner.query(`CREATE TABLE ${own}.reads_check (
        day date PRIMARY KEY,
        checked_at timestamptz,
        reads bigint NOT NULL DEFAULT 0,
        failed integer NOT NULL DEFAULT 0
      )`);
      await runner.query(`ALTER TABLE ${own}.reads DISABLE TRIGGER reads_only_grow`);
      await linkEarlier(runner, own, derivedUuid('reads', schema));
      await runner.query(`ALTER TABLE ${own}.reads ENABLE TRIGGER reads_only_grow`);
      await runner.query(`CREATE UNIQUE INDEX reads_in_chain ON ${own}.reads (chain, n)`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP TABLE ${own}.reads_check, ${own}.reads_chain`);
      await runner.query(`ALTER TABLE ${own}.reads DROP COLUMN chain, DROP COLUMN n, DROP COLUMN linked`);
    }
  };
}

async function linkEarlier(runner: QueryRunner, own: string, chain: string): Promise<void> {
  let [n, after] = [0, '0'];
  let previous: Sha256 | null = null;
  for (;;) {
    const rows: (ReadSaid & { readonly id: string })[] = await runner.manager.query(
      `SELECT read_id AS id, ${SAID_COLUMNS} FROM ${own}.reads WHERE read_id > $1 ORDER BY read_id LIMIT ${String(PAGE)}`,
      [after],
    );
    const links: Sha256[] = [];
    for (const row of rows) {
      previous = linkOf(row, { chain, n: n + links.length, previous });
      links.push(previous);
    }
    await runner.query(
      `UPDATE ${own}.reads AS read SET chain = $1, n = $2 + each.place - 1, linked = decode(each.linked, 'hex')
         FROM unnest($3::bigint[], $4::text[]) WITH ORDINALITY AS each (id, linked, place) WHERE read.read_id = each.id`,
      [chain, n, rows.map(({ id }) => id), links],
    );
    n += rows.length;
    after = rows.at(-1)?.id ?? after;
    if (rows.length < PAGE) break;
  }
  if (n > 0)
    await runner.query(`INSERT INTO ${own}.reads_chain (chain, began_at) VALUES ($1, to_timestamp(0))`, [chain]);
}
