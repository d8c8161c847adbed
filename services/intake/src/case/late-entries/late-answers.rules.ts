import { accept, refuse, type Instant, type ReasonsOf } from '@parley/kernel';
import {
  lateEntryRefusals,
  takeLate,
  type Clocks,
  type EnteredAct,
  type RunningDeadline as ProcedureRunningDeadline,
} from '@parley/procedure';
import { defaultSetAside } from '../../registry/outages/outage-refusals.rules';
import { openToCure } from '../../registry/outages/outages.rules';
import { answerAmendment } from '../amendments/amend-grievance.rules';
import { replyOf, type AnswerAmendment } from '../amendments/amendments.rules';
import type { CureDeficiency, FiledCase, FileReply, RegisteredCase } from '../case-commands.rules';
import type { CaseEvent } from '../case-events.rules';
import { changeRefusals, commonRefusals, isCounted, type RunningDeadline } from '../common-refusals.rules';
import { cureDeficiency } from '../completeness/completeness.rules';
import { callsOf, isParty, type AnswerCall, type CallAnswered } from '../consultations/consultations.rules';
import type { Call } from '../consultations/time-of-call.rules';
import { tierOf } from '../letters/letters.rules';
import { fileReply } from '../reply/reply.rules';
import { answerSummary, summaryRefusals, type AnswerSummary } from '../summaries/summaries.rules';

/**
 * I-19: it is proved only later that the claims of an amendment were answered in time. So they did not go unanswered;
 * the consultations on them that the lapse has started stand. Claims that are gone since, or are answered in the times
 * of a later amendment, await no answer.
 */
export function takeAmendmentReply(entry: EnteredAct, act: AnswerAmendment, state: FiledCase, clocks: Clocks) {
  if (!isParty(state, act.party)) return refuse(commonRefusals.notAParty);
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  const amendment = state.amendments.find(({ id }) => id === act.amendmentId);
  if (!amendment) return refuse(changeRefusals.unknownAmendment);
  if (amendment.answer !== null && amendment.answer !== 'unanswered') return refuse(commonRefusals.notAwaitingReply);
  const { running, lapsed } = state;
  return takeLate<FiledCase, RunningDeadline, CaseEvent, ReasonsOf<typeof answerAmendment>>(
    entry,
    { ids: [replyOf(amendment.id)], running, lapsed },
    state,
    {
      undo: (clock) => (amendment.claims.length === 0 ? undefined : awaitingAnswer(state, amendment.id, clock)),
      decide(before) {
        const decision = answerAmendment(act, before, clocks);
        return decision.kind === 'refused' || before === state
          ? decision
          : accept(...decision.events.map(besideConsultations));
      },
      setAside: (said) => [defaultSetAside(said, entry.cameAt, 'PUBLIC')],
    },
  );
}

function awaitingAnswer(state: FiledCase, amendmentId: string, clock: RunningDeadline): FiledCase {
  const amendments = state.amendments.map((each) =>
    each.id === amendmentId ? { ...each, stage: 'awaiting-reply' as const, answer: null } : each,
  );
  return { ...state, amendments, running: { ...state.running, [clock.id]: clock } };
}

/** The time of consultations runs from the lapse, or is over. */
const besideConsultations = (event: CaseEvent): CaseEvent =>
  event.type === 'AmendmentAnswered' ? { ...event, data: { ...event.data, opens: [] } } : event;

const CURE = 'cure';

/**
 * I-19: it is proved only later that a filing was cured in time. It is checked again, with the registry's full time
 * from the entry.
 */
export function takeCure(entry: EnteredAct, act: CureDeficiency, state: FiledCase, clocks: Clocks) {
  if (act.party !== state.parties.complainant) return refuse(commonRefusals.notComplainant);
  const running = state.running[CURE];
  const answered = {
    ids: [CURE],
    running: running && isCounted(running) ? { [CURE]: running } : {},
    lapsed: closedFor(state),
  };
  return takeLate<FiledCase, ProcedureRunningDeadline, CaseEvent, ReasonsOf<typeof cureDeficiency>>(
    entry,
    answered,
    state,
    {
      undo: () => openToCure(state),
      decide(before) {
        const decision = cureDeficiency(act, before, clocks);
        return decision.kind === 'refused'
          ? decision
          : accept(...decision.events.map((event) => withFullTime(event, entry, clocks)));
      },
      setAside: (said) => [defaultSetAside(said, entry.cameAt, 'PARTIES')],
    },
  );
}

/** Only a case that was closed for want of this very cure goes on with it. */
function closedFor(state: FiledCase): Readonly<Record<string, ProcedureRunningDeadline>> {
  if (state.status !== 'ended' || state.endedBy.kind !== 'limit' || state.endedBy.reason !== 'cure') return {};
  const cure = state.stopped.deadlines.find(({ id }) => id === CURE);
  return cure && isCounted(cure) ? { [CURE]: cure } : {};
}

/** Nobody could check what had not been entered. */
const withFullTime = (event: CaseEvent, { enteredAt: at }: EnteredAct, clocks: Clocks): CaseEvent =>
  event.type === 'DeficiencyCured'
    ? { ...event, data: { ...event.data, opens: [clocks.start('completeness', { event: event.type, at })] } }
    : event;

