import { accept, type Bilingual, type Decision, type DomainEvent, type Instant } from '@parley/kernel';
import type { Clocks, SeatTime } from '@parley/procedure';
import type { FiledCase } from '../case-commands.rules';
import type { CaseEvent, MovesClocks } from '../case-events.rules';
import { isCounted, type RunningDeadline } from '../common-refusals.rules';
import { setAside, stoppedBesideLongStop } from './set-aside.rules';
import { lapsedThoughInTime } from './which-end-counts.rules';

/** The panel counted the time in which its seats kept it from being whole. The case learns this from its messages. */
export type NoteSeatTime = SeatTime & {
  readonly type: 'NoteSeatTime';
  readonly at: Instant;
  readonly eventId: string;
};

/** The long-stop ends later by the days in which seats kept the panel from being whole, on record by account (I-69). */
export type SeatTimeAdded = DomainEvent<
  'SeatTimeAdded',
  MovesClocks &
    SeatTime & {
      readonly becauseOf: string;
      /** While the screening is suspended: the deadlines that stand still, as they will go on. */
      readonly stopped?: readonly RunningDeadline[];
    }
>;

/**
 * I-69: adds to the long-stop what the panel counted. A long-stop that had passed before this was heard of, and that
 * ends later by it, has lapsed nothing (I-19). Once the deliberation is closed none runs.
 */
export function noteSeatTime(
  { at, eventId: becauseOf, days, accounts }: NoteSeatTime,
  state: FiledCase,
  clocks: Clocks,
): Decision<CaseEvent> {
  if (state.review.closedAt !== null) return accept();
  const longer = (deadline: RunningDeadline): RunningDeadline =>
    deadline.id === 'long-stop' && isCounted(deadline)
      ? clocks.addSeatTime(deadline, { days, accounts }, { at, reason: REASON })
      : deadline;
  const added = (moved: Pick<SeatTimeAdded['data'], 'opens' | 'stopped'>): CaseEvent => ({
    type: 'SeatTimeAdded',
    occurredAt: at,
    rule: 'I-69',
    tier: 'PUBLIC',
    data: { becauseOf, days, accounts, closes: [], ...moved },
  });
  const longStopOf = (deadlines: readonly RunningDeadline[]): readonly RunningDeadline[] =>
    deadlines.filter(({ id }) => id === 'long-stop').map(longer);
  switch (state.status) {
    case 'registered': {
      const opens = longStopOf(Object.values(state.running));
      return opens.length === 0 ? accept() : accept(added({ opens }));
    }
    case 'suspended':
      return accept(added({ opens: [], stopped: state.suspension.stopped.map(longer) }));
    case 'ended': {
      const opens = longStopOf(state.stopped.deadlines);
      const later = opens.some(({ dueAt }) => dueAt > state.endedAt);
      return later && lapsedThoughInTime(state, at)
        ? accept<CaseEvent>(setAside(becauseOf, at, state, stoppedBesideLongStop(state)), added({ opens }))
        : accept();
    }
    default:
      return accept();
  }
}

const REASON: Bilingual = {
  en: 'Seats kept the panel from being whole in its time.',
  'zh-Hans': '席位使专家组未能按期齐员。',
};
