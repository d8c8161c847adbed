import { accept, refuse, type Decision, type Instant, type RefusalReason, type Text } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { FiledCase, FileReply } from '../case-commands.rules';
import type { ReplyFiled, ReplyLapsed } from '../case-events.rules';
import { commonRefusals } from '../common-refusals.rules';
import { consultationsFrom } from '../consultations/consultations.rules';
import { tierOf, type ReplyAddressing } from '../letters/letters.rules';
import { notWhileSuspended, type DecidersOf } from '../while-suspended.rules';

/** The kinds of objection that a reply may raise. None of them stops a clock (I-23). */
export const OBJECTION_KINDS = ['security', 'characterisation', 'other-forum', 'not-a-measure', 'time'] as const;
export type ObjectionKind = (typeof OBJECTION_KINDS)[number];

export const REPLY_POSITIONS = ['accepts', 'accepts-with-reservation', 'objects'] as const;
export type ReplyPosition = (typeof REPLY_POSITIONS)[number];

export interface Objection {
  readonly kind: ObjectionKind;
  /** Every claim of the complainant when absent. */
  readonly claims?: readonly string[];
  readonly reasons: readonly Text[];
}

/** What the respondent says of one claim. */
export interface CounterStatement {
  readonly claim: string;
  readonly statement: readonly Text[];
}

export interface Reply {
  readonly position: ReplyPosition;
  readonly objections: readonly Objection[];
  readonly reservation: readonly Text[];
  readonly counterStatements: readonly CounterStatement[];
  /** `everybody` when absent. */
  readonly addressing?: ReplyAddressing;
}

export const replyRefusals = {
  objectionMissing: {
    code: 'objection-missing',
    rule: 'S4',
    status: 422,
    en: 'A reply that objects names at least one objection.',
    'zh-Hans': '提出异议的答复须至少载明一项异议。',
  },

  objectionOutOfPlace: {
    code: 'objection-out-of-place',
    rule: 'S4',
    status: 422,
    en: 'Only a reply that objects holds objections.',
    'zh-Hans': '只有提出异议的答复才可载有异议。',
  },

  reservationMissing: {
    code: 'reservation-missing',
    rule: 'S4',
    status: 422,
    en: 'A reply with reservation states the reservation, and no other reply does.',
    'zh-Hans': '附保留的答复须载明保留，其他答复不得载有保留。',
  },

  unknownClaim: {
    code: 'unknown-claim',
    rule: 'S4',
    status: 422,
    en: 'The counter-statement or objection names a claim that is not in the grievance.',
    'zh-Hans': '反驳意见或异议所指的主张不在申诉之中。',
  },
} as const satisfies Record<string, RefusalReason>;

/** S4: the respondent replies. An objection of whatever kind joins the review and stops nothing (I-23). */
export function fileReply(command: FileReply, state: FiledCase, clocks: Clocks) {
  const { by, party, receivedAt } = command;
  if (party !== state.parties.respondent) return refuse(commonRefusals.notRespondent);
  if (state.status !== 'registered')
    return refuse(state.status === 'ended' ? commonRefusals.screeningEnded : commonRefusals.notAwaitingReply);
  const due = state.running['reply'];
  const isFirst = state.exchange.stage === 'awaiting-reply';
  // Urgency was lost, and with it the short time in which the reply had lapsed (I-25).
  const isStillOpen = !isFirst && state.exchange.reply === 'unanswered' && due !== undefined;
  if (!isFirst && !isStillOpen)
    return refuse(state.exchange.reply === 'unanswered' ? commonRefusals.replyLate : commonRefusals.notAwaitingReply);
  if (due && receivedAt >= due.dueAt) return refuse(commonRefusals.replyLate);
  const { reply } = command;
  const fault = replyFault(reply, state);
  if (fault) return fault;
  return accept<ReplyFiled>({
    type: 'ReplyFiled',
    occurredAt: receivedAt,
    rule: 'S4',
    tier: tierOf(reply.addressing ?? 'everybody'),
    data: {
      by,
      reply,
      closes: ['reply'],
      opens: isFirst ? consultationsFrom(clocks, { event: 'ReplyFiled', at: receivedAt }, state) : [],
    },
  });
}

/**
 * S4 by silence: the grievance is recorded as unanswered, and consultations start from the day of the expiry. Where it
 * had gone unanswered on the urgent track before, they go on.
 */
export const replyByDefault = (expiry: Instant, state: FiledCase, clocks: Clocks): Decision<ReplyLapsed> =>
  accept({
    type: 'ReplyLapsed',
    occurredAt: expiry,
    rule: 'S4',
    tier: 'PUBLIC',
    data: {
      closes: ['reply'],
      opens:
        'exchange' in state && state.exchange.stage !== 'awaiting-reply'
          ? []
          : consultationsFrom(clocks, { event: 'ReplyLapsed', at: expiry, kind: 'expiry' }, state),
    },
  });

/** The fault of a reply in itself, if it has one. */
export function replyFault({ position, objections, reservation, counterStatements }: Reply, { grievance }: FiledCase) {
  if (position === 'objects' && objections.length === 0) return refuse(replyRefusals.objectionMissing, '/objections');
  if (position !== 'objects' && objections.length > 0) return refuse(replyRefusals.objectionOutOfPlace, '/objections');
  if ((position === 'accepts-with-reservation') !== reservation.length > 0)
    return refuse(replyRefusals.reservationMissing, '/reservation');
  const isUnknown = (claim: string): boolean =>
    !grievance.claims.some(({ id, claimant }) => id === claim && claimant !== 'respondent');
  const [path] = [
    ...counterStatements.flatMap(({ claim }, index) =>
      isUnknown(claim) ? [`/counterStatements/${String(index)}/claim`] : [],
    ),
    ...objections.flatMap(({ claims = [] }, index) =>
      claims.flatMap((claim, place) =>
        isUnknown(claim) ? [`/objections/${String(index)}/claims/${String(place)}`] : [],
      ),
    ),
  ];
  return path === undefined ? undefined : refuse(replyRefusals.unknownClaim, path);
}

export const replyActs = {
  FileReply: notWhileSuspended(fileReply),
} satisfies DecidersOf<FileReply>;
