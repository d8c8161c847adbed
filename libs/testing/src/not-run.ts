import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = 'PARLEY_TEST_RUN_FOLDER';

/** Tells the workers of this run its folder, which Jest's set-up makes. */
export const announceRunFolder = (folder: string): void => {
  process.env[FOLDER] = folder;
};

const notes = (): string | undefined =>
  process.env[FOLDER] === undefined ? undefined : path.join(process.env[FOLDER], 'not-run.txt');

/**
 * Has `sentence` told once at the end of the run. It says that something was left out, or that a double stood in for
 * it, and why.
 */
export function tellAtEndOfRun(sentence: string): void {
  const file = notes();
  if (file !== undefined) appendFileSync(file, `${sentence}\n`);
}

/** Each sentence once, in the order in which they were first told. */
export function toldAtEndOfRun(): readonly string[] {
  const file = notes();
  if (file === undefined || !existsSync(file)) return [];
  return [
    ...new Set(
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    ),
  ];
}
