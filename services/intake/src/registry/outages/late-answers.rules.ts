import { accept, refuse, type ReasonsOf } from '@parley/kernel';
import {
  enterLate,
  entryOf,
  within,
  type Clocks,
  type RunningDeadline as ProcedureRunningDeadline,
} from '@parley/procedure';
import { answerAmendment } from '../../case/amendments/amend-grievance.rules';
import { replyOf } from '../../case/amendments/amendments.rules';
import type { FiledCase, RegisteredCase } from '../../case/case-commands.rules';
import type { CaseEvent } from '../../case/case-events.rules';
import { changeRefusals, commonRefusals, isCounted, type RunningDeadline } from '../../case/common-refusals.rules';
import { cureDeficiency } from '../../case/completeness/completeness.rules';
import { signProposal } from '../../case/consent/propose.rules';
import { isParty } from '../../case/consultations/consultations.rules';
import { tierOf } from '../../case/letters/letters.rules';
import { fileReply } from '../../case/reply/reply.rules';
import { answerSummary, summaryRefusals } from '../../case/summaries/summaries.rules';
import { defaultSetAside, outageRefusals, enterCallAnswer } from './outage-refusals.rules';
import {
  openToCure,
  type EnterFallbackAmendmentReply,
  type EnterFallbackCure,
  type EnterFallbackReply,
  type EnterFallbackSignature,
  type EnterFallbackSummary,
  type NoteOutage,
  type OutagesCommand,
} from './outages.rules';
import { notWhileSuspended, suspendedOrNot, type DecidersOf } from '../../case/while-suspended.rules';

const PART = '/amendmentReply';

/**
 * I-19: it is proved only later that the claims of an amendment were answered in time. So they did not go unanswered.
 * The consultations on them that the lapse has started stand. Claims that are gone since, or are answered in the times
 * of a later amendment, await no answer.
 */
export function enterAmendmentReply(command: EnterFallbackAmendmentReply, state: FiledCase, clocks: Clocks) {
  const { act, cameAt } = command;
  if (!isParty(state, act.party)) return refuse(commonRefusals.notAParty, `${PART}/party`);
  const entry = entryOf(command, 'amendment-reply', PART);
  if ('kind' in entry) return entry;
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  const amendment = state.amendments.find(({ id }) => id === act.amendmentId);
  if (!amendment) return refuse(changeRefusals.unknownAmendment);
  if (amendment.answer !== null && amendment.answer !== 'unanswered') return refuse(commonRefusals.notAwaitingReply);
  const { running, lapsed } = state;
  return enterLate<FiledCase, RunningDeadline, CaseEvent, ReasonsOf<typeof answerAmendment>>(
    entry,
    { ids: [replyOf(amendment.id)], running, lapsed },
    state,
    {
      undo: (clock) => (amendment.claims.length === 0 ? undefined : awaitingAnswer(state, amendment.id, clock)),
      decide(before) {
        const decision = within(PART, answerAmendment(act, before, clocks));
        return decision.kind === 'refused' || before === state
          ? decision
          : accept(...decision.events.map(besideConsultations));
      },
      setAside: (said) => [defaultSetAside(said, cameAt, 'PUBLIC')],
    },
  );
}

function awaitingAnswer(state: FiledCase, amendmentId: string, clock: RunningDeadline): FiledCase {
  const amendments = state.amendments.map((each) =>
    each.id === amendmentId ? { ...each, stage: 'awaiting-reply' as const, answer: null } : each,
  );
  return { ...state, amendments, running: { ...state.running, [clock.id]: clock } };
}

/** The answer starts no time of consultations: it runs from the lapse, or is over. */
const besideConsultations = (event: CaseEvent): CaseEvent =>
  event.type === 'AmendmentAnswered' ? { ...event, data: { ...event.data, opens: [] } } : event;

const CURE = 'cure';

