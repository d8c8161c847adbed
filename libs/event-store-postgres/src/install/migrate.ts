import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { schemaFiles, type SchemaFile } from './schema-files';

/**
 * Brings the schema of the connected database to this version, inside the caller's transaction and as the schema's
 * owner. Doing it again changes nothing.
 * @throws when a table's definition is not the one that was applied: the record is never altered behind its back
 */
export async function migrate(client: ClientBase): Promise<void> {
  await client.query(
    'CREATE TABLE IF NOT EXISTS event_store.schema_files (name text PRIMARY KEY, digest text NOT NULL, ' +
      'applied_at timestamptz NOT NULL DEFAULT now())',
  );
  const { rows } = await client.query<{ name: string; digest: string }>(
    'SELECT name, digest FROM event_store.schema_files',
  );
  const applied = new Map(rows.map(({ name, digest }) => [name, digest]));
  for (const file of schemaFiles()) await apply(client, file, applied.get(file.name));
}

async function apply(client: ClientBase, file: SchemaFile, appliedDigest: string | undefined): Promise<void> {
  const digest = createHash('sha256').update(file.sql).digest('hex');
  if (digest === appliedDigest) return;
  if (appliedDigest !== undefined && !file.repeatable)
    throw new Error(`${file.name} differs from the one that this database was made with`);
  await client.query(file.sql);
  await client.query(
    'INSERT INTO event_store.schema_files (name, digest) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE ' +
      'SET digest = excluded.digest, applied_at = now()',
    [file.name, digest],
  );
}
