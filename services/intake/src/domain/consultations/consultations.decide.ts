import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { AnswerCall, OfferCall } from '../case-commands';
import type { CallAnswered, CallOffered, CallUnanswered, CaseEvent } from '../case-events';
import type { FiledCase, RegisteredCase } from '../case-state';
import { countCalls, type Call } from './call';
import type { NamedTime } from '../running-deadline';
import { refusals } from '../refusals';

type InConsultations = RegisteredCase & { readonly exchange: { readonly stage: 'consultations' } };

const inConsultations = (state: FiledCase): state is InConsultations => state.status === 'registered' && state.exchange.stage === 'consultations';

/** More would fill the other side's record and the public docket, and answer nothing. */
const MOST_CALLS_OF_A_SIDE = 100;

const callsOf = (state: FiledCase): readonly Call[] =>
  state.status === 'registered' && state.exchange.stage !== 'awaiting-reply' ? state.exchange.calls : [];

const isParty = ({ parties }: FiledCase, party: string | null): party is typeof parties.complainant =>
  party === parties.complainant || party === parties.respondent;

/** A party offers a call. What is not answered by the time proposed is unanswered, and that is a public fact. */
export function offerCall({ by, party, receivedAt, proposedFor }: OfferCall, state: FiledCase): Decision<CallOffered> {
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  if (!inConsultations(state)) return refuse(refusals.notInConsultations);
  const end = state.running['consultations'];
  if (!end || receivedAt >= end.dueAt) return refuse(refusals.notInConsultations);
  if (proposedFor <= receivedAt || proposedFor >= end.dueAt) return refuse(refusals.callOutsideConsultations, '/proposedFor');
  const offered = state.exchange.calls.filter(({ offeredBy }) => offeredBy === party).length;
  if (offered >= MOST_CALLS_OF_A_SIDE) return refuse(refusals.tooManyCalls);
  const callId = `call:${String(state.exchange.calls.length + 1)}`;
  return accept({
    type: 'CallOffered',
    occurredAt: receivedAt,
    rule: 'S5',
    tier: 'PUBLIC',
    data: {
      callId,
      offeredBy: party,
      by,
      proposedFor,
      opens: [timeOfCall(callId, receivedAt, proposedFor)],
      closes: [],
    },
  });
}

const timeOfCall = (id: string, offeredAt: Instant, dueAt: Instant): NamedTime => ({
  id,
  clock: 'call',
  stage: 'S5',
  rule: 'S5',
  trigger: { kind: 'act', event: 'CallOffered', instant: offeredAt },
  dueAt,
  provisional: false,
  arithmetic: { en: `The instant that the offer names, ${dueAt}.`, 'zh-Hans': `要约所载时刻，${dueAt}。` },
});

/** The other side takes the call. */
export function answerCall({ by, party, receivedAt, callId }: AnswerCall, state: FiledCase): Decision<CallAnswered> {
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  if (!inConsultations(state)) return refuse(refusals.notInConsultations);
  const call = state.exchange.calls.find(({ id }) => id === callId);
  if (!call) return refuse(refusals.unknownCall);
  if (party === call.offeredBy) return refuse(refusals.ownCall);
  if (call.outcome !== 'open' || receivedAt >= call.proposedFor) return refuse(refusals.callClosed);
  return accept({
    type: 'CallAnswered',
    occurredAt: receivedAt,
    rule: 'S5',
    tier: 'PUBLIC',
    data: { callId, offeredBy: call.offeredBy, proposedFor: call.proposedFor, by, opens: [], closes: [callId] },
  });
}

/** The time of an offered call passed without an answer. */
export function callByDefault(callId: string, expiry: Instant, state: FiledCase): Decision<CallUnanswered> {
  const call = callsOf(state).find(({ id }) => id === callId);
  if (!call) return accept();
  return accept({
    type: 'CallUnanswered',
    occurredAt: expiry,
    rule: 'S5',
    tier: 'PUBLIC',
    data: { callId, offeredBy: call.offeredBy, proposedFor: call.proposedFor, opens: [], closes: [callId] },
  });
}

/** S5 by time: what is left goes to the co-heads, and the screening goes on. */
export const consultationsByDefault = (expiry: Instant, state: FiledCase): Decision<CaseEvent> =>
  accept({
    type: 'ConsultationsClosed',
    occurredAt: expiry,
    rule: 'S5',
    tier: 'PUBLIC',
    data: { escalatedTo: 'coheads', ledger: countCalls(callsOf(state)), opens: [], closes: ['consultations'] },
  });
