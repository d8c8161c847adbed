import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { REFUSED_START, StartError } from '@parley/hosting/installation';
import { diesWithParent } from '@parley/local-kafka';
import type { ProcessPlan } from '../plan/process-plan';

/** Runs a program that ends by itself. @throws StartError with its last complaint when its exit code is not 0 */
export async function runJob(plan: ProcessPlan): Promise<void> {
  const complaints: string[] = [];
  const job = spawnProgram(plan, (line, stream) => {
    if (stream === 'stderr') complaints.push(withoutName(line));
  });
  // Its output has been read only when it is closed.
  const [code] = (await once(job, 'close')) as [number | null];
  if (code !== 0) throw new StartError(complaints.at(-1) ?? `${plan.name} ended with ${String(code)}.`);
}

/** What a program says to a person, without its own name before it. */
export const withoutName = (line: string): string => line.replace(/^parley [a-z-]+: /, '');

const SERVICES = path.resolve(__dirname, '../../..');
const END_WITH_PARENT = path.join(__dirname, 'end-with-parent.js');

/** The Kafka client sets timers that are due already. Node warns of each of them. */
const QUIET = ['--disable-warning=ExperimentalWarning', '--disable-warning=TimeoutNegativeWarning'];

/** Gets each line that a program writes. */
type Hear = (line: string, stream: 'stdout' | 'stderr') => void;

/**
 * Starts a program in a process of its own, with no Parley setting but those of its plan. The process is in a group of
 * its own, so that Ctrl-C in a terminal reaches us alone and we end all in order. It ends with us, however we end.
 */
function spawnProgram({ name, folder, settings }: ProcessPlan, hear: Hear): ChildProcess {
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

export interface Supervision {
  readonly hear: Hear;
  /** Gets a sentence when the process has ended, which says when it is started again. */
  readonly say: (sentence: string) => void;
  readonly spawn?: typeof spawnProgram;
}

/** Milliseconds before the first start after an end, doubled for each that follows soon. */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** A process that has lived so long was well, so the next wait is the first one again. */
const WELL_MS = 60_000;
/** Milliseconds after which a process that was asked to end is killed. Longer than its own time to end. */
const PATIENCE_MS = 12_000;

/** A process that is started again whenever it ends, until it is told to stop. */
export class SupervisedProcess {
  #child: ChildProcess | undefined;
  #again: NodeJS.Timeout | undefined;
  #waitMs = FIRST_WAIT_MS;
  #stopping = false;
  #complaint = '';
  #refusal: string | undefined;

  constructor(
    private readonly plan: ProcessPlan,
    private readonly supervision: Supervision,
  ) {}

  /** Its id, while it runs. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Why it last ended, in its own sentence, when it ended over something that somebody has to mend first. */
  get refusal(): string | undefined {
    return this.#refusal;
  }

  start(): void {
    const { spawn = spawnProgram } = this.supervision;
    const hear: Hear = (line, stream) => {
      if (stream === 'stderr') this.#complaint = withoutName(line);
      this.supervision.hear(line, stream);
    };
    const startedAt = performance.now();
    const child = spawn(this.plan, hear);
    this.#child = child;
    child.once('exit', (code, signal) => {
      this.#child = undefined;
      if (!this.#stopping) this.#startAgain(String(code ?? signal), performance.now() - startedAt);
    });
    // Only then is all read that it said.
    child.once('close', (code) => (this.#refusal = code === REFUSED_START ? this.#complaint : undefined));
    // A process that could not even be started emits nothing but this.
    child.once('error', (error) => {
      if (child.pid === undefined) child.emit('exit', error.message, null);
    });
  }

  /** Asks it to end, and kills it when it does not. @returns when it is gone */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#again);
    const child = this.#child;
    if (!child) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    await gone;
    clearTimeout(impatient);
  }

  #startAgain(how: string, livedMs: number): void {
    if (livedMs >= WELL_MS) this.#waitMs = FIRST_WAIT_MS;
    this.supervision.say(
      `${this.plan.name} ended with ${how}, and is started again in ${(this.#waitMs / 1_000).toFixed(1)} s`,
    );
    this.#again = setTimeout(() => {
      this.start();
    }, this.#waitMs);
    this.#waitMs = Math.min(2 * this.#waitMs, LONGEST_WAIT_MS);
  }
}
