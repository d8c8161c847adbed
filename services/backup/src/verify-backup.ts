import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { LogSecrets } from '@parley/audit';
import { logKeysAmong } from '@parley/hosting/installation';
import { nodeChecks, parsePolicy, type Checkpoint } from '@parley/transparency';
import { BackupRefused } from './backup-refused';
import { MeasuredRows } from './database/read-database';
import { isEvents } from './database/stored-tables';
import { MANIFEST, readManifest, type KeptTable, type Manifest } from './format/manifest';
import { openKeyFiles, readKeys, SEALED_KEYS, type KeyFiles } from './format/sealed-keys';
import { filesBelow, LIST, listedFiles, measureFile } from './format/written-files';
import { rowsIn, soundCommitments } from './record/check-events';
import { checkEntries, checkTree, count, logFilesIn, type KeptCheckpoint } from './record/check-log';
import { compareOutside, judgeOutside, readFromWitness, type Comparison } from './record/compare-attested';

/** What a backup is compared with, from outside of it. */
export interface Outside {
  /** Public addresses of witnesses. */
  readonly witnesses: readonly string[];
  /** Files of checkpoints. */
  readonly attested: readonly string[];
  /** File of the policy of the log; the backup's own when left out, which is trust in the backup. */
  readonly policy: string | undefined;
  /** Whether nothing was ever attested, so that there is nothing to compare with. */
  readonly isNever: boolean;
}

export interface VerifyAsked {
  readonly from: string;
  readonly outside: Outside;
  /** Opens the keys in the backup. */
  readonly secret: string | undefined;
  /** Folder of keys that were kept apart. */
  readonly keys: string | undefined;
  readonly progress: (step: string) => void;
}

/** What was found of a backup that is whole. */
export interface VerifiedBackup {
  readonly manifest: Manifest;
  /** Absent where neither secret nor folder opens them. */
  readonly keys?: KeyFiles;
  /** Events behind the last checkpoint; absent where the entries were not compared for want of keys. */
  readonly behind?: number;
  /** Absent where nothing was ever attested. */
  readonly compared?: Comparison;
}

/**
 * Checks a backup with nothing but itself and what is given from outside: the digest of each file, each event and its
 * link, the tree of the log and its signature, each entry of it where the keys are known, and how it stands to what was
 * attested. It writes nothing.
 * @throws BackupRefused for what is not whole. One that is older, or differs, is told as such
 */
export async function verifyBackup(asked: VerifyAsked): Promise<VerifiedBackup> {
  const { from, secret, progress } = asked;
  const manifest = await readManifest(from);
  progress('the digest of each file');
  await checkFiles(from, manifest);
  const keys = asked.keys === undefined ? await sealedIn(from, manifest, secret) : await readKeys(asked.keys);
  const policy = await readFile(asked.outside.policy ?? path.join(from, 'policy'), 'utf8');
  const read = logFilesIn(path.join(from, 'log'));
  const size = manifest.log?.size ?? 0;
  progress('the tree of the log');
  const own = size > 0 ? await checkTree(read, policy, size) : undefined;
  progress('each event');
  const events = manifest.tables.find(isEvents);
  if (!events) throw new BackupRefused('manifest-malformed', 'event_store.events');
  const commitments = soundCommitments(rowsIn(path.join(from, events.file)), events.columns);
  const logKeys = keys && logKeysAmong((name) => keys.get(name));
  const behind = logKeys
    ? await checkEntries(read, new LogSecrets(logKeys), checkpointsIn(from, manifest), commitments, size)
    : (await count(commitments), undefined);
  progress('what was attested');
  const compared = await compare(asked.outside, policy, { read, own, manifest });
  return {
    manifest,
    ...(keys ? { keys } : {}),
    ...(behind === undefined ? {} : { behind }),
    ...(compared ? { compared } : {}),
  };
}

async function checkFiles(from: string, manifest: Manifest): Promise<void> {
  if ((await measureFile(path.join(from, LIST))).digest !== manifest.list)
    throw new BackupRefused('file-altered', LIST);
  const tables = new Map(manifest.tables.map((table) => [table.file, table]));
  let files = 0;
  for await (const { path: name, digest, bytes } of listedFiles(from)) {
    const found = await measureFile(path.join(from, ...name.split('/')));
    if (found.digest !== digest || found.bytes !== bytes) throw new BackupRefused('file-altered', name);
    const table = tables.get(name);
    if (table) await checkRows(from, table);
    tables.delete(name);
    files += 1;
  }
  const [missing] = tables.keys();
  if (missing !== undefined) throw new BackupRefused('file-missing', missing);
  if (files !== manifest.files) throw new BackupRefused('file-missing', LIST);
  let there = 0;
  for await (const name of filesBelow(from)) if (name !== MANIFEST && name !== LIST) there += 1;
  if (there !== files) throw new BackupRefused('file-unnamed', String(there - files));
}

async function checkRows(from: string, { file, rows, digest }: KeptTable): Promise<void> {
  const measured = new MeasuredRows();
  const nowhere = new Writable({ write: (_chunk, _encoding, next) => next() });
  await pipeline(createReadStream(path.join(from, file)), createGunzip(), measured, nowhere);
  if (measured.rows !== rows || measured.measure().digest !== digest) throw new BackupRefused('file-altered', file);
}

async function sealedIn(from: string, manifest: Manifest, secret: string | undefined): Promise<KeyFiles | undefined> {
  if (manifest.keys !== 'sealed' || secret === undefined) return undefined;
  return openKeyFiles(await readFile(path.join(from, SEALED_KEYS)), secret);
}

/** The signed checkpoints, as their table has them. */
async function* checkpointsIn(from: string, { tables, log }: Manifest): AsyncGenerator<KeptCheckpoint> {
  const table = tables.find(({ schema, name }) => schema === 'audit' && name === 'log_checkpoints');
  if (!table || !log) return;
  const at = (name: string): number => table.columns.indexOf(name);
  const [n, events, first, size] = [at('n'), at('events'), at('first'), at('size')];
  const found: (KeptCheckpoint & { readonly n: number })[] = [];
  for await (const row of rowsIn(path.join(from, table.file)))
    found.push({
      ...{ n: Number(row[n]), events: Number(row[events]) },
      ...{ first: Number(row[first]), size: Number(row[size]) },
    });
  // A row that was signed stands where it was planned or behind, so the order of the file is not theirs.
  yield* found.filter((each) => each.n <= log.n).sort((one, other) => one.n - other.n);
}

async function compare(
  { witnesses, attested, isNever }: Outside,
  policy: string,
  { read, own, manifest }: { read: ReturnType<typeof logFilesIn>; own: Checkpoint | undefined; manifest: Manifest },
): Promise<Comparison | undefined> {
  const origin = (await parsePolicy(nodeChecks.digest, policy)).logs[0]?.key.name ?? '';
  const notes = [
    ...(await Promise.all(witnesses.map(async (url) => ({ from: url, note: await readFromWitness(url, origin) })))),
    ...(await Promise.all(attested.map(async (file) => ({ from: file, note: await readFile(file, 'utf8') })))),
  ];
  if (notes.length === 0) {
    if (isNever && manifest.attested === null) return undefined;
    throw new BackupRefused('not-compared', '--witness, --attested');
  }
  const outside = await Promise.all(notes.map((each) => judgeOutside(policy, each.note, each.from)));
  return compareOutside(read, own, outside);
}
