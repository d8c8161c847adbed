import path from 'node:path';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres.error';

const LAUNCHER = 'launcher.pid';

const STOP_WITHIN_MS = 20_000;

/** Says who serves the folder, so that a later start can tell a server in use from an orphan. */
export const claimFolder = (dataDir: string): void => writeFileSync(path.join(dataDir, LAUNCHER), String(process.pid));

export const releaseFolder = (dataDir: string): void => rmSync(path.join(dataDir, LAUNCHER), { force: true });

/**
 * Stops a server that outlived the process that started it (killed with -9), or waits for one that is ending. A stale
 * `postmaster.pid` is left alone: PostgreSQL recognises one by itself.
 * @throws EmbeddedPostgresError `data-folder-in-use` when the process that started the server still runs
 */
export async function stopOrphan(dataDir: string): Promise<void> {
  const server = runningServer(dataDir);
  if (server === null) return;
  if (!(await accepts(server.port))) return gone(server.pid);
  const launcher = numberIn(path.join(dataDir, LAUNCHER), 0);
  if (launcher === null || isRunning(launcher)) {
    throw new EmbeddedPostgresError(
      'data-folder-in-use',
      `The data folder ${dataDir} is in use by another process (PostgreSQL ${server.pid}).`,
    );
  }
  signalProcess(server.pid, 'SIGINT');
  await gone(server.pid);
}

async function gone(pid: number): Promise<void> {
  const deadline = Date.now() + STOP_WITHIN_MS;
  while (isRunning(pid) && Date.now() < deadline) await sleep(20);
}

function runningServer(dataDir: string): { readonly pid: number; readonly port: number } | null {
  const file = path.join(dataDir, 'postmaster.pid');
  const [pid, port] = [numberIn(file, 0), numberIn(file, 3)];
  return pid !== null && port !== null && isRunning(pid) ? { pid, port } : null;
}

function numberIn(file: string, line: number): number | null {
  try {
    const value = Number(readFileSync(file, 'utf8').split('\n')[line]);
    return Number.isInteger(value) && value > 0 ? value : null;
  } catch {
    return null;
  }
}

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const answer = (open: boolean) => () => {
      socket.destroy();
      resolve(open);
    };
    socket.once('connect', answer(true)).once('error', answer(false)).setTimeout(2_000, answer(false));
  });

/** Sends a signal, or with 0 only asks. True when there is such a process, though it may belong to another user. */
export function signalProcess(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Also true for one that has ended and whose parent has not noticed: PostgreSQL too takes such a server to be running,
 * and must be waited for.
 */
export const isRunning = (pid: number): boolean => signalProcess(pid, 0);
