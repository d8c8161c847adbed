import { accept, refuse, type PersonId, type ReasonsOf } from '@parley/kernel';
import { enterLate, within, type Clocks, type SetAside } from '@parley/procedure';
import { challengeMember, signChallengeDecision } from '../challenges/challenge-decision.rules';
import { replaceMember } from '../composition/composition-refusals.rules';
import { occupantOf } from '../composition/draw-seat.rules';
import { makeDisclosure, nominateMember } from '../composition/members.rules';
import { certifyFindings } from '../findings/certification.rules';
import { answerRequest } from '../information/information-request.rules';
import { commentOnMaterial } from '../information/third-party.rules';
import { commonRefusals } from '../panel/common-refusals.rules';
import { hasOtherCapacity, screeningOver, type OpenedPanel, type PanelEvent } from '../panel/panel-state.rules';
import { commentInterim } from '../review/comments.rules';
import { SEAT_CLOCKS } from '../time/time.rules';
import {
  clocksFor,
  clocksOfSeat,
  seatOfClock,
  sideOfParty,
  withoutDefault,
  type DefaultSetAside,
  type EnterFallbackAct,
  type LapsedPanelClock,
  type LateAct,
} from './late-entries.rules';

/** Name of each act, and the part of the request that holds it. */
const ACTS: Readonly<Record<LateAct['type'], { readonly name: string; readonly part: string }>> = {
  NominateMember: { name: 'nomination', part: '/nomination' },
  MakeDisclosure: { name: 'disclosure', part: '/disclosure' },
  ChallengeMember: { name: 'challenge', part: '/challenge' },
  SignChallengeDecision: { name: 'challenge-decision', part: '/challengeDecision' },
  CommentInterim: { name: 'interim-comment', part: '/interimComment' },
  CertifyFindings: { name: 'certification', part: '/certification' },
  ReplaceMember: { name: 'replacement', part: '/replacement' },
  AnswerRequest: { name: 'information-answer', part: '/informationAnswer' },
  CommentOnMaterial: { name: 'expert-comment', part: '/reportComment' },
};

/**
 * Acts that are added to what stands once their default has happened, each with its one event. Any further effect of
 * the act has come about by the default.
 */
const BESIDE: Partial<Readonly<Record<LateAct['type'], PanelEvent['type']>>> = {
  CommentInterim: 'InterimCommented',
  CertifyFindings: 'FindingsCertified',
  CommentOnMaterial: 'MaterialCommented',
};

/**
 * I-19: the registry enters an act that came by another channel. The clocks of seats that the act starts have their
 * full time from the entry.
 */
export function enterFallback(command: EnterFallbackAct, state: OpenedPanel, clocks: Clocks) {
  const { entryId, channel, cameAt, receivedAt: enteredAt, by, act } = command;
  if (act.party === null || !sideOfParty(state, act.party)) return refuse(commonRefusals.notAParty, '/party');
  if (concerns(act, by) || hasOtherCapacity(state, by, 'registry')) return refuse(commonRefusals.twoCapacities);
  const over = barOf(act, state, command);
  if (over) return refuse(over);
  const entry = { entryId, act: ACTS[act.type].name, channel, cameAt, enteredAt, by, party: act.party };
  return enterLate<OpenedPanel, LapsedPanelClock, PanelEvent, ReasonsOf<typeof decide>>(
    entry,
    { ids: clocksFor(act, state), running: state.running, lapsed: state.lapsed },
    state,
    {
      undo: (clock) => withoutDefault(state, clock),
      decide: (before) => {
        const decision = within(ACTS[act.type].part, decide(act, before, clocks));
        if (decision.kind === 'refused') return decision;
        const events = before === state ? decision.events : standing(act, decision.events);
        return accept(...events.map((event) => withFullTime(event, command, clocks)));
      },
      setAside: (said, decided) => setAsideBy(said, decided, state, cameAt),
    },
  );
}

/** True when the act concerns the person who enters it, as its author or as the nominee (I-05). */
const concerns = (act: LateAct, person: PersonId): boolean =>
  act.by === person || (act.type === 'NominateMember' && act.member === person);

/**
 * A screening that has ended or stands still takes no entry but a certification. A certification is about findings that
 * have ended it.
 */
const barOf = (act: LateAct, state: OpenedPanel, { receivedAt }: EnterFallbackAct) =>
  act.type === 'CertifyFindings' ? undefined : screeningOver(state, receivedAt);

function decide(act: LateAct, state: OpenedPanel, clocks: Clocks) {
  switch (act.type) {
    case 'NominateMember':
      return nominateMember(act, state, clocks);
    case 'MakeDisclosure':
      return makeDisclosure(act, state, clocks);
    case 'ChallengeMember':
      return challengeMember(act, state, clocks);
    case 'SignChallengeDecision':
      return signChallengeDecision(act, state, clocks);
    case 'CommentInterim':
      return commentInterim(act, state, clocks);
    case 'CertifyFindings':
      return certifyFindings(act, state);
    case 'ReplaceMember':
      return replaceMember(act, state, clocks);
    case 'AnswerRequest':
      return answerRequest(act, state);
    case 'CommentOnMaterial':
      return commentOnMaterial(act, state);
  }
}

/**
 * The events of an act that stand once its default has happened. Of a decision on a challenge only the signature
 * stands, unless the decision removes the member.
 */
function standing(act: LateAct, events: readonly PanelEvent[]): readonly PanelEvent[] {
  const beside = BESIDE[act.type];
  if (beside) return events.filter(({ type }) => type === beside);
  return act.type === 'SignChallengeDecision' && !events.some(upholds)
    ? events.filter(({ type }) => type === 'ChallengeDecisionSigned')
    : events;
}

const upholds = (event: PanelEvent): boolean =>
  event.type === 'ChallengeDecided' && event.data.outcome.verdict === 'upheld';

/** Nobody could know of the act before it was entered, so the next person's time is counted from the entry. */
function withFullTime<Event extends PanelEvent>(
  event: Event,
  { receivedAt: at }: EnterFallbackAct,
  clocks: Clocks,
): Event {
  const opens = event.data.opens.map((opened) =>
    SEAT_CLOCKS.some((clock) => clock === opened.clock) ? clocks.restart(opened, at) : opened,
  );
  return { ...event, data: { ...event.data, opens } };
}

function setAsideBy(
  said: SetAside,
  decided: readonly PanelEvent[],
  state: OpenedPanel,
  cameAt: DefaultSetAside['occurredAt'],
): readonly DefaultSetAside[] {
  const signedOnly = decided.every(({ type }) => type === 'ChallengeDecisionSigned');
  if (signedOnly) return [];
  const seat = seatOfClock(state, said.deadline);
  const was = state.lapsed[said.deadline]?.occupancy;
  const now = seat && occupantOf(seat)?.personId;
  const removed =
    seat && was && now && occupantOf({ ...seat, occupancy: was })?.personId !== now
      ? { member: now, party: state.parties[seat.side] }
      : null;
  const closes = seat ? clocksOfSeat(state, seat).filter((id) => state.running[id] !== undefined) : [];
  return [
    {
      type: 'DefaultSetAside',
      occurredAt: cameAt,
      rule: 'I-19',
      tier: 'PUBLIC',
      data: { ...said, removed, opens: [], closes },
    },
  ];
}
