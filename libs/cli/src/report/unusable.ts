import type { Bilingual } from '@parley/kernel';
import { LogRefused } from '@parley/transparency/offline';
import { Refused } from './refused';

/** A file that was given to check by, and is none of its kind. It says nothing of what was to be checked. */
export class Unusable extends Error {
  override readonly name = 'Unusable';

  constructor(private readonly refusal: LogRefused | Refused) {
    super(refusal.message);
  }

  get code(): string {
    return this.refusal.code;
  }

  get words(): Bilingual {
    return this.refusal.words;
  }
}

/** What refuses the form of a file, not what it says. */
const FORM = /-(?:malformed|unsuited)$/;

/** Reads a file that was given to check by. @throws Unusable for one that is none of its kind, else as `read` does */
export async function usable<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if ((error instanceof LogRefused || error instanceof Refused) && FORM.test(error.code)) throw new Unusable(error);
    throw error;
  }
}
