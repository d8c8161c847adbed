import { accept, refuse, type Decision, type Instant, type PartyCode } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { FiledCase } from '../case-commands.rules';
import type { CaseEvent } from '../case-events.rules';
import { commonRefusals, type RunningDeadline } from '../common-refusals.rules';
import {
  callsOf,
  endOfConsultations,
  isInConsultations,
  isParty,
  otherParty,
  type AcceptCall,
  type AnswerCall,
  type CallAccepted,
  type CallAnswered,
  type CallMoved,
  type CallOffered,
  type CallUnanswered,
  type ConcludeConsultations,
  type ConclusionDeclared,
  type ConsultationsClosed,
  type ConsultationsEscalated,
  type EscalateConsultations,
  type MoveCall,
  type OfferCall,
} from './consultations.rules';
import { timeForJointProposal } from './joint-proposal.rules';
import { consultationsRefusals } from './minutes.rules';
import { countCalls, levelAbove, levelAt, timeOfAcceptedCall, timeOfCall, type Call } from './time-of-call.rules';
import { notWhileSuspended, type DecidersOf } from '../while-suspended.rules';

/** More calls would fill the other side's record and the public docket, and answer nothing. */
const MOST_CALLS_OF_A_SIDE = 100;

const about = (occurredAt: Instant) => ({ occurredAt, rule: 'S5', tier: 'PUBLIC' }) as const;

/** A party offers a call. A call that is not answered by the proposed time is unanswered, and that is a public fact. */
export function offerCall(command: OfferCall, state: FiledCase) {
  const { by, party, receivedAt } = command;
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  const end = endOfConsultations(state, receivedAt);
  if (!end || state.status !== 'registered') return refuse(commonRefusals.notInConsultations);
  const { calls, consultations } = state.exchange;
  if (calls.filter(({ offeredBy }) => offeredBy === party).length >= MOST_CALLS_OF_A_SIDE)
    return refuse(consultationsRefusals.tooManyCalls);
  const { proposedFor } = command;
  if (proposedFor <= receivedAt || proposedFor >= end.dueAt)
    return refuse(consultationsRefusals.callOutsideConsultations, '/proposedFor');
  const n = calls.length + 1;
  const callId = `call:${String(n)}`;
  const level = levelAt(state, consultations.level, receivedAt);
  const opens = [
    timeOfCall({ id: callId, level }, 'CallOffered', `party:${otherParty(state, party)}`, receivedAt, proposedFor),
  ];
  return accept<CallOffered>({
    ...about(receivedAt),
    type: 'CallOffered',
    data: { callId, n, offeredBy: party, by, proposedFor, level, opens, closes: firstCallInTime(state, receivedAt) },
  });
}

/** The first call of an urgent case was offered in time. A clock that has run out is left to its default (I-18). */
function firstCallInTime({ running }: FiledCase, receivedAt: Instant): readonly string[] {
  const due = running['first-call'];
  return due && receivedAt < due.dueAt ? [due.id] : [];
}

/** The party awaited says beforehand that it will take the call. That alone answers nothing. */
export function acceptCall({ by, party, receivedAt, callId }: AcceptCall, state: FiledCase, { ruleSet }: Clocks) {
  const open = openCall(state, party, callId, receivedAt);
  if ('kind' in open) return open;
  const { call, end, acting } = open;
  if (acting === call.namedBy) return refuse(commonRefusals.ownCall);
  if (call.acceptedAt !== null) return refuse(consultationsRefusals.callAccepted);
  const opens = [timeOfAcceptedCall(call, `party:${acting}`, receivedAt, end, ruleSet.consultations)];
  return accept<CallAccepted>({
    ...about(receivedAt),
    type: 'CallAccepted',
    data: { ...of(call), by, party: acting, opens, closes: [] },
  });
}

/** Either side names another time, as often as the rules allow. The other side is then awaited. */
export function moveCall(command: MoveCall, state: FiledCase, { ruleSet }: Clocks) {
  const { by, party, receivedAt, callId } = command;
  const open = openCall(state, party, callId, receivedAt);
  if ('kind' in open) return open;
  const { call, end, acting } = open;
  if (receivedAt >= call.proposedFor) return refuse(consultationsRefusals.callClosed);
  const { proposedFor } = command;
  if (proposedFor <= receivedAt || proposedFor >= end.dueAt)
    return refuse(consultationsRefusals.callOutsideConsultations, '/proposedFor');
  if (proposedFor === call.proposedFor) return refuse(consultationsRefusals.callSameTime, '/proposedFor');
  if (call.moves.filter((move) => move.by === acting).length >= ruleSet.consultations.movesOfACallPerSide)
    return refuse(consultationsRefusals.callMovedAlready);
  const opens = [timeOfCall(call, 'CallMoved', `party:${otherParty(state, acting)}`, receivedAt, proposedFor)];
  const data = { ...of(call), proposedFor, from: call.proposedFor, by, party: acting, opens, closes: [] };
  return accept<CallMoved>({ ...about(receivedAt), type: 'CallMoved', data });
}

/** The party awaited takes the call. */
export function answerCall({ by, party, receivedAt, callId }: AnswerCall, state: FiledCase) {
  const open = openCall(state, party, callId, receivedAt);
  if ('kind' in open) return open;
  if (open.acting === open.call.namedBy) return refuse(commonRefusals.ownCall);
  return accept<CallAnswered>({
    ...about(receivedAt),
    type: 'CallAnswered',
    data: { ...of(open.call), by, opens: [], closes: [callId] },
  });
}

