import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Memory and processor time of processes, as Linux counts them. */
export interface ProcessSize {
  /** Mebibytes in memory. A page that several processes share counts once. */
  readonly memory: number;
  /** Seconds of processor time, also of children that have ended. */
  readonly cpu: number;
}

/** True when this system tells the size of its processes. */
export const canMeasureSizes = (): boolean => existsSync('/proc/self/smaps_rollup');

/** The size of one process. @throws when there is none */
export const sizeOf = (pid: number): ProcessSize => ({
  memory: kibibytes(pid, 'status', 'VmRSS') / 1024,
  cpu: seconds(pid, false),
});

/** Mebibytes of one process. A page that it shares with others counts for its part. 0 when there is no such process. */
export const proportionalOf = (pid: number): number => kibibytes(pid, 'smaps_rollup', 'Pss') / 1024;

/** The size of all descendants of a process, without itself. */
export function sizeOfChildren(pid: number): ProcessSize {
  const family = childrenOf(pid);
  const sum = (of: (child: number) => number): number => family.reduce((total, child) => total + of(child), 0);
  return { memory: sum(proportionalOf), cpu: sum((child) => seconds(child, true)) };
}

/** How many connections the PostgreSQL serves that a process has started. */
export const connectionsBelow = (pid: number): number =>
  childrenOf(pid).filter((child) => /^postgres: .* 127\.0\.0\.1\(\d+\)/.test(readOrNothing(child, 'cmdline'))).length;

function childrenOf(pid: number): readonly number[] {
  const direct = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && fieldsOf(Number(name))[1] === String(pid));
  return direct.flatMap((child) => [Number(child), ...childrenOf(Number(child))]);
}

/** The fields after the name in `/proc/<pid>/stat`: state, parent, and from the twelfth on the times. */
function fieldsOf(pid: number): readonly string[] {
  const stat = readOrNothing(pid, 'stat');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** Ticks a second of `/proc`'s times, the same in every Linux on which Node runs. */
const ticks = 100;

function seconds(pid: number, withEnded: boolean): number {
  const times = fieldsOf(pid).slice(11, withEnded ? 15 : 13);
  return times.reduce((total, time) => total + Number(time), 0) / ticks;
}

function kibibytes(pid: number, file: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readOrNothing(pid, file))?.[1] ?? 0);
}

/** A process may end between two looks. */
function readOrNothing(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${String(pid)}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
