import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import { coHeadsAct, latestOf, type Clocks } from '@parley/procedure';
import { coHeadOf, isPast, isRefused, runs, screeningOver } from '../acting';
import { seatClockId } from '../clock-moves';
import type { SignChallengeDecision } from '../panel-commands';
import type { OpenedPanelEvent, PanelEvent } from '../panel-events';
import type { OpenedPanel } from '../panel-state';
import { evolveOpened } from '../panel.evolve';
import { refusals } from '../refusals';
import { verdictDigest, type Challenge, type ChallengeOutcome } from './challenge';
import type { ChallengeDecided, ChallengeDecisionSigned } from './composition-events';
import { whenWhole } from './convene';
import { seatOf } from './membership';
import { occupantOf, type Seat } from './seat';

/** A co-head signs a verdict; it takes effect when the other has signed the same one (I-04). */
export function signChallengeDecision(
  command: SignChallengeDecision,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<PanelEvent> {
  const { by, receivedAt, challengeId, verdict, digest, jws } = command;
  const challenge = state.challenges.find(({ id }) => id === challengeId);
  if (challenge?.member === by) return refuse(refusals.challengedDecides);
  const party = coHeadOf(state, command);
  if (isRefused(party)) return party;
  if (!challenge) return refuse(refusals.unknownChallenge);
  if (challenge.signatures.some(({ coHead, party: signed }) => coHead === by && signed !== party))
    return refuse(refusals.signsForBoth);
  const over = screeningOver(state, receivedAt);
  if (over) return refuse(over);
  const seat = state.seats.find(({ id }) => id === challenge.seat);
  const clock = seat && seatClockId('challenge-decision', state.parties[seat.side], seat.number);
  if (challenge.outcome || !clock || !runs(state, clock) || seatOf(state, challenge.member) !== seat)
    return refuse(refusals.challengeDecided);
  if (isPast(state, clock, receivedAt)) return refuse(refusals.decisionLate);
  if (challenge.signatures.some((signature) => signature.party === party)) return refuse(refusals.alreadySigned);
  if (digest !== verdictDigest(state.caseId, challenge, verdict)) return refuse(refusals.digestDiffers, '/digest');
  const signed: ChallengeDecisionSigned = {
    type: 'ChallengeDecisionSigned',
    occurredAt: receivedAt,
    rule: 'I-04',
    tier: 'PARTIES',
    data: { challengeId, by, party, verdict, digest, ...(jws === undefined ? {} : { jws }), opens: [], closes: [] },
  };
  const after = evolveOpened(state, signed);
  return accept<PanelEvent>(
    signed,
    ...verdictBySignatures(after, challengeId, seat, latestOf([...challenge.signatures, command]), clocks),
  );
}

/** Split or silent co-heads: the member stays, and the challenge stays on record. */
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
  const mayReplace = state.replacements[by] < clocks.ruleSet.panel.peremptoryReplacementsPerSide;
  const opens =
    outcome.verdict === 'upheld'
      ? [clocks.start('nomination', happening, seatClockId('nomination', party, seat.number))]
      : mayReplace
        ? [clocks.start('challenge', happening, seatClockId('replacement', party, seat.number))]
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
  return [event, ...whenWhole(evolveOpened(state, event), outcome.at, kind, clocks)];
}