/** The time of an offered call passed without an answer. */
export function callByDefault(callId: string, expiry: Instant, state: FiledCase): Decision<CallUnanswered> {
  const call = callsOf(state).find(({ id }) => id === callId);
  if (call?.outcome !== 'open') return accept();
  const awaited = otherParty(state, call.namedBy);
  return accept({
    ...about(expiry),
    type: 'CallUnanswered',
    data: { ...of(call), awaited, opens: [], closes: [callId] },
  });
}

const of = ({ id, n, offeredBy, proposedFor, level }: Call) => ({ callId: id, n, offeredBy, proposedFor, level });

interface OpenCall {
  readonly call: Call;
  readonly end: RunningDeadline;
  readonly acting: PartyCode;
}

/** A call that a party may still do something about. */
function openCall(state: FiledCase, party: string | null, callId: string, receivedAt: Instant) {
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  const end = endOfConsultations(state, receivedAt);
  if (!end) return refuse(commonRefusals.notInConsultations);
  const call = callsOf(state).find(({ id }) => id === callId);
  if (!call) return refuse(commonRefusals.unknownCall);
  const due = state.running[callId];
  if (call.outcome !== 'open' || !due || receivedAt >= due.dueAt) return refuse(consultationsRefusals.callClosed);
  return { call, end, acting: party } satisfies OpenCall;
}

/** Either party takes the matter one level up. The other need not agree, because silence never blocks. */
export function escalate({ by, party, receivedAt }: EscalateConsultations, state: FiledCase) {
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  const end = endOfConsultations(state, receivedAt);
  if (!end || !isInConsultations(state)) return refuse(commonRefusals.notInConsultations);
  const from = state.exchange.consultations.level;
  if (levelAt(state, from, receivedAt) !== from) return refuse(commonRefusals.defaultPending);
  const to = levelAbove(from);
  if (!to) return refuse(consultationsRefusals.highestLevel);
  // The time does not change. At the co-heads' level it stands in their agenda, too.
  const opens = to === 'coheads' ? [{ ...end, awaits: 'parties-and-coheads' } as const] : [];
  return accept<ConsultationsEscalated>({
    ...about(receivedAt),
    type: 'ConsultationsEscalated',
    data: { from, to, by, party, opens, closes: ['officials'] },
  });
}

/** The officials' time is over: the deputies go on. */
export function officialsByDefault(expiry: Instant, state: FiledCase): Decision<ConsultationsEscalated> {
  if (!isInConsultations(state)) return accept();
  const data = {
    from: 'officials',
    to: 'deputies',
    by: 'default',
    party: null,
    opens: [],
    closes: ['officials'],
  } as const;
  return accept({ ...about(expiry), type: 'ConsultationsEscalated', data });
}

/**
 * A party declares the consultations concluded. When both have, they end before their time, and no call that was
 * offered for later is counted against anybody. The defaults of calls whose time has passed come first (I-18).
 */
export function conclude({ by, party, receivedAt }: ConcludeConsultations, state: FiledCase) {
  if (!isParty(state, party)) return refuse(commonRefusals.notAParty);
  if (!endOfConsultations(state, receivedAt) || !isInConsultations(state))
    return refuse(commonRefusals.notInConsultations);
  const { concludedBy } = state.exchange.consultations;
  if (concludedBy.includes(party)) return refuse(consultationsRefusals.concludedAlready);
  const declared: ConclusionDeclared = {
    ...about(receivedAt),
    tier: 'PARTIES',
    type: 'ConclusionDeclared',
    data: { party, by, opens: [], closes: [] },
  };
  if (concludedBy.length === 0) return accept<CaseEvent>(declared);
  const late = state.exchange.calls.some(
    ({ id, outcome }) => outcome === 'open' && receivedAt >= (state.running[id]?.dueAt ?? receivedAt),
  );
  if (late || levelAt(state, state.exchange.consultations.level, receivedAt) !== state.exchange.consultations.level)
    return refuse(commonRefusals.defaultPending);
  return accept<CaseEvent>(declared, closed(null, receivedAt, state));
}

/**
 * S5 ends with its time: what is left goes to the co-heads, and the screening goes on. A call whose time ends with it
 * is unanswered.
 */
export function consultationsByDefault(expiry: Instant, state: FiledCase, clocks: Clocks): Decision<CaseEvent> {
  const unanswered = callsOf(state).flatMap(({ id }) => {
    const decision = callByDefault(id, expiry, state);
    return decision.kind === 'accepted' ? decision.events : [];
  });
  const end = closed('coheads', expiry, state, unanswered.length);
  const opens = timeForJointProposal({ event: end.type, at: expiry, kind: 'expiry' }, state, clocks);
  return accept<CaseEvent>(...unanswered, { ...end, data: { ...end.data, opens } });
}

function closed(escalatedTo: 'coheads' | null, at: Instant, state: FiledCase, unanswered = 0): ConsultationsClosed {
  const calls = callsOf(state);
  const ledger = countCalls(calls);
  const open = calls.filter(({ outcome }) => outcome === 'open').map(({ id }) => id);
  return {
    ...about(at),
    type: 'ConsultationsClosed',
    data: {
      escalatedTo,
      ledger: { ...ledger, unanswered: ledger.unanswered + unanswered },
      opens: [],
      closes: ['consultations', 'officials', ...open],
    },
  };
}

export const callActs = {
  OfferCall: notWhileSuspended(offerCall),
  AcceptCall: notWhileSuspended(acceptCall),
  MoveCall: notWhileSuspended(moveCall),
  AnswerCall: notWhileSuspended(answerCall),
  EscalateConsultations: notWhileSuspended(escalate),
  ConcludeConsultations: notWhileSuspended(conclude),
} satisfies DecidersOf<OfferCall | AcceptCall | MoveCall | AnswerCall | EscalateConsultations | ConcludeConsultations>;
