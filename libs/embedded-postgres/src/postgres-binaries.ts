import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { closedFolder } from './data-folder';
import { EmbeddedPostgresError } from './embedded-postgres.error';
import type { ServerAccount } from './server-account';

/** Only root ever needs the copy, and only root can write here, so nobody else can plant a program in it. */
const COPIES = '/var/cache/parley';

/**
 * The folder with `bin/postgres`, `bin/initdb` and `bin/pg_ctl` for this platform, usable by `account`.
 * Where a closed folder (such as /root) lies above the installed package, a copy outside of it is used.
 */
export function postgresBinaries(account: ServerAccount | null): string {
  const installed = installedBinaries();
  completeLinks(installed.native);
  if (account === null || closedFolder(installed.native, account) === null) return installed.native;
  const copy = path.join(COPIES, `postgres-${installed.version}`);
  if (!existsSync(copy)) {
    mkdirSync(COPIES, { recursive: true, mode: 0o755 });
    const unfinished = mkdtempSync(`${copy}-`);
    cpSync(installed.native, path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(path.join(unfinished, 'native'), copy);
    } catch (error) {
      if (!existsSync(copy)) throw error;
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
  }
  return copy;
}

function installedBinaries(): { readonly native: string; readonly version: string } {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    const root = path.resolve(path.dirname(require.resolve(name)), '..');
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: path.join(root, 'native'), version: manifest.version };
  } catch (cause) {
    const message =
      `There is no embedded PostgreSQL for ${platform} (package ${name}): run \`npm ci\` again, ` +
      'or use a PostgreSQL of your own.';
    throw new EmbeddedPostgresError('binaries-missing', message, { cause });
  }
}

/** An npm package cannot hold links; its install script makes them, unless install scripts are switched off. */
function completeLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const link = path.resolve(native, '..', target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}
