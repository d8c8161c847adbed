import { accept, refuse, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import { deskOf, isPast, isRefused, runs, screeningOver } from '../acting';
import { SEAT_CLOCKS, seatClockId } from '../clock-moves';
import type { RecuseMember, ReplaceMember } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import type { MemberRecused, MemberReplaced } from './composition-events';
import { seatOf } from './membership';

/** A side whose challenge did not remove a member has that member replaced without a reason, once per case. */
export function replaceMember(command: ReplaceMember, state: OpenedPanel, clocks: Clocks): Decision<MemberReplaced> {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt, member } = command;
  const seat = seatOf(state, member);
  if (!seat) return refuse(refusals.unknownMember, '/member');
  if (seat.side === side) return refuse(refusals.ownMember);
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  const party = state.parties[seat.side];
  const id = seatClockId('replacement', party, seat.number);
  if (!runs(state, id) || isPast(state, id, receivedAt)) return refuse(refusals.notOpenToReplacement);
  if (state.replacements[side] >= clocks.ruleSet.panel.peremptoryReplacementsPerSide)
    return refuse(refusals.notOpenToReplacement);
  return accept({
    type: 'MemberReplaced',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: {
      seat: seat.id,
      side: seat.side,
      party,
      member,
      replacedBy: state.parties[side],
      by,
      opens: [
        clocks.start(
          'nomination',
          { event: 'MemberReplaced', at: receivedAt },
          seatClockId('nomination', party, seat.number),
        ),
      ],
      closes: [id],
    },
  });
}

/** A member leaves. Its side names another, and until that one is seated the panel cannot vote (I-02). */
export function recuseMember(
  { by, receivedAt, reason }: RecuseMember,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<MemberRecused> {
  const seat = seatOf(state, by);
  if (!seat) return refuse(refusals.notOnPanel);
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  const { stage } = state;
  const made = stage.name === 'certifying' || stage.name === 'issued';
  const votingEnded =
    stage.name === 'deciding' && (stage.votingEndedAt !== null || isPast(state, 'findings', receivedAt));
  if (made || votingEnded) return refuse(refusals.tooLateToLeave);
  const party = state.parties[seat.side];
  const ids = SEAT_CLOCKS.map((clock) => seatClockId(clock, party, seat.number));
  return accept({
    type: 'MemberRecused',
    occurredAt: receivedAt,
    rule: 'I-02',
    tier: 'PANEL',
    data: {
      seat: seat.id,
      side: seat.side,
      party,
      member: by,
      reason,
      opens: [
        clocks.start(
          'nomination',
          { event: 'MemberRecused', at: receivedAt },
          seatClockId('nomination', party, seat.number),
        ),
      ],
      closes: ids.filter((id) => state.running[id] !== undefined),
    },
  });
}
