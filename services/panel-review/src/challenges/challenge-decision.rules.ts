import { accept, refuse, type Instant } from '@parley/kernel';
import { coHeadsAct, type Clocks } from '@parley/procedure';
import {
  whenWhole,
  type ChallengeDecided,
  type ChallengeDecisionSigned,
  type ChallengeMade,
  type ChallengeTimeEnded,
} from '../composition/composition-events.rules';
import { compositionRefusals } from '../composition/composition-refusals.rules';
import { isSettled, occupantOf, facesNobody, seatOf, type Seat } from '../composition/draw-seat.rules';
import { successionClock, whenVacated } from '../composition/empty-seats.rules';
import { evolveOpened } from '../panel/common-refusals.rules';
import type { ChallengeMember, SignChallengeDecision } from '../panel/panel-commands.rules';
import {
  coHeadOf,
  deskOf,
  isPast,
  isRefused,
  runs,
  screeningOver,
  type OpenedPanel,
  type OpenedPanelEvent,
  type PanelEvent,
} from '../panel/panel-state.rules';
import { seatClockId } from '../time/time.rules';
import { lateFactBar, lateFactRefusals } from './late-facts.rules';
import { verdictDigest, type Challenge, type ChallengeOutcome } from './challenges.rules';

/** A co-head signs a verdict; it takes effect when the other has signed the same one (I-04). */
export function signChallengeDecision(command: SignChallengeDecision, state: OpenedPanel, clocks: Clocks) {
  const { by, receivedAt, challengeId } = command;
  const challenge = state.challenges.find(({ id }) => id === challengeId);
  if (challenge?.member === by) return refuse(compositionRefusals.challengedDecides);
  const party = coHeadOf(state, command);
  if (isRefused(party)) return party;
  if (!challenge) return refuse(compositionRefusals.unknownChallenge);
  if (challenge.signatures.some(({ coHead, party: signed }) => coHead === by && signed !== party))
    return refuse(compositionRefusals.signsForBoth);
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  const seat = state.seats.find(({ id }) => id === challenge.seat);
  const clock = seat && seatClockId('challenge-decision', state.parties[seat.side], seat.number);
  if (challenge.outcome || !clock || !runs(state, clock) || seatOf(state, challenge.member) !== seat)
    return refuse(compositionRefusals.challengeDecided);
  if (isPast(state, clock, receivedAt)) return refuse(compositionRefusals.decisionLate);
  if (challenge.signatures.some((signature) => signature.party === party))
    return refuse(compositionRefusals.alreadySigned);
  const { verdict, digest } = command;
  if (digest !== verdictDigest(state.caseId, challenge, verdict))
    return refuse(compositionRefusals.digestDiffers, '/digest');
  const signed: ChallengeDecisionSigned = {
    type: 'ChallengeDecisionSigned',
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: { challengeId, by, party, verdict, digest, opens: [], closes: [] },
  };
  const after = evolveOpened(state, signed);
  return accept<PanelEvent>(signed, ...verdictBySignatures(after, challengeId, seat, command.receivedAt, clocks));
}

/** When the co-heads are split or silent, the member stays, and the challenge stays on record. */
export function challengeByDefault(
  state: OpenedPanel,
  seat: Seat,
  expiry: Instant,
  clocks: Clocks,
): readonly OpenedPanelEvent[] {
  const occupant = occupantOf(seat)?.personId;
  const challenge = state.challenges.find(({ member, outcome }) => member === occupant && outcome === null);
  if (!challenge) return [];
  const signed = challenge.signatures.map(({ party }) => party);
  const missing = [state.parties.complainant, state.parties.respondent].filter((party) => !signed.includes(party));
  return decided(state, seat, challenge, { verdict: 'not-upheld', by: 'default', at: expiry, missing }, clocks);
}

