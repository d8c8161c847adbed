import { tellAtEndOfRun } from './not-run';

/** What a block of specs needs, and cannot bring with it. */
export interface Needed {
  /** With its article: "a Kafka broker". */
  readonly what: string;
  /** Why it cannot be had, as the end of a sentence; `null` where it can. */
  readonly absence: string | null;
  readonly isRequired: boolean;
}

/**
 * `describe` where what it needs can be had. Elsewhere the block is skipped, and the end of the run says so and why;
 * where it is required it fails instead.
 */
export function describeUnlessAbsent(name: string, { what, absence, isRequired }: Needed, specs: () => void): void {
  if (absence === null) {
    describe(name, specs);
  } else if (isRequired) {
    describe(name, () => {
      it(`has ${what} to run on`, () => {
        throw new Error(`What needs ${what} may not be left out in this run, but there is none: ${absence}.`);
      });
    });
  } else {
    tellAtEndOfRun(`Not run for want of ${what}, because ${absence}: ${name}.`);
    describe.skip(name, specs);
  }
}
