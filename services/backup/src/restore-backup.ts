import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { forgetRestore, markRestored, prepareDatabase, startOwnPostgres } from '@parley/hosting/installation';
import { escapeIdentifier, type Client } from 'pg';
import { BackupRefused } from './backup-refused';
import { copyIn, copyOut } from './database/copy-rows';
import { connect } from './database/reach-database';
import { MeasuredRows } from './database/read-database';
import {
  asOwner,
  beginSnapshot,
  fillingOf,
  readingOf,
  schemaVersion,
  storedTables,
  type StoredTable,
} from './database/stored-tables';
import type { KeptTable, Manifest } from './format/manifest';
import { writeKeys } from './format/sealed-keys';
import { listedFiles } from './format/written-files';
import { services } from './services';
import { verifyBackup, type VerifiedBackup, type VerifyAsked } from './verify-backup';

export interface RestoreAsked extends VerifyAsked {
  /** Folder that does not exist yet, or is empty. */
  readonly into: string;
  /** URL of an empty database, of a role that may create roles and schemas; one of its own when left out. */
  readonly databaseUrl: string | undefined;
  /** Restores also what is older or differs. It stays marked, and does not start. */
  readonly keepStopped: boolean;
}

/**
 * Restores a backup that was verified, and reads back every row. The folder is marked before anything is in it, and the
 * mark goes when all is well: what ends in the middle, and what is older than what was attested, does not start.
 * @throws BackupRefused; one that is older, or differs, is refused as such before anything is written
 */
export async function restoreBackup(asked: RestoreAsked): Promise<VerifiedBackup> {
  const { from, into, progress } = asked;
  const verified = await verifyBackup(asked);
  const { manifest, compared, keys } = verified;
  const isBehind = compared !== undefined && compared.kind !== 'covered';
  if (isBehind && !asked.keepStopped) refuseBehind(verified);
  if (!keys) throw new BackupRefused(manifest.keys === 'sealed' ? 'keys-sealed' : 'keys-apart', from);
  if (existsSync(into) && (await readdir(into)).length > 0) throw new BackupRefused('folder-in-use', into);
  markRestored(into, 'unfinished');
  await writeKeys(path.join(into, 'keys'), keys);
  progress('files');
  await placeFiles(from, into);
  progress('the database');
  await withDatabase(asked, async (url) => {
    await refuseInUse(url);
    const passwordOf = (): string => randomBytes(24).toString('base64url');
    await prepareDatabase({ adminUrl: url, services, passwordOf });
    const client = await connect(url);
    await fill(client, from, manifest, progress).finally(() => client.end());
  });
  await copyFile(path.join(from, 'data-folder.json'), path.join(into, 'data-folder.json'));
  if (compared !== undefined && compared.kind !== 'covered') markRestored(into, compared.kind, compared.missing);
  else forgetRestore(into);
  return verified;
}

/** @throws BackupRefused `older`, `differs` */
export function refuseBehind({ compared, manifest }: VerifiedBackup): void {
  if (!compared || compared.kind === 'covered') return;
  const { kind, by, missing } = compared;
  const [has, attested] = [String(manifest.log?.size ?? 0), String(by.checkpoint.size)];
  if (kind === 'differs')
    throw new BackupRefused(kind, {
      en: `${by.from} has ${attested} entries, and they are not the first ${attested} of the ${has} in the backup of ${manifest.takenAt}`,
      'zh-Hans': `${by.from} 有 ${attested} 个条目，与 ${manifest.takenAt} 的备份所载 ${has} 个条目中的前 ${attested} 个不同`,
    });
  throw new BackupRefused(kind, {
    en: `${by.from} has ${attested} entries, the backup of ${manifest.takenAt} ${has}: ${String(missing)} are missing`,
    'zh-Hans': `${by.from} 有 ${attested} 个条目，${manifest.takenAt} 的备份有 ${has} 个：缺少 ${String(missing)} 个`,
  });
}

/** The files of a backup, as they lie in a data folder. */
async function placeFiles(from: string, into: string): Promise<void> {
  for await (const { path: name } of listedFiles(from)) {
    const [top = ''] = name.split('/');
    if (!['blobs', 'log', 'witnesses'].includes(top)) continue;
    const target = path.join(into, ...(top === 'log' ? ['blobs'] : []), ...name.split('/'));
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(path.join(from, ...name.split('/')), target);
  }
}

async function withDatabase(
  { into, databaseUrl }: Pick<RestoreAsked, 'into' | 'databaseUrl'>,
  act: (url: string) => Promise<void>,
): Promise<void> {
  if (databaseUrl !== undefined) return act(databaseUrl);
  const server = await startOwnPostgres(into, { hasRecord: false });
  await act(server.url).finally(() => server.stop());
}

async function refuseInUse(url: string): Promise<void> {
  const client = await connect(url);
  const tables = await storedTables(client).finally(() => client.end());
  const [first] = tables;
  if (first) throw new BackupRefused('database-in-use', `${first.schema}.${first.name}`);
}

/** Fills the tables in one transaction, and reads each back as it would be backed up again. */
async function fill(client: Client, from: string, manifest: Manifest, progress: (step: string) => void): Promise<void> {
  const here = await schemaVersion(client);
  const other = [...here.filter((line) => !manifest.schemas.includes(line))];
  const [differing] = [...other, ...manifest.schemas.filter((line) => !here.includes(line))];
  if (differing !== undefined) throw new BackupRefused('other-version', `${manifest.parley}: ${differing}`);
  const owners = new Map((await storedTables(client)).map((table) => [`${table.schema}.${table.name}`, table]));
  await client.query('BEGIN');
  for (const table of manifest.tables) {
    const found = owners.get(`${table.schema}.${table.name}`);
    if (found?.columns.join() !== table.columns.join()) throw new BackupRefused('other-version', table.file);
    progress(`${table.schema}.${table.name}`);
    await client.query(asOwner(found));
    const gunzip = createGunzip();
    const reading = pipeline(createReadStream(path.join(from, table.file)), gunzip);
    await Promise.all([copyIn(client, fillingOf(table), gunzip), reading]);
    await client.query('RESET ROLE');
  }
  for (const { schema, name, value, isCalled } of manifest.sequences)
    await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [
      `${escapeIdentifier(schema)}.${escapeIdentifier(name)}`,
      value,
      isCalled,
    ]);
  await client.query('COMMIT');
  await beginSnapshot(client);
  for (const table of manifest.tables) {
    const found = owners.get(`${table.schema}.${table.name}`);
    if (!found) continue;
    await client.query(asOwner(found));
    await readBack(client, found, table);
    await client.query('RESET ROLE');
  }
  await client.query('COMMIT; ANALYZE');
}

async function readBack(client: Client, stored: StoredTable, kept: KeptTable): Promise<void> {
  const measured = new MeasuredRows();
  const nowhere = new Writable({ write: (_chunk, _encoding, next) => next() });
  await pipeline(copyOut(client, readingOf(stored)), measured, nowhere);
  if (measured.rows !== kept.rows || measured.measure().digest !== kept.digest)
    throw new BackupRefused('rows-differ', `${kept.schema}.${kept.name}`);
}
