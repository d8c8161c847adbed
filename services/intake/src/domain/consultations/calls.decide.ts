import { accept, refuse, type Decision, type Instant, type PartyCode, type Refused } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { FiledCase } from '../case-state';
import { refusals } from '../refusals';
import type { RunningDeadline } from '../running-deadline';
import type { Call } from './call';
import type { AcceptCall, AnswerCall, MoveCall, OfferCall } from './consultations-commands';
import type { CallAccepted, CallAnswered, CallMoved, CallOffered, CallUnanswered } from './consultations-events';
import { callsOf, endOfConsultations, isParty, otherParty } from './in-consultations';
import { levelAt } from './level';
import { timeOfAcceptedCall, timeOfCall } from './time-of-call';

/** More would fill the other side's record and the public docket, and answer nothing. */
const MOST_CALLS_OF_A_SIDE = 100;

const about = (occurredAt: Instant) => ({ occurredAt, rule: 'S5', tier: 'PUBLIC' }) as const;

/** A party offers a call. What is not answered by the time proposed is unanswered, and that is a public fact. */
export function offerCall(command: OfferCall, state: FiledCase): Decision<CallOffered> {
  const { by, party, receivedAt } = command;
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  const end = endOfConsultations(state, receivedAt);
  if (!end || state.status !== 'registered') return refuse(refusals.notInConsultations);
  const { calls, consultations } = state.exchange;
  if (calls.filter(({ offeredBy }) => offeredBy === party).length >= MOST_CALLS_OF_A_SIDE)
    return refuse(refusals.tooManyCalls);
  const { proposedFor } = command;
  if (proposedFor <= receivedAt || proposedFor >= end.dueAt)
    return refuse(refusals.callOutsideConsultations, '/proposedFor');
  const callId = `call:${String(calls.length + 1)}`;
  const level = levelAt(state, consultations.level, receivedAt);
  const opens = [timeOfCall(callId, 'CallOffered', `party:${otherParty(state, party)}`, receivedAt, proposedFor)];
  return accept({
    ...about(receivedAt),
    type: 'CallOffered',
    data: { callId, offeredBy: party, by, proposedFor, level, opens, closes: firstCallInTime(state, receivedAt) },
  });
}

/** The first call of an urgent case was offered in time; a clock that has run out is left to its default (I-18). */
function firstCallInTime({ running }: FiledCase, receivedAt: Instant): readonly string[] {
  const due = running['first-call'];
  return due && receivedAt < due.dueAt ? [due.id] : [];
}

/** The party awaited says beforehand that it will take the call. That alone answers nothing. */
export function acceptCall(
  { by, party, receivedAt, callId }: AcceptCall,
  state: FiledCase,
  { ruleSet }: Clocks,
): Decision<CallAccepted> {
  const open = openCall(state, party, callId, receivedAt);
  if ('kind' in open) return open;
  const { call, end, acting } = open;
  if (acting === call.namedBy) return refuse(refusals.ownCall);
  if (call.acceptedAt !== null) return refuse(refusals.callAccepted);
  const opens = [timeOfAcceptedCall(call, `party:${acting}`, receivedAt, end, ruleSet.consultations)];
  return accept({
    ...about(receivedAt),
    type: 'CallAccepted',
    data: { ...of(call), by, party: acting, opens, closes: [] },
  });
}

/** Either side names another time, so often as the rules let it; there the other side is awaited. */
export function moveCall(command: MoveCall, state: FiledCase, { ruleSet }: Clocks): Decision<CallMoved> {
  const { by, party, receivedAt, callId } = command;
  const open = openCall(state, party, callId, receivedAt);
  if ('kind' in open) return open;
  const { call, end, acting } = open;
  if (receivedAt >= call.proposedFor) return refuse(refusals.callClosed);
  const { proposedFor } = command;
  if (proposedFor <= receivedAt || proposedFor >= end.dueAt)
    return refuse(refusals.callOutsideConsultations, '/proposedFor');
  if (proposedFor === call.proposedFor) return refuse(refusals.callSameTime, '/proposedFor');
  if (call.moves.filter((move) => move.by === acting).length >= ruleSet.consultations.movesOfACallPerSide)
    return refuse(refusals.callMovedAlready);
  const opens = [timeOfCall(callId, 'CallMoved', `party:${otherParty(state, acting)}`, receivedAt, proposedFor)];
  const data = { ...of(call), proposedFor, from: call.proposedFor, by, party: acting, opens, closes: [] };
  return accept({ ...about(receivedAt), type: 'CallMoved', data });
}

/** The party awaited takes the call. */
export function answerCall({ by, party, receivedAt, callId }: AnswerCall, state: FiledCase): Decision<CallAnswered> {
  const open = openCall(state, party, callId, receivedAt);
  if ('kind' in open) return open;
  if (open.acting === open.call.namedBy) return refuse(refusals.ownCall);
  return accept({
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

const of = ({ id, offeredBy, proposedFor, level }: Call) => ({ callId: id, offeredBy, proposedFor, level });

interface OpenCall {
  readonly call: Call;
  readonly end: RunningDeadline;
  readonly acting: PartyCode;
}

/** A call that a party may still do something about. */
function openCall(state: FiledCase, party: string | null, callId: string, receivedAt: Instant): OpenCall | Refused {
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  const end = endOfConsultations(state, receivedAt);
  if (!end) return refuse(refusals.notInConsultations);
  const call = callsOf(state).find(({ id }) => id === callId);
  if (!call) return refuse(refusals.unknownCall);
  const due = state.running[callId];
  if (call.outcome !== 'open' || !due || receivedAt >= due.dueAt) return refuse(refusals.callClosed);
  return { call, end, acting: party };
}
