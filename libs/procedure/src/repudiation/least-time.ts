import type { CaseParties, Instant, PartyCode } from '@parley/kernel';
import type { Clocks, RunningDeadline } from '../deadlines/clocks';
import type { LeastEnd } from '../deadlines/deadline';
import { owedBy, type Awaits } from '../rule-sets/owed-by';

/** That a side has repudiated an act. */
export interface Repudiated {
  readonly at: Instant;
  /** The side that repudiates. */
  readonly party: PartyCode;
}

/**
 * I-67: the soonest end that a limit keeps when a side repudiates an act. What awaits that side alone may be over at
 * once; nobody else has less than the time of a repudiation.
 * @param clocks of the track on which the case is
 */
export function leastAfterRepudiation(
  limit: { readonly clock: string; readonly awaits?: Awaits },
  { at, party }: Repudiated,
  parties: CaseParties,
  clocks: Clocks,
): LeastEnd {
  if (sideAwaited(limit, parties) === party) return { dueDate: clocks.arrivalDay(at), dueAt: at };
  const { dueDate, dueAt } = clocks.start('repudiation', { event: 'ActRepudiated', at });
  return { dueDate, dueAt };
}

/** The one side that a limit awaits; `undefined` where it awaits both, a person, or an office. */
function sideAwaited({ clock, awaits }: { readonly clock: string; readonly awaits?: Awaits }, parties: CaseParties) {
  const named = awaits ?? owedBy(clock);
  if (named === 'complainant' || named === 'respondent') return parties[named];
  return [parties.complainant, parties.respondent].find((party) => named === `party:${party}`);
}

/**
 * I-67: a limit that an act had ended, once that act is repudiated: it ends when it would have, but no sooner than what
 * it keeps.
 */
export function runsOnAfterRepudiation(
  limit: RunningDeadline,
  repudiated: Repudiated,
  parties: CaseParties,
  clocks: Clocks,
): RunningDeadline {
  const least = leastAfterRepudiation(limit, repudiated, parties, clocks);
  return limit.dueAt >= least.dueAt ? limit : clocks.takeBack(limit, 0, least, { at: repudiated.at, reason: REASON });
}

const REASON = {
  en: 'What had ended the limit rested on an act that was repudiated, and the limit runs on.',
  'zh-Hans': '终止该期限所依据的行为已被否认，该期限继续计算。',
};