/**
 * I-19: it is proved only later that a filing was cured in time. It is checked again, with the registry's full time
 * from the entry.
 */
export function enterCure(command: EnterFallbackCure, state: FiledCase, clocks: Clocks) {
  const { act, entryId, channel, cameAt, receivedAt: enteredAt, by } = command;
  if (act.party !== state.parties.complainant) return refuse(commonRefusals.notComplainant);
  if (act.by === by) return refuse(outageRefusals.entersOwnAct, '/cure/from');
  const running = state.running[CURE];
  const answered = {
    ids: [CURE],
    running: running && isCounted(running) ? { [CURE]: running } : {},
    lapsed: closedFor(state),
  };
  const entry = { entryId, act: 'cure', channel, cameAt, enteredAt, by, party: act.party };
  return enterLate<FiledCase, ProcedureRunningDeadline, CaseEvent, ReasonsOf<typeof cureDeficiency>>(
    entry,
    answered,
    state,
    {
      undo: () => openToCure(state),
      decide(before) {
        const decision = within('/cure', cureDeficiency(act, before, clocks));
        return decision.kind === 'refused'
          ? decision
          : accept(...decision.events.map((event) => withFullTime(event, command, clocks)));
      },
      setAside: (said) => [defaultSetAside(said, cameAt, 'PARTIES')],
    },
  );
}

/** Only a case that was closed for want of this very cure goes on with it. */
function closedFor(state: FiledCase): Readonly<Record<string, ProcedureRunningDeadline>> {
  if (state.status !== 'ended' || state.endedBy.kind !== 'limit' || state.endedBy.reason !== 'cure') return {};
  const cure = state.stopped.deadlines.find(({ id }) => id === CURE);
  return cure && isCounted(cure) ? { [CURE]: cure } : {};
}

/** Nobody could check the cure before its entry, so the registry's time starts with the entry. */
const withFullTime = (event: CaseEvent, { receivedAt: at }: EnterFallbackCure, clocks: Clocks): CaseEvent =>
  event.type === 'DeficiencyCured'
    ? { ...event, data: { ...event.data, opens: [clocks.start('completeness', { event: event.type, at })] } }
    : event;

const REPLY = 'reply';

/**
 * I-19: it is proved only later that a reply came in time. So there was no lapse. The consultations that the lapse
 * started stand.
 */
