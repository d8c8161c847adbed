import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { LogSecrets } from '@parley/audit';
import { insistOnKeys, logKeysOf } from '@parley/hosting/installation';
import { BackupRefused } from './backup-refused';
import { reachDatabase } from './database/reach-database';
import { readDatabase } from './database/read-database';
import { isEvents } from './database/stored-tables';
import { MANIFEST, type Manifest } from './format/manifest';
import { readKeys, SEALED_KEYS, sealKeys } from './format/sealed-keys';
import { filesBelow, FileWriter, writeWhole } from './format/written-files';
import { copyLog } from './record/copy-log';
import { policyOf } from './record/log-policy';

export interface BackupAsked {
  /** Folder of the installation. */
  readonly dataDir: string;
  /** URL of the role that prepared the database; the PostgreSQL of the installation's own when left out. */
  readonly databaseUrl: string | undefined;
  /** Folder that does not exist yet, or is empty. */
  readonly to: string;
  /** Encrypts the keys. They are left out without it. */
  readonly secret: string | undefined;
  /** Version of Parley, for people. */
  readonly version: string;
  /** Gets each step, in a few words. */
  readonly progress: (step: string) => void;
}

const FOLDER_KIND = 'data-folder.json';

/**
 * Takes a backup, while the installation runs or not. The database is read in one transaction, so that all tables are
 * of one moment; exhibits never change and are copied after it, and the log is cut to what that moment knew. The
 * manifest is written last: what ends in the middle has none.
 * @throws BackupRefused, and what database and files throw
 */
export async function takeBackup(asked: BackupAsked): Promise<Manifest> {
  const { dataDir, to, secret, progress } = asked;
  const keysDir = path.join(dataDir, 'keys');
  if (!existsSync(path.join(dataDir, FOLDER_KIND))) throw new BackupRefused('nothing-here', dataDir);
  insistOnKeys(keysDir);
  await mkdir(to, { recursive: true, mode: 0o700 });
  if ((await readdir(to)).length > 0) throw new BackupRefused('folder-in-use', to);
  const files = new FileWriter(to);
  const copy = (name: string) => files.write(name, createReadStream(path.join(dataDir, name)));
  // Before the database: what the witnesses of this process remember must not be later than the log that is restored.
  for await (const below of filesBelow(path.join(dataDir, 'witnesses'))) await copy(`witnesses/${below}`);
  const database = await reachDatabase(dataDir, asked.databaseUrl);
  const kept = await readDatabase(database.client, files, progress).finally(() => database.close());
  progress('exhibits and dossiers');
  await copyBlobs(dataDir, copy);
  progress('the transparency log');
  if (kept.log) await copyLog(files, dataDir, kept.log);
  const logKeys = logKeysOf(keysDir);
  if (!logKeys) throw new BackupRefused('nothing-here', keysDir);
  const policy = await policyOf(new LogSecrets(logKeys), kept.witnesses);
  await files.write('policy', Readable.from([Buffer.from(policy)]));
  await copy(FOLDER_KIND);
  if (secret !== undefined) await files.write(SEALED_KEYS, Readable.from([sealKeys(await readKeys(keysDir), secret)]));
  const list = await files.end();
  const { log, tables, postgres, schemas, sequences, attested } = kept;
  const manifest: Manifest = {
    ...{ format: 1, takenAt: new Date().toISOString(), parley: asked.version, postgres },
    ...{ schemas, tables, sequences, attested },
    events: tables.find(isEvents)?.rows ?? 0,
    log: log ? { n: log.n, size: log.size } : null,
    keys: secret === undefined ? 'apart' : 'sealed',
    ...{ files: list.files, list: list.digest },
  };
  await writeWhole(path.join(to, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
}

/** An exhibit that is not what its name says is told now, while there may be another copy of it. */
async function copyBlobs(dataDir: string, copy: (name: string) => Promise<{ readonly digest: string }>): Promise<void> {
  for await (const below of filesBelow(path.join(dataDir, 'blobs'))) {
    const name = `blobs/${below}`;
    // What was removed since the folder was listed is in nobody's hands.
    if (/^(log|incoming)\//.test(below) || !existsSync(path.join(dataDir, name))) continue;
    if ((await copy(name)).digest !== path.basename(name)) throw new BackupRefused('file-altered', name);
  }
}
