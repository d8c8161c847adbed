import { spawnSync } from 'node:child_process';
import { EmbeddedPostgresError } from './embedded-postgres.error';

/** The operating system user that PostgreSQL runs as. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'postgres';

/**
 * PostgreSQL refuses to run as root, so root runs it as the user `postgres`, which is made when it is not there.
 * @returns `null` when the current user will do
 */
export function serverAccount(): ServerAccount | null {
  if (process.getuid?.() !== 0) return null;
  const account = accountOf(NAME) ?? createAccount(NAME);
  if (account === null) {
    throw new EmbeddedPostgresError(
      'failed',
      `PostgreSQL must not run as root, and a user "${NAME}" to run it as could not be created.`,
    );
  }
  return account;
}

function accountOf(name: string): ServerAccount | null {
  const [uid, gid] = ['-u', '-g']
    .map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
    .map((run) => (run.status === 0 ? Number(run.stdout) : null));
  return uid == null || gid == null ? null : { uid, gid };
}

/** `useradd` on most systems, `adduser` where BusyBox stands in for it. */
function createAccount(name: string): ServerAccount | null {
  spawnSync('groupadd', ['--system', name]);
  const made = spawnSync('useradd', [
    '--system',
    '--gid',
    name,
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    name,
  ]);
  if (made.status !== 0) spawnSync('adduser', ['-S', '-D', '-H', name]);
  return accountOf(name);
}
