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
