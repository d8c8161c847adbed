import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolder } from '@parley/local-kafka';

/** Without a network pip gives up after its retries; a test run must not hang on it. */
const TIMEOUT_MS = 600_000;

/** A package of PyPI, installed in a folder of its own. */
export interface PythonTool {
  readonly python: string;
  /** A program that the package brings along. */
  program(name: string): string;
}

/**
 * Software by others, in another language: a package of PyPI at a version, such as `bagit==1.9.0`. It is installed at
 * its first use, outside of the repository.
 * @returns `undefined` where there is no Python, or no network to install it from; the caller then says so and skips,
 *   and never passes
 */
export function pythonTool(requirement: string): PythonTool | undefined {
  const home = join(cacheFolder(), 'python', requirement.replaceAll(/[^\w.]+/g, '-'));
  const program = (name: string): string => join(home, 'bin', name);
  const python = program('python');
  // Left when all is there, so that an installation that was cut off is made anew.
  const done = join(home, 'installed');
  const isThere = existsSync(done) || alone(`${home}.lock`, () => existsSync(done) || install(home, requirement));
  if (!isThere) return undefined;
  writeFileSync(done, '');
  return { python, program };
}

function install(home: string, requirement: string): boolean {
  rmSync(home, { recursive: true, force: true });
  if (runs('python3', '-m', 'venv', home).status !== 0) return false;
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--retries', '1', requirement];
  return runs(join(home, 'bin', 'python'), ...pip).status === 0;
}

/** Does something while no other worker of this machine does it; one that is gone is not waited for. */
function alone<Result>(lock: string, work: () => Result): Result {
  mkdirSync(dirname(lock), { recursive: true });
  const until = Date.now() + TIMEOUT_MS;
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (Date.now() > until) rmSync(lock, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Runs a program to its end, where what it leaves behind lies in nobody's way. */
export const runs = (command: string, ...args: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(command, args, { encoding: 'utf8', timeout: TIMEOUT_MS, cwd: tmpdir() });