function verdictBySignatures(
  state: OpenedPanel,
  challengeId: string,
  seat: Seat,
  at: Instant,
  clocks: Clocks,
): readonly OpenedPanelEvent[] {
  const challenge = state.challenges.find(({ id }) => id === challengeId);
  const due = state.running[seatClockId('challenge-decision', state.parties[seat.side], seat.number)];
  if (!challenge || !due) return [];
  const { complainant, respondent } = state.parties;
  for (const verdict of ['upheld', 'not-upheld'] as const) {
    const act = coHeadsAct(
      challenge.signatures,
      [complainant, respondent],
      verdictDigest(state.caseId, challenge, verdict),
      due.dueAt,
      at,
    );
    if (act.status === 'in-effect')
      return decided(state, seat, challenge, { verdict, by: 'both-signatures', at, missing: [] }, clocks);
  }
  return [];
}

function decided(
  state: OpenedPanel,
  seat: Seat,
  { id, member, by }: Challenge,
  outcome: ChallengeOutcome,
  clocks: Clocks,
): readonly OpenedPanelEvent[] {
  const party = state.parties[seat.side];
  const kind = outcome.by === 'default' ? 'expiry' : 'act';
  const happening = { event: 'ChallengeDecided', at: outcome.at, kind } as const;
  const mayReplace =
    outcome.by === 'default' && state.replacements[by] < clocks.ruleSet.panel.peremptoryReplacementsPerSide;
  const opens =
    outcome.verdict === 'upheld'
      ? [successionClock(state, seat, happening, clocks)]
      : mayReplace
        ? [clocks.start('challenge', happening, seatClockId('replacement', party, seat.number), state.parties[by])]
        : [];
  const event: ChallengeDecided = {
    type: 'ChallengeDecided',
    occurredAt: outcome.at,
    rule: 'S6',
    tier: 'PUBLIC',
    data: {
      challengeId: id,
      seat: seat.id,
      side: seat.side,
      party,
      member,
      outcome,
      opens,
      closes: [seatClockId('challenge-decision', party, seat.number)],
    },
  };
  const after = evolveOpened(state, event);
  return outcome.verdict === 'upheld'
    ? [event, ...whenVacated(after, seat.id, outcome.at, clocks)]
    : [event, ...whenWhole(after, outcome.at, kind, clocks)];
}

/**
 * A desk challenges a member of the other side: in the time that follows a disclosure, or later, and once, for a fact
 * that came to light since.
 */
export function challengeMember(command: ChallengeMember, state: OpenedPanel, clocks: Clocks) {
  const side = deskOf(state, command);
  if (isRefused(side)) return side;
  const { by, receivedAt } = command;
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  if (facesNobody(state, side)) return refuse(compositionRefusals.unknownMember, '/member');
  const { member, grounds, cameToLight } = command;
  const seat = seatOf(state, member);
  if (!seat) return refuse(compositionRefusals.unknownMember, '/member');
  if (seat.side === side) return refuse(compositionRefusals.ownMember);
  const party = state.parties[seat.side];
  const id = seatClockId('challenge', party, seat.number);
  const isLate = isSettled(seat) && cameToLight !== undefined;
  if (!runs(state, id) && !isLate) return refuse(compositionRefusals.notOpenToChallenge);
  if (isPast(state, id, receivedAt)) return refuse(compositionRefusals.challengeLate);
  const bar = isLate ? lateFactBar(seat, cameToLight, receivedAt, state, clocks) : undefined;
  if (bar) return refuse(bar, bar === lateFactRefusals.knownInTime ? '/cameToLight' : undefined);
  return accept<ChallengeMade>({
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
      cameToLight: isLate ? cameToLight : null,
      opens: [
        clocks.start(
          seat.filledAgain ? 'successor-challenge-decision' : 'challenge-decision',
          { event: 'ChallengeMade', at: receivedAt },
          seatClockId('challenge-decision', party, seat.number),
        ),
      ],
      closes: isLate ? [] : [id],
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
