import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { EmbeddedPostgresError } from './embedded-postgres.error';
import type { ServerAccount } from './server-account';

const PASSWORD = 'superuser-password';

/** The superuser's password, drawn when the folder was made and kept in it, readable by PostgreSQL's user alone. */
export const superuserPassword = (dataDir: string): string => readFileSync(path.join(dataDir, PASSWORD), 'utf8');

/**
 * Makes a data folder unless there is one. It appears whole or not at all, so a crash leaves nothing half-made behind,
 * and of two that make it at once the second takes the first one's.
 * @param mustExist refuses to make one
 */
export function prepareDataFolder(
  dataDir: string,
  native: string,
  account: ServerAccount | null,
  mustExist: boolean,
): void {
  const closed = account === null ? null : closedFolder(path.dirname(dataDir), account);
  if (closed !== null) {
    const message =
      `PostgreSQL cannot keep its data in ${dataDir}, because its user may not enter ${closed}: ` +
      'choose another data folder.';
    throw new EmbeddedPostgresError('data-folder-closed', message);
  }
  if (existsSync(path.join(dataDir, 'PG_VERSION'))) return;
  if (holdsFiles(dataDir)) {
    throw new EmbeddedPostgresError(
      'failed',
      `${dataDir} holds other files, but no PostgreSQL data: choose an empty data folder.`,
    );
  }
  if (mustExist) throw new EmbeddedPostgresError('data-missing', `There are no PostgreSQL data in ${dataDir}.`);
  const unfinished = `${dataDir}.unfinished-${process.pid}`;
  const passwordFile = `${unfinished}.password`;
  try {
    makeWritable(unfinished, account);
    writeFileSync(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
    if (account) chownSync(passwordFile, account.uid, account.gid);
    initialise(unfinished, passwordFile, native, account);
    renameSync(passwordFile, path.join(unfinished, PASSWORD));
    putInPlace(unfinished, dataDir);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
  }
}

/** Never in the place of a folder that holds something: another process made it meanwhile, and may serve it. */
function putInPlace(unfinished: string, dataDir: string): void {
  try {
    if (existsSync(dataDir)) rmdirSync(dataDir);
    renameSync(unfinished, dataDir);
  } catch (error) {
    if (!holdsFiles(dataDir)) throw error;
  }
}

const holdsFiles = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0;

function makeWritable(folder: string, account: ServerAccount | null): void {
  try {
    mkdirSync(path.dirname(folder), { recursive: true, mode: 0o755 });
    mkdirSync(folder, { mode: 0o700 });
    if (account) chownSync(folder, account.uid, account.gid);
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'data-folder-unwritable',
      `The data folder ${path.dirname(folder)} cannot be written to.`,
      { cause },
    );
  }
}

function initialise(folder: string, passwordFile: string, native: string, account: ServerAccount | null): void {
  const args = [
    '-D',
    folder,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ];
  const run = spawnSync(path.join(native, 'bin', 'initdb'), args, { encoding: 'utf8', cwd: folder, ...account });
  if (run.status === 0) return;
  const said = (run.error?.message ?? run.stderr).trim().split('\n').at(-1);
  throw new EmbeddedPostgresError(
    'failed',
    `PostgreSQL could not make its data folder in ${path.dirname(folder)}: ${said}`,
  );
}

const [OWNER_PASSES, GROUP_PASSES, OTHERS_PASS] = [0o100, 0o010, 0o001];

/**
 * The topmost existing folder at or above `folder` that `account` may not pass through; `null` when the way is free.
 */
export function closedFolder(folder: string, account: ServerAccount): string | null {
  const above = path.dirname(folder);
  const closedAbove = above === folder ? null : closedFolder(above, account);
  if (closedAbove !== null || !existsSync(folder)) return closedAbove;
  const { mode, uid, gid } = statSync(folder);
  const needed = uid === account.uid ? OWNER_PASSES : gid === account.gid ? GROUP_PASSES : OTHERS_PASS;
  return (mode & needed) === 0 ? folder : null;
}
