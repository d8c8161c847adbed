import { accept, type Decision, type Instant } from '@parley/kernel';
import { isWhole } from '../composition/draw-seat.rules';
import { staysIncomplete } from '../composition/empty-seats.rules';
import type { OpenedPanel } from '../panel/panel-state.rules';
import type { FindingsAwaitParity, VotingTimeEnded } from './findings.rules';

/**
 * The time for votes is over. The deliberation, which has a stream of its own, is closed in answer to this. While a
 * member is missing nothing can be decided, and the time starts again when parity is restored (I-02). It ends all the
 * same where a seat will stay empty, once no other seat is to be settled any more.
 */
export function votingTimeByDefault(
  expiry: Instant,
  state: OpenedPanel,
): Decision<VotingTimeEnded | FindingsAwaitParity> {
  if (isWhole(state) || staysIncomplete(state)) return accept(votingEnded(state, 'time', expiry));
  const data = { opens: [], closes: ['findings'] };
  return accept({ type: 'FindingsAwaitParity', occurredAt: expiry, rule: 'I-02', tier: 'PUBLIC', data });
}

/** The long-stop closes a deliberation that is under way, or would begin after the comments (I-68). */
export function closedByLongStop(state: OpenedPanel): readonly VotingTimeEnded[] {
  const { stage, longStopReachedAt } = state;
  const underWay = stage.name === 'interim-comments' || isOpen(state);
  return longStopReachedAt !== null && underWay ? [votingEnded(state, 'long-stop', longStopReachedAt)] : [];
}

/** The deliberation may go on: neither the end of its time nor the long-stop has closed it. */
const isOpen = ({ stage }: OpenedPanel): boolean => stage.name === 'deciding' && stage.votingEndedAt === null;

/**
 * What follows when a seat will stay empty and no other is to be settled (I-68): a deliberation whose time has ended
 * already, and that only awaited a member, is closed.
 */
export const awaitsNobody = (state: OpenedPanel, at: Instant): readonly VotingTimeEnded[] =>
  isOpen(state) && state.running['findings'] === undefined && staysIncomplete(state)
    ? [votingEnded(state, 'time', at)]
    : [];

const votingEnded = (
  { running }: OpenedPanel,
  by: VotingTimeEnded['data']['by'],
  occurredAt: Instant,
): VotingTimeEnded => ({
  type: 'VotingTimeEnded',
  occurredAt,
  rule: by === 'time' ? 'S9' : 'I-68',
  tier: 'PUBLIC',
  data: { by, opens: [], closes: ['interim-comments', 'findings'].filter((id) => running[id] !== undefined) },
});
