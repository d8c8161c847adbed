import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyNewCluster } from '@parley/testing/new-cluster';

/** An empty folder, open to PostgreSQL's own user where the tests run as root. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** A folder in which PostgreSQL's cluster has already been made, where a run of tests keeps one to copy. */
export function folderWithCluster(): string {
  const folder = makeFolder();
  copyNewCluster(path.join(folder, 'postgres'));
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

/** False also for a process that has ended and that the machine's first process has not yet reaped. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return true;
  }
}

/** Resolves when the process has ended; rejects when it still runs after so many milliseconds. */
export async function ended(pid: number, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (isRunning(pid)) {
    if (Date.now() > deadline) throw new Error(`Process ${pid} still runs after ${withinMs} ms.`);
    await sleep(20);
  }
}
