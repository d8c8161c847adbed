import { accept, refuse, type Decision } from '@parley/kernel';
import { enterLate, entryOf, within, type Clocks } from '@parley/procedure';
import { replyOf } from '../amendments/amendment';
import { answerAmendment } from '../amendments/answer-amendment.decide';
import type { CaseEvent } from '../case-events';
import type { FiledCase } from '../case-state';
import { isParty } from '../consultations/in-consultations';
import { refusals } from '../refusals';
import type { RunningDeadline } from '../running-deadline';
import { defaultSetAside } from './default-set-aside';
import type { EnterFallbackAmendmentReply } from './outages-commands';

/** Of the request that holds it. */
const PART = '/amendmentReply';

/**
 * I-19: that the claims of an amendment were answered in time is proved only later. They did not go unanswered then;
 * the consultations on them, which the lapse has started, stand. Claims that are gone since, or are answered in the
 * times of a later amendment, await no answer.
 */
export function enterAmendmentReply(
  command: EnterFallbackAmendmentReply,
  state: FiledCase,
  clocks: Clocks,
): Decision<CaseEvent> {
  const { act, cameAt } = command;
  if (!isParty(state, act.party)) return refuse(refusals.notAParty, `${PART}/party`);
  const entry = entryOf(command, 'amendment-reply', PART);
  if ('kind' in entry) return entry;
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  const amendment = state.amendments.find(({ id }) => id === act.amendmentId);
  if (!amendment) return refuse(refusals.unknownAmendment);
  if (amendment.answer !== null && amendment.answer !== 'unanswered') return refuse(refusals.notAwaitingReply);
  const { running, lapsed } = state;
  return enterLate<FiledCase, RunningDeadline, CaseEvent>(
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

/** The time of consultations runs from the lapse, or is over. */
const besideConsultations = (event: CaseEvent): CaseEvent =>
  event.type === 'AmendmentAnswered' ? { ...event, data: { ...event.data, opens: [] } } : event;
