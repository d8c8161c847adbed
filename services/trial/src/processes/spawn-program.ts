import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { diesWithParent } from '@parley/local-kafka';
import type { ProcessPlan } from '../plan/process-plan';

const SERVICES = path.resolve(__dirname, '../../..');
const END_WITH_PARENT = path.join(__dirname, 'end-with-parent.js');

/** The client of Kafka sets timers that are due already, about which Node warns each time. */
const QUIET = ['--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'];

/** Gets each line that a program writes. */
export type Hear = (line: string, stream: 'stdout' | 'stderr') => void;

/**
 * Starts a program in a process of its own, with no setting but those of its plan. It is in a group of its own, so that
 * Ctrl-C in a terminal reaches us alone and we end all in order; and it ends with us, however we end.
 */
export function spawnProgram({ name, folder, settings }: ProcessPlan, hear: Hear): ChildProcess {
  const main = path.join(SERVICES, folder, 'dist/main.js');
  const node = [process.execPath, ...QUIET, '--require', END_WITH_PARENT, main];
  const [program, ...args] = [...diesWithParent(), ...node];
  const child = spawn(program ?? process.execPath, args, {
    env: { OTEL_SERVICE_NAME: `parley-${name}`, ...withoutOurs(process.env), ...settings },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
  });
  for (const stream of ['stdout', 'stderr'] as const) {
    const output = child[stream];
    if (output) createInterface({ input: output }).on('line', (line) => hear(line, stream));
  }
  return child;
}

const withoutOurs = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PARLEY_')));
