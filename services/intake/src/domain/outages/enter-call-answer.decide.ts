import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import { enterLate } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import type { Call } from '../consultations/call';
import type { CallAnswered } from '../consultations/consultations-events';
import { callsOf, isParty } from '../consultations/in-consultations';
import { refusals } from '../refusals';
import { outageRefusals } from './outage-refusals';
import type { EnterFallbackCallAnswer } from './outages-commands';

interface CallTime {
  readonly id: string;
  readonly dueAt: Instant;
  readonly trigger: { readonly instant: Instant };
}

/** I-19: that a call was taken is proved only later. It was not unanswered then, though consultations have gone on or ended since. */
export function enterCallAnswer(command: EnterFallbackCallAnswer, state: FiledCase): Decision<CaseEvent> {
  const { act, entryId, channel, cameAt, receivedAt: enteredAt, by } = command;
  if (state.status !== 'registered') return refuse(state.status === 'ended' ? refusals.screeningEnded : refusals.notInConsultations);
  if (!isParty(state, act.party)) return refuse(refusals.notAParty, '/party');
  if (act.by === by) return refuse(outageRefusals.entersOwnAct, '/from');
  const call = callsOf(state).find(({ id }) => id === act.callId);
  if (!call) return refuse(refusals.unknownCall);
  if (act.party === call.namedBy) return refuse(refusals.ownCall);
  const due = state.running[call.id]?.dueAt;
  const times = { ids: [call.id], running: due === undefined ? {} : timeOf(call, due), lapsed: unansweredTime(call) };
  const entry = { entryId, act: 'call-answer', channel, cameAt, enteredAt, by, party: act.party };
  return enterLate<FiledCase, CallTime, CaseEvent>(entry, times, state, {
    undo: () => state,
    decide: () => accept(answered(call, command)),
    setAside: (said) => [{ type: 'DefaultSetAside', occurredAt: cameAt, rule: 'I-19', tier: 'PUBLIC', data: { ...said, opens: [], closes: [] } }],
  });
}

const timeOf = ({ id, offeredAt, moves }: Call, dueAt: Instant): Readonly<Record<string, CallTime>> => ({ [id]: { id, dueAt, trigger: { instant: moves.at(-1)?.at ?? offeredAt } } });

const unansweredTime = (call: Call): Readonly<Record<string, CallTime>> =>
  call.outcome !== 'open' && call.outcome.kind === 'unanswered' ? timeOf(call, call.outcome.at) : {};

const answered = ({ id, offeredBy, proposedFor, level }: Call, { act: { by }, cameAt }: EnterFallbackCallAnswer): CallAnswered => ({
  type: 'CallAnswered',
  occurredAt: cameAt,
  rule: 'S5',
  tier: 'PUBLIC',
  data: { callId: id, offeredBy, proposedFor, level, by, opens: [], closes: [id] },
});
