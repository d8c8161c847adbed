import path from 'node:path';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres.error';

const CLAIM = 'launcher.pid';

const STOP_WITHIN_MS = 20_000;
/** What an orphan is told in turn, and the milliseconds that it has for it. What was committed survives each. */
const ENDINGS = [
  ['SIGINT', 10_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

/** Says who serves the folder by which server, so that a later start can tell a server in use from an orphan. */
export const claimFolder = (dataDir: string, server: number | undefined): void =>
  writeFileSync(path.join(dataDir, CLAIM), `${process.pid}\n${server}`);

export const releaseFolder = (dataDir: string): void => rmSync(path.join(dataDir, CLAIM), { force: true });

/**
 * Stops a server that outlived the process that started it (killed with -9), or waits for one that is ending. A stale
 * `postmaster.pid` is left alone: PostgreSQL recognises one by itself.
 * @throws EmbeddedPostgresError `data-folder-in-use` when the process that started the server still runs, or is only
 * just starting it
 */
export async function stopOrphan(dataDir: string): Promise<void> {
  const server = runningServer(dataDir);
  if (server === null) return;
  if (isOrphan(dataDir, server.pid)) return end(server.pid);
  const deadline = Date.now() + STOP_WITHIN_MS;
  while (isRunning(server.pid) && Date.now() < deadline) {
    if (await accepts(server.port))
      throw new EmbeddedPostgresError(
        'data-folder-in-use',
        `The data folder ${dataDir} is in use by another process (PostgreSQL ${server.pid}).`,
      );
    await sleep(20);
  }
}

/** A claim on another server is a predecessor's: who starts this one has not claimed the folder yet. */
function isOrphan(dataDir: string, server: number): boolean {
  const file = path.join(dataDir, CLAIM);
  const [launcher, claimed] = [numberIn(file, 0), numberIn(file, 1)];
  return launcher !== null && claimed === server && !isRunning(launcher);
}

/** One that lost a backend as it was told to end may wait for others for ever (PostgreSQL 18), so it is told again. */
async function end(pid: number): Promise<void> {
  for (const [signal, withinMs] of ENDINGS) {
    signalProcess(pid, signal);
    const deadline = Date.now() + withinMs;
    while (isRunning(pid) && Date.now() < deadline) await sleep(20);
    if (!isRunning(pid)) return;
  }
}

export function runningServer(dataDir: string): { readonly pid: number; readonly port: number } | null {
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
