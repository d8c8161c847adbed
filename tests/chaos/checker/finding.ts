/** Something that is not as it must be. */
export interface Finding {
  /** Which comparison found it: `acts`, `told`, `notices` … */
  readonly by: string;
  /** In a sentence, with the case and the event. */
  readonly what: string;
}

/** So many findings of each comparison are told, since there may be thousands. */
const MOST_TOLD = 8;

/** The findings of one comparison, no more than people can read. */
export function findings(by: string, all: readonly string[]): readonly Finding[] {
  const told = all.slice(0, MOST_TOLD).map((what) => ({ by, what }));
  return all.length > MOST_TOLD ? [...told, { by, what: `and ${String(all.length - MOST_TOLD)} more` }] : told;
}
