import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import type { KeptTable } from '../format/manifest';
import { Measured, type FileWriter } from '../format/written-files';
import { copyOut } from './copy-rows';
import { asOwner, beginSnapshot, readingOf, schemaVersion, storedSequences, storedTables } from './stored-tables';

/** The newest signed checkpoint of the log in the snapshot. */
export interface SnapshotLog {
  readonly n: number;
  readonly size: number;
  readonly note: string;
}

/** Hashes rows, and counts them: a newline stands at the end of each, and nowhere else. */
export class MeasuredRows extends Measured {
  rows = 0;

  override _transform(chunk: Uint8Array, encoding: unknown, next: (error: null, chunk: Uint8Array) => void): void {
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) this.rows += 1;
    super._transform(chunk, encoding, next);
  }
}
const NEWLINE = 10;

/**
 * Reads all that a database keeps of an installation, as of one moment, into files.
 * @param progress gets each step, in a few words
 */
export async function readDatabase(client: Client, files: FileWriter, progress: (step: string) => void) {
  await beginSnapshot(client);
  const version = await client.query<{ version: string }>(`SELECT current_setting('server_version') AS version`);
  const schemas = await schemaVersion(client);
  const log = await newestCheckpoint(client);
  const attested = await newestAttested(client);
  const tables: KeptTable[] = [];
  for (const table of await storedTables(client)) {
    const { schema, name, columns } = table;
    progress(`${schema}.${name}`);
    const file = `tables/${schema}.${name}.copy.gz`;
    const [plain, gzip] = [new MeasuredRows(), createGzip({ level: 5 })];
    await client.query(asOwner(table));
    await Promise.all([pipeline(copyOut(client, readingOf(table)), plain, gzip), files.write(file, gzip)]);
    await client.query('RESET ROLE');
    tables.push({ schema, name, columns, file, rows: plain.rows, digest: plain.measure().digest });
  }
  const sequences = await storedSequences(client);
  await client.query('COMMIT');
  return { postgres: version.rows[0]?.version ?? '', schemas, tables, sequences, log, ...attested };
}

async function newestCheckpoint(client: Client): Promise<SnapshotLog | undefined> {
  const { rows } = await client.query<{ n: string; size: string; note: string }>(
    'SELECT n, size, note FROM audit.log_checkpoints WHERE note IS NOT NULL ORDER BY n DESC LIMIT 1',
  );
  return rows[0] && { n: Number(rows[0].n), size: Number(rows[0].size), note: rows[0].note };
}

/** Entries of the newest checkpoint that both sides cosigned, and the keys by which they did. */
async function newestAttested(client: Client) {
  const { rows } = await client.query<{ witnesses: string; size: string }>(
    `SELECT a.witnesses, c.size FROM audit.log_attested a JOIN audit.log_checkpoints c USING (n)
      ORDER BY n DESC LIMIT 1`,
  );
  return { attested: rows[0] ? Number(rows[0].size) : null, witnesses: rows[0]?.witnesses.split('\n') ?? [] };
}