export function enterReply(command: EnterFallbackReply, state: FiledCase, clocks: Clocks) {
  const { entryId, channel, cameAt, receivedAt: enteredAt, by, from, reply } = command;
  if (from === by) return refuse(outageRefusals.entersOwnAct, '/reply/from');
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  if (state.status !== 'registered') return refuse(commonRefusals.notAwaitingReply);
  const { exchange, running, lapsed } = state;
  if (cameAt < state.registration.registeredAt) return refuse(outageRefusals.cameBeforeItsTime, '/cameAt');
  if (exchange.stage !== 'awaiting-reply' && exchange.reply !== 'unanswered')
    return refuse(commonRefusals.notAwaitingReply);
  const party = state.parties.respondent;
  const filed = { type: 'FileReply', by: from ?? by, party, receivedAt: cameAt, reply } as const;
  const entry = { entryId, act: REPLY, channel, cameAt, enteredAt, by, party };
  return enterLate<RegisteredCase, RunningDeadline, CaseEvent, ReasonsOf<typeof fileReply>>(
    entry,
    { ids: [REPLY], running, lapsed },
    state,
    {
      undo: (clock) => awaitingReply(state, clock),
      decide(before) {
        const decision = within('/reply', fileReply(filed, before, clocks));
        // The event that sets the lapse aside holds the reply, so no other is recorded.
        return decision.kind === 'refused' || before === state ? decision : accept();
      },
      setAside: (said) => [
        {
          type: 'ReplyLapseSetAside',
          occurredAt: cameAt,
          rule: 'I-19',
          tier: tierOf(reply.addressing ?? 'everybody'),
          data: { ...said, reply, by: filed.by, opens: [], closes: [] },
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

const SIGNATURE_PART = '/signature';

/**
 * I-19: it is proved only later that the other one of the two signed a proposal in time. Its lapse is set aside. The
 * proposal has effect from the entry on, as things are then: nobody could act on it before, and what has happened in
 * between stands. A proposal that can have no effect any more, such as the extension of a deadline that has ended, is
 * refused with the reason.
 */
export function enterSignature(command: EnterFallbackSignature, state: FiledCase, clocks: Clocks) {
  const { act, cameAt, receivedAt: enteredAt } = command;
  if (!isParty(state, act.party)) return refuse(commonRefusals.notAParty, `${SIGNATURE_PART}/party`);
  const entry = entryOf(command, 'proposal-signature', SIGNATURE_PART);
  if ('kind' in entry) return entry;
  const proposal = state.proposals.find(({ id }) => id === act.proposalId);
  if (!proposal) return refuse(changeRefusals.unknownProposal);
  const { id, signatories } = proposal;
  const { running, lapsed } = state;
  return enterLate<FiledCase, RunningDeadline, CaseEvent, ReasonsOf<typeof signProposal>>(
    entry,
    { ids: [id], running, lapsed },
    state,
    {
      undo: (clock) => ({
        ...state,
        proposals: state.proposals.map((each) => (each.id === id ? { ...each, end: null } : each)),
        running: { ...running, [id]: clock },
      }),
      decide: (before) =>
        within(SIGNATURE_PART, signProposal({ ...act, signatories, effectiveAt: enteredAt }, before, clocks)),
      setAside: (said) => [defaultSetAside(said, cameAt, 'PARTIES')],
    },
  );
}

const SUMMARY_PART = '/summaryAnswer';

/**
 * I-19: it is proved only later that a request for a summary was answered in time. The fact that it went unanswered is
 * set aside. Nothing had waited for the answer.
 */
export function enterSummary(command: EnterFallbackSummary, state: FiledCase) {
  const { act, cameAt } = command;
  if (!isParty(state, act.party)) return refuse(commonRefusals.notAParty, `${SUMMARY_PART}/party`);
  const entry = entryOf(command, 'summary-answer', SUMMARY_PART);
  if ('kind' in entry) return entry;
  if (state.status === 'ended') return refuse(commonRefusals.screeningEnded);
  const request = state.summaries.find(({ id }) => id === act.summaryId);
  if (!request) return refuse(summaryRefusals.unknownSummary);
  if (request.outcome !== 'open' && request.outcome.kind !== 'unanswered')
    return refuse(summaryRefusals.summaryAnswered);
  const { running, lapsed } = state;
  return enterLate<FiledCase, RunningDeadline, CaseEvent, ReasonsOf<typeof answerSummary>>(
    entry,
    { ids: [act.summaryId], running, lapsed },
    state,
    {
      undo: ({ id }) => ({
        ...state,
        summaries: state.summaries.map((each) => (each.id === id ? { ...each, outcome: 'open' } : each)),
      }),
      decide: (before) => within(SUMMARY_PART, answerSummary(act, before)),
      setAside: (said) => [defaultSetAside(said, cameAt, 'PUBLIC')],
    },
  );
}

/** Acts that came by another channel. */
export const lateAnswers = {
  EnterFallbackReply: notWhileSuspended(enterReply),
  EnterFallbackCure: notWhileSuspended(enterCure),
  EnterFallbackCallAnswer: notWhileSuspended(enterCallAnswer),
  EnterFallbackSummary: notWhileSuspended(enterSummary),
  EnterFallbackAmendmentReply: notWhileSuspended(enterAmendmentReply),
  EnterFallbackSignature: suspendedOrNot(enterSignature),
} satisfies DecidersOf<Exclude<OutagesCommand, NoteOutage>>;
