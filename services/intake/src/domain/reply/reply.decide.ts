import {
  accept,
  refuse,
  type ActRules,
  type Decision,
  type Instant,
  type Refused,
  type RefusedBy,
} from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { FileReply } from '../case-commands';
import type { ReplyFiled, ReplyLapsed } from '../case-events';
import { consultationsFrom } from '../consultations/begin-consultations';
import type { FiledCase } from '../case-state';
import { tierOf } from '../letters/addressing';
import { refusals } from '../refusals';
import type { Reply } from './reply';

/** Not while the screening is suspended. */
export const replying = {
  as: ['desk'],
  rule: 'S4',
  side: 'respondent',
  refuses: [
    refusals.suspended,
    refusals.notRespondent,
    refusals.notAwaitingReply,
    refusals.replyLate,
    refusals.screeningEnded,
    refusals.objectionMissing,
    refusals.objectionOutOfPlace,
    refusals.reservationMissing,
    refusals.unknownClaim,
  ],
} as const satisfies ActRules;

/** S4: the respondent replies. An objection of whatever kind joins the review and stops nothing (I-23). */
export function fileReply(
  command: FileReply,
  state: FiledCase,
  clocks: Clocks,
): Decision<ReplyFiled, RefusedBy<typeof replying>> {
  const { by, party, receivedAt } = command;
  if (party !== state.parties.respondent) return refuse(refusals.notRespondent);
  if (state.status !== 'registered')
    return refuse(state.status === 'ended' ? refusals.screeningEnded : refusals.notAwaitingReply);
  if (state.exchange.stage !== 'awaiting-reply')
    return refuse(state.exchange.reply === 'unanswered' ? refusals.replyLate : refusals.notAwaitingReply);
  const due = state.running['reply'];
  if (due && receivedAt >= due.dueAt) return refuse(refusals.replyLate);
  const { reply } = command;
  const fault = replyFault(reply, state);
  if (fault) return fault;
  return accept({
    type: 'ReplyFiled',
    occurredAt: receivedAt,
    rule: 'S4',
    tier: tierOf(reply.addressing ?? 'everybody'),
    data: {
      by,
      reply,
      closes: ['reply'],
      opens: consultationsFrom(clocks, { event: 'ReplyFiled', at: receivedAt }, state),
    },
  });
}

/** S4 by silence: recorded as unanswered, and consultations start from the day of the expiry. */
export const replyByDefault = (expiry: Instant, state: FiledCase, clocks: Clocks): Decision<ReplyLapsed> =>
  accept({
    type: 'ReplyLapsed',
    occurredAt: expiry,
    rule: 'S4',
    tier: 'PUBLIC',
    data: {
      closes: ['reply'],
      opens: consultationsFrom(clocks, { event: 'ReplyLapsed', at: expiry, kind: 'expiry' }, state),
    },
  });

/** What is wrong with a reply in itself. */
export function replyFault(
  { position, objections, reservation, counterStatements }: Reply,
  { grievance }: FiledCase,
): Refused<RefusedBy<typeof replying>> | undefined {
  if (position === 'objects' && objections.length === 0) return refuse(refusals.objectionMissing, '/objections');
  if (position !== 'objects' && objections.length > 0) return refuse(refusals.objectionOutOfPlace, '/objections');
  if ((position === 'accepts-with-reservation') !== reservation.length > 0)
    return refuse(refusals.reservationMissing, '/reservation');
  const unknown = counterStatements.findIndex(
    ({ claim }) => !grievance.claims.some(({ id, claimant }) => id === claim && claimant !== 'respondent'),
  );
  return unknown < 0 ? undefined : refuse(refusals.unknownClaim, `/counterStatements/${String(unknown)}/claim`);
}
