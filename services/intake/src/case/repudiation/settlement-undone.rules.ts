import { accept, type Decision } from '@parley/kernel';
import { leastAfterRepudiation, runsOnAfterRepudiation, type Clocks, type Repudiated } from '@parley/procedure';
import type { FiledCase } from '../case-commands.rules';
import type { LapseSetAside } from '../case-events.rules';
import { isCounted, type RunningDeadline } from '../common-refusals.rules';
import { setAside } from '../outcome/set-aside.rules';

/** A side repudiated its signature of the settlement, as the referral's public events tell. */
export interface NoteSettlementUndone {
  readonly type: 'NoteSettlementUndone';
  readonly repudiated: Repudiated;
  readonly eventId: string;
}

/**
 * I-67: the settlement that ended the screening is undone, and the screening goes on where it stood, as if it had not
 * ended; suspended if it was. No clock comes back to the side that repudiates. Nobody else has less than the time of a
 * repudiation for what fell due meanwhile.
 */
export function noteSettlementUndone(
  { repudiated, eventId }: NoteSettlementUndone,
  state: FiledCase,
  clocks: Clocks,
): Decision<LapseSetAside> {
  const { at, party } = repudiated;
  if (state.status !== 'ended' || state.endedBy.kind !== 'settlement' || at < state.endedAt) return accept();
  const { suspension, stopped, endedAt, parties } = state;
  const goesOn = (limit: RunningDeadline): readonly RunningDeadline[] => {
    if (isCounted(limit)) return [runsOnAfterRepudiation(limit, repudiated, parties, clocks)];
    // Nobody is held to the time of a call that passed while the screening had ended.
    if (!suspension) return limit.dueAt > at ? [limit] : [];
    const { dueAt } = leastAfterRepudiation(limit, repudiated, parties, clocks);
    return [limit.dueAt < dueAt ? { ...limit, dueAt } : limit];
  };
  const ran = suspension ? suspension.limits : stopped.deadlines.filter(({ dueAt }) => dueAt > endedAt);
  const opens = ran.flatMap(goesOn);
  const over = ran.filter(({ id }) => !opens.some((limit) => limit.id === id));
  const { data, ...event } = setAside(eventId, at, state);
  const why = { why: 'repudiation', repudiated: { party, endedAt } } as const;
  return accept({ ...event, rule: 'I-67', data: { ...data, ...why, opens, closes: over.map(({ id }) => id) } });
}
