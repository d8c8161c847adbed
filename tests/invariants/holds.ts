import fc from 'fast-check';
import { PICKS, WAITS, type Move } from '../simulation/history/move';
import type { History } from '../simulation/history/case-history';
import { play } from '../simulation/history/play';
import type { Setting } from '../simulation/history/setting';
import { namesOfSchemes } from '../simulation/parties/to-win/scheme';
import { tellStory } from '../simulation/history/tell-story';
import type { Rule } from './rules/rule';

const moves: fc.Arbitrary<readonly Move[]> = fc.array(fc.record({ wait: fc.nat(WAITS - 1), pick: fc.nat(PICKS - 1) }), {
  maxLength: 700,
  size: 'max',
});

/** Each run plays the same histories. A long simulation looks for new ones. */
const SEED = 2026;

/** A planted fault has only to be caught. Shrinking its history would take longer than all the rest. */
const endOnFailure = process.env['PARLEY_FAULT'] !== undefined;

export interface Extent {
  readonly runs?: number;
  readonly setting?: Partial<Setting>;
  /** Whether a side, or either, plays to win. */
  readonly toWin?: boolean;
}

/** Histories that were played without a setting of their own; all rules of one run are asked of them. */
const kept = new Map<string, History>();
const KEPT = 100;

async function played(seed: number, { setting = {}, toWin = false }: Extent, moved: readonly Move[]): Promise<History> {
  const playing = { seed, cases: 1, schemes: toWin ? namesOfSchemes(seed) : undefined };
  if (Object.keys(setting).length > 0) return play({ ...playing, ...setting }, moved);
  const key = JSON.stringify([seed, toWin, moved]);
  const history = kept.get(key) ?? (await play(playing, moved));
  if (kept.size < KEPT) kept.set(key, history);
  return history;
}

/**
 * Plays random parties and asks a rule of each history. A history that breaks it is shrunk to the moves that it needs,
 * and told as a story.
 */
export async function holdsInEveryHistory(
  { check }: Pick<Rule, 'check'>,
  { runs = 24, ...extent }: Extent = {},
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.nat(10_000), moves, async (seed, moved) => {
      const history = await played(seed, extent, moved);
      const broken = check(history);
      if (broken.length > 0) throw new Error(`${broken.join('\n')}\n\n${tellStory(history)}`);
    }),
    { numRuns: runs, seed: SEED, endOnFailure },
  );
}
