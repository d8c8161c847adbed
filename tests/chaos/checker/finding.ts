/** Something that is not as it must be. */
export interface Finding {
  /** Which comparison found it: `acts`, `told`, `notices` … */
  readonly by: string;
  /** In a sentence, with the case and the event. */
  readonly what: string;
}

/** Of each comparison so many are told; where one is wrong, thousands may be. */
const MOST_TOLD = 8;

/** What one comparison found, no more than can be read. */
export function findings(by: string, all: readonly string[]): readonly Finding[] {
  const told = all.slice(0, MOST_TOLD).map((what) => ({ by, what }));
  return all.length > MOST_TOLD ? [...told, { by, what: `and ${String(all.length - MOST_TOLD)} more` }] : told;
}
