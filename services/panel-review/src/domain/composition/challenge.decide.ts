import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { deskOf, isPast, isRefused, runs, screeningOver } from '../acting';
import { seatClockId } from '../clock-moves';
import type { ChallengeMember } from '../panel-commands';
import type { OpenedPanelEvent } from '../panel-events';
import type { OpenedPanel } from '../panel-state';
import { evolveOpened } from '../panel.evolve';
import { refusals } from '../refusals';
import type { ChallengeMade, ChallengeTimeEnded } from './composition-events';
import { whenWhole } from './convene';
import { seatOf } from './membership';
import { occupantOf, type Seat } from './seat';

/** A desk challenges a member of the other side, once the member has disclosed. */
export function challengeMember(command: ChallengeMember, state: OpenedPanel, clocks: Clocks): Decision<ChallengeMade> {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt, member, grounds } = command;
  const seat = seatOf(state, member);
  if (!seat) return refuse(refusals.unknownMember, '/member');
  if (seat.side === side) return refuse(refusals.ownMember);
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  const party = state.parties[seat.side];
  const id = seatClockId('challenge', party, seat.number);
  if (!runs(state, id)) return refuse(refusals.notOpenToChallenge);
  if (isPast(state, id, receivedAt)) return refuse(refusals.challengeLate);
  return accept({
    type: 'ChallengeMade',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PANEL',
    data: {
      challengeId: `challenge:${String(state.challenges.length + 1)}`,
      seat: seat.id,
      side: seat.side,
      party,
      member,
      challengedBy: state.parties[side],
      by,
      grounds,
      opens: [
        clocks.start(
          'challenge-decision',
          { event: 'ChallengeMade', at: receivedAt },
          seatClockId('challenge-decision', party, seat.number),
        ),
      ],
      closes: [id],
    },
  });
}

/** Nobody challenged the member, or used the peremptory replacement, in time: the seat is settled. */
export function challengeTimeByDefault(
  state: OpenedPanel,
  seat: Seat,
  unused: 'challenge' | 'replacement',
  expiry: Instant,
  clocks: Clocks,
): readonly OpenedPanelEvent[] {
  const member = occupantOf(seat);
  if (!member) return [];
  const party = state.parties[seat.side];
  const event: ChallengeTimeEnded = {
    type: 'ChallengeTimeEnded',
    occurredAt: expiry,
    rule: 'S6',
    tier: 'PUBLIC',
    data: {
      seat: seat.id,
      side: seat.side,
      party,
      member: member.personId,
      unused,
      opens: [],
      closes: [seatClockId(unused, party, seat.number)],
    },
  };
  return [event, ...whenWhole(evolveOpened(state, event), expiry, 'expiry', clocks)];
}
