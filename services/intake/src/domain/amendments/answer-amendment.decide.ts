import { accept, refuse, type Decision, type Instant } from '@parley/kernel';
import type { Clocks, Happening } from '@parley/procedure';
import type { CaseEvent } from '../case-events';
import { isParty } from '../consultations/in-consultations';
import type { FiledCase } from '../case-state';
import { refusals } from '../refusals';
import { consultationsOf, replyOf } from './amendment';
import type { AnswerAmendment } from './amendments-commands';

/** The other party answers what an amendment added or replaced, in the time of that amendment. */
export function answerAmendment(command: AnswerAmendment, state: FiledCase, clocks: Clocks): Decision<CaseEvent> {
  const { by, party, receivedAt, amendmentId, counterStatements } = command;
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  if (state.status === 'ended') return refuse(refusals.screeningEnded);
  const amendment = state.amendments.find(({ id }) => id === amendmentId);
  if (!amendment) return refuse(refusals.unknownAmendment);
  if (amendment.kind === 'joinder' ? party !== state.parties.complainant : party !== state.parties.respondent) {
    return refuse(amendment.kind === 'joinder' ? refusals.notComplainant : refusals.notRespondent);
  }
  const due = state.running[replyOf(amendmentId)];
  if (amendment.stage !== 'awaiting-reply' || !due)
    return refuse(amendment.answer === 'unanswered' ? refusals.replyLate : refusals.notAwaitingReply);
  if (receivedAt >= due.dueAt) return refuse(refusals.replyLate);
  const foreign = counterStatements.findIndex(({ claim }) => !amendment.claims.includes(claim));
  if (foreign >= 0) return refuse(refusals.claimNotAmended, `/counterStatements/${String(foreign)}/claim`);
  return accept({
    type: 'AmendmentAnswered',
    occurredAt: receivedAt,
    rule: 'S4',
    tier: 'PANEL',
    data: {
      amendmentId,
      by,
      counterStatements,
      ...onTo(amendmentId, { event: 'AmendmentAnswered', at: receivedAt }, clocks),
    },
  });
}

/** Nobody answered: the claims stand unanswered and go on to consultations of their own. */
export const amendmentReplyByDefault = (amendmentId: string, expiry: Instant, clocks: Clocks): Decision<CaseEvent> =>
  accept({
    type: 'AmendmentReplyLapsed',
    occurredAt: expiry,
    rule: 'S4',
    tier: 'PUBLIC',
    data: { amendmentId, ...onTo(amendmentId, { event: 'AmendmentReplyLapsed', at: expiry, kind: 'expiry' }, clocks) },
  });

/** The time of consultations on the claims of an amendment is over. */
export const amendmentConsultationsByDefault = (amendmentId: string, expiry: Instant): Decision<CaseEvent> =>
  accept({
    type: 'AmendmentConsultationsClosed',
    occurredAt: expiry,
    rule: 'S5',
    tier: 'PUBLIC',
    data: { amendmentId, opens: [], closes: [consultationsOf(amendmentId)] },
  });

const onTo = (amendmentId: string, trigger: Happening, clocks: Clocks) => ({
  opens: [clocks.start('consultations', trigger, consultationsOf(amendmentId))],
  closes: [replyOf(amendmentId)],
});
