import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { LogRefused } from '@parley/transparency';
import { Refused } from './report/refused';

/** The verifier in another language, which shares no code with this one. */
const PYTHON_VERIFIER = path.resolve(__dirname, '../python/verify.py');
export const hasPython = spawnSync('python3', ['--version']).status === 0;

/** A question to the verifier in Python, and how this code answers it. */
export interface Question {
  readonly about: string;
  readonly asks: Readonly<Record<string, unknown>>;
  /** Throws for what it refuses. */
  readonly ours: () => unknown;
}

export interface Answer {
  readonly holds: boolean;
  readonly because?: string;
  readonly found?: Readonly<Record<string, unknown>>;
}

/** What the verifier in Python answers to each question. @throws with its output where it ends by a fault */
export function answersInPython(asked: readonly Question['asks'][]): readonly Answer[] {
  const input = asked.map((asks) => `${JSON.stringify(asks)}\n`).join('');
  const words = ['-B', PYTHON_VERIFIER, 'lines'];
  const { stdout, stderr } = spawnSync('python3', words, { input, encoding: 'utf8', maxBuffer: 1e8 });
  if (stderr !== '') throw new Error(stderr);
  return Array.from(stdout.trim().split('\n'), (line) => JSON.parse(line) as Answer);
}

/** What the verifier in Python writes to who asks it by hand. */
export function saidByPython(words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('python3', ['-B', PYTHON_VERIFIER, ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** The questions that one of the two answers otherwise than both should. A fault of this code is thrown. */
export async function answeredOtherwise(questions: readonly Question[], holds: boolean): Promise<readonly object[]> {
  const theirs = answersInPython(questions.map(({ asks }) => asks));
  const both = await Promise.all(
    questions.map(async ({ about, ours }, at) => ({ about, ours: await isBelieved(ours), theirs: theirs[at] })),
  );
  return both.filter(({ ours, theirs: other }) => ours !== holds || other?.holds !== holds);
}

async function isBelieved(ours: Question['ours']): Promise<boolean> {
  try {
    await ours();
    return true;
  } catch (error) {
    if (error instanceof Refused || error instanceof LogRefused) return false;
    throw error;
  }
}
