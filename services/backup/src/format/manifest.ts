import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { BackupRefused } from '../backup-refused';
import type { StoredSequence, StoredTable } from '../database/stored-tables';
import { isMissing } from './written-files';

/** It is written last: what has none is no backup. */
export const MANIFEST = 'manifest.json';
const FORMAT = 1;

/** A table as a backup has it. */
export interface KeptTable extends Pick<StoredTable, 'schema' | 'name' | 'columns'> {
  /** Where its rows are, in `COPY`'s text format, by gzip. */
  readonly file: string;
  readonly rows: number;
  /** SHA-256 of the rows before they were compressed. */
  readonly digest: string;
}

/** The transparency log as the database knew it at the moment of the backup. */
export interface KeptLogHead {
  /** Entries of the newest signed checkpoint. */
  readonly size: number;
  /** Number of that checkpoint. */
  readonly n: number;
}

export interface Manifest {
  readonly format: typeof FORMAT;
  /** Time of the machine that took it. */
  readonly takenAt: string;
  readonly parley: string;
  readonly postgres: string;
  /** What the schemas have had, a line each. It is the same where the backup is restored. */
  readonly schemas: readonly string[];
  readonly tables: readonly KeptTable[];
  readonly sequences: readonly StoredSequence[];
  readonly events: number;
  /** `null` where no log was kept yet. */
  readonly log: KeptLogHead | null;
  /** Entries of the newest checkpoint that both sides had cosigned by then; `null` where there was none. */
  readonly attested: number | null;
  /** `sealed`: in the backup, by a secret. `apart`: not in it. */
  readonly keys: 'sealed' | 'apart';
  readonly files: number;
  /** SHA-256 of `files.txt`. */
  readonly list: string;
}

/** @throws BackupRefused `unfinished`, `manifest-malformed` */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch((error: unknown) => {
    throw isMissing(error) ? new BackupRefused('unfinished', folder) : error;
  });
  try {
    const manifest = JSON.parse(text) as Manifest | { readonly format?: undefined };
    if (manifest.format === FORMAT) return manifest;
  } catch {
    // Said below.
  }
  throw new BackupRefused('manifest-malformed', MANIFEST);
}
