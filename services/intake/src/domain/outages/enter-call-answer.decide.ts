import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import { enterLate, entryOf } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import type { Call } from '../consultations/call';
import type { CallAnswered } from '../consultations/consultations-events';
import { callsOf, isParty } from '../consultations/in-consultations';
import { refusals } from '../refusals';
import { defaultSetAside } from './default-set-aside';
import type { EnterFallbackCallAnswer } from './outages-commands';

interface CallTime {
  readonly id: string;
  readonly dueAt: Instant;
  readonly trigger: { readonly instant: Instant };
}

/** Of the request that holds it. */
const PART = '/callAnswer';

/**
 * I-19: that a call was taken is proved only later. It was not unanswered then, though consultations have gone on or
 * ended since.
 */
export function enterCallAnswer(command: EnterFallbackCallAnswer, state: FiledCase): Decision<CaseEvent> {
  const { act, cameAt } = command;
  if (state.status !== 'registered')
    return refuse(state.status === 'ended' ? refusals.screeningEnded : refusals.notInConsultations);
  if (!isParty(state, act.party)) return refuse(refusals.notAParty, `${PART}/party`);
  const entry = entryOf(command, 'call-answer', PART);
  if ('kind' in entry) return entry;
  const call = callsOf(state).find(({ id }) => id === act.callId);
  if (!call) return refuse(refusals.unknownCall);
  if (act.party === call.namedBy) return refuse(refusals.ownCall);
  const due = state.running[call.id]?.dueAt;
  const times = { ids: [call.id], running: due === undefined ? {} : timeOf(call, due), lapsed: unansweredTime(call) };
  return enterLate<FiledCase, CallTime, CaseEvent>(entry, times, state, {
    undo: () => state,
    decide: () => accept(answered(call, command)),
    setAside: (said) => [defaultSetAside(said, cameAt, 'PUBLIC')],
  });
}

const timeOf = ({ id, offeredAt, moves }: Call, dueAt: Instant): Readonly<Record<string, CallTime>> => ({
  [id]: { id, dueAt, trigger: { instant: moves.at(-1)?.at ?? offeredAt } },
});

const unansweredTime = (call: Call): Readonly<Record<string, CallTime>> =>
  call.outcome !== 'open' && call.outcome.kind === 'unanswered' ? timeOf(call, call.outcome.at) : {};

const answered = (
  { id, offeredBy, proposedFor, level }: Call,
  { act: { by }, cameAt }: EnterFallbackCallAnswer,
): CallAnswered => ({
  type: 'CallAnswered',
  occurredAt: cameAt,
  rule: 'S5',
  tier: 'PUBLIC',
  data: { callId: id, offeredBy, proposedFor, level, by, opens: [], closes: [id] },
});
