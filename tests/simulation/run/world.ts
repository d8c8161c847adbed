import { RULES } from '../../invariants/rules/all-rules';
import { coverageOf, type Coverage } from '../covered/coverage';
import type { History } from '../history/case-history';
import { movesOf, type Move } from '../history/move';
import { play } from '../history/play';
import type { Setting } from '../history/setting';
import { goalOf } from '../parties/goals/goals';
import { namesOfSchemes, playsToWin } from '../parties/to-win/scheme';

/** Cases that share one secretariat: few enough to be read when something is found, enough for them to meet. */
export const CASES_OF_A_WORLD = 3;
const MOVES_OF_A_CASE = 300;

export interface WorldReport {
  readonly seed: number;
  readonly cases: number;
  readonly events: number;
  readonly coverage: Coverage;
  /** What broke an invariant, each with the invariant's number. */
  readonly broken: readonly string[];
}

/** In one world of so many one side files all the cases, and so many that each reply has more time. */
const FLOODED = 13;
const CASES_OF_A_FLOOD = 6;

export const movesOfWorld = (seed: number): readonly Move[] => movesOf(seed, CASES_OF_A_WORLD * MOVES_OF_A_CASE);

/** @param on the store of the record, when not in memory */
export const playWorld = (
  seed: number,
  moves: readonly Move[] = movesOfWorld(seed),
  on: Pick<Setting, 'store'> = {},
): Promise<History> => {
  if (seed % FLOODED === 0) return play({ seed, cases: CASES_OF_A_FLOOD, floods: true, ...on }, moves);
  const goal = goalOf(seed);
  const schemes = !goal && playsToWin(seed) ? namesOfSchemes(seed) : undefined;
  return play({ seed, cases: CASES_OF_A_WORLD, goal, schemes, ...on }, moves);
};

/** Everything in a history that breaks an invariant. */
export const brokenIn = (history: History): readonly string[] =>
  RULES.flatMap(({ invariant, check }) => check(history).map((says) => `${invariant} ${says}`));

export async function reportOf(seed: number): Promise<WorldReport> {
  const history = await playWorld(seed);
  return {
    seed,
    cases: history.cases.length,
    events: history.log.length,
    coverage: coverageOf(history),
    broken: brokenIn(history),
  };
}
