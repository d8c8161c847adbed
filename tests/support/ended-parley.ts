import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { spawnParley, type Environment } from './spawn-parley';

export interface EndedParley {
  readonly code: number | null;
  /** What it said on standard error, a line each, without the name of the program and the steps that it announced. */
  readonly said: readonly string[];
  readonly output: string;
}

/**
 * Starts Parley with settings or words on its command line that keep it from starting, and waits until it has ended.
 */
export async function endedParley(settings: Environment, words: readonly string[] = []): Promise<EndedParley> {
  const child = spawnParley(settings, { words });
  const [[code], errors, output] = await Promise.all([
    once(child, 'exit') as Promise<[number | null]>,
    text(child.stderr),
    text(child.stdout),
  ]);
  return { code, said: sentencesIn(errors), output };
}

/** The lines of standard error that are no announcements of a step. */
export const sentencesIn = (errors: string): readonly string[] =>
  errors
    .split('\n')
    .filter((line) => line !== '' && !line.endsWith(' …'))
    .map((line) => line.replace(/^parley: /, ''));
