import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** An empty folder, open to PostgreSQL's own user where the tests run as root. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-'));
  chmodSync(folder, 0o755);
  return folder;
}

export const removeFolder = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true });
};

/** The process of the PostgreSQL that serves a data folder, if there is one. */
export function postgresOf(dataDir: string): number | undefined {
  try {
    const pid = Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    return isRunning(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
