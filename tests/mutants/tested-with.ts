import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Planting } from './fault';

/**
 * `broken`: the tests could not even run with the fault in place, so they prove nothing. `endless`: with the fault the
 * tests do not come to an end, which nobody could overlook.
 */
export type Verdict = 'caught' | 'endless' | 'missed' | 'broken';

/** Many times as long as the rules specs of the largest service take. */
const LONGEST_MS = 240_000;

const FAILED = /^Tests: +.*\d+ failed/m;

/**
 * Runs specs with a fault planted, or with none. The fault is caught when a test fails. A spec that cannot be loaded
 * catches nothing.
 */
export function testedWith(fault: Planting | null, specs: readonly string[], workspace: string): Promise<Verdict> {
  const jest = join(workspace, 'node_modules/jest/bin/jest.js');
  const flags = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    jest,
    '--config',
    'tests/mutants/jest.planted.cjs',
    '--runTestsByPath',
    ...specs,
  ];
  const child = spawn(process.execPath, flags, {
    cwd: workspace,
    env: { ...process.env, ...(fault ? { PARLEY_FAULT: JSON.stringify(fault) } : {}) },
  });
  let output = '';
  let isEndless = false;
  const limit =
    fault &&
    setTimeout(() => {
      isEndless = true;
      child.kill('SIGKILL');
    }, LONGEST_MS);
  child.on('close', () => limit && clearTimeout(limit));
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve(isEndless ? 'endless' : code === 0 ? 'missed' : FAILED.test(output) ? 'caught' : 'broken'),
    );
  });
}