const REPLY = 'reply';
const CAME_AT = '/received/cameAt';

/**
 * I-19: it is proved only later that a reply came in time. So there was no lapse, but the consultations that it started
 * stand.
 */
export function takeReply(entry: EnteredAct, act: FileReply, state: FiledCase, clocks: Clocks) {
  if (act.party !== state.parties.respondent) return refuse(commonRefusals.notRespondent);
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  if (state.status !== 'registered') return refuse(commonRefusals.notAwaitingReply);
  const { exchange, running, lapsed } = state;
  if (entry.cameAt < state.registration.registeredAt) return refuse(lateEntryRefusals.cameBeforeItsTime, CAME_AT);
  if (exchange.stage !== 'awaiting-reply' && exchange.reply !== 'unanswered')
    return refuse(commonRefusals.notAwaitingReply);
  return takeLate<RegisteredCase, RunningDeadline, CaseEvent, ReasonsOf<typeof fileReply>>(
    entry,
    { ids: [REPLY], running, lapsed },
    state,
    {
      undo: (clock) => awaitingReply(state, clock),
      decide(before) {
        const decision = fileReply(act, before, clocks);
        // The one event that sets a lapse aside holds the reply.
        return decision.kind === 'refused' || before === state ? decision : accept();
      },
      setAside: (said) => [
        {
          type: 'ReplyLapseSetAside',
          occurredAt: entry.cameAt,
          rule: 'I-19',
          tier: tierOf(act.reply.addressing ?? 'everybody'),
          data: { ...said, reply: act.reply, by: act.by, opens: [], closes: [] },
        },
      ],
    },
  );
}

const awaitingReply = (state: RegisteredCase, clock: RunningDeadline): RegisteredCase => {
  const { calls, consultations } = state.exchange;
  return {
    ...state,
    exchange: { stage: 'awaiting-reply', calls, consultations },
    running: { ...state.running, [REPLY]: clock },
  };
};

/**
 * I-19: it is proved only later that a request for a summary was answered in time. The fact that it went unanswered is
 * set aside; nothing had waited for the answer.
 */
export function takeSummary(entry: EnteredAct, act: AnswerSummary, state: FiledCase) {
  if (!isParty(state, act.party)) return refuse(commonRefusals.notAParty);
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  const request = state.summaries.find(({ id }) => id === act.summaryId);
  if (!request) return refuse(summaryRefusals.unknownSummary);
  if (request.outcome !== 'open' && request.outcome.kind !== 'unanswered')
    return refuse(summaryRefusals.summaryAnswered);
  const { running, lapsed } = state;
  return takeLate<FiledCase, RunningDeadline, CaseEvent, ReasonsOf<typeof answerSummary>>(
    entry,
    { ids: [act.summaryId], running, lapsed },
    state,
    {
      undo: ({ id }) => ({
        ...state,
        summaries: state.summaries.map((each) => (each.id === id ? { ...each, outcome: 'open' } : each)),
      }),
      decide: (before) => answerSummary(act, before),
      setAside: (said) => [defaultSetAside(said, entry.cameAt, 'PUBLIC')],
    },
  );
}

interface CallTime {
  readonly id: string;
  readonly clock: 'call';
  readonly dueAt: Instant;
  readonly trigger: { readonly instant: Instant };
}

/**
 * I-19: it is proved only later that a call was taken. So it was not unanswered, though consultations have gone on or
 * ended since.
 */
export function takeCallAnswer(entry: EnteredAct, act: AnswerCall, state: FiledCase) {
  if (state.status !== 'registered')
    return refuse(state.status === 'ended' ? commonRefusals.screeningEnded : commonRefusals.notInConsultations);
  if (!isParty(state, act.party)) return refuse(commonRefusals.notAParty);
  const call = callsOf(state).find(({ id }) => id === act.callId);
  if (!call) return refuse(commonRefusals.unknownCall);
  if (act.party === call.namedBy) return refuse(commonRefusals.ownCall);
  const due = state.running[call.id]?.dueAt;
  const times = { ids: [call.id], running: due === undefined ? {} : timeOf(call, due), lapsed: unansweredTime(call) };
  return takeLate<FiledCase, CallTime, CaseEvent, never>(entry, times, state, {
    undo: () => state,
    decide: () => accept(answered(call, act)),
    setAside: (said) => [defaultSetAside(said, entry.cameAt, 'PUBLIC')],
  });
}

const timeOf = ({ id, offeredAt, moves }: Call, dueAt: Instant): Readonly<Record<string, CallTime>> => ({
  [id]: { id, clock: 'call', dueAt, trigger: { instant: moves.at(-1)?.at ?? offeredAt } },
});

const unansweredTime = (call: Call): Readonly<Record<string, CallTime>> =>
  call.outcome !== 'open' && call.outcome.kind === 'unanswered' ? timeOf(call, call.outcome.at) : {};

const answered = ({ id, n, offeredBy, proposedFor, level }: Call, { by, receivedAt }: AnswerCall): CallAnswered => ({
  type: 'CallAnswered',
  occurredAt: receivedAt,
  rule: 'S5',
  tier: 'PUBLIC',
  data: { callId: id, n, offeredBy, proposedFor, level, by, opens: [], closes: [id] },
});
