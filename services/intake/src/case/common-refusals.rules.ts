import type { Bilingual, Instant, RefusalReason } from '@parley/kernel';
import type { Awaits, RunningDeadline as CountedDeadline } from '@parley/procedure';
import type { Level } from './consultations/time-of-call.rules';

/** Why a change of a case under way is refused: a change of its claims, or one that needs two signatures. */
export const changeRefusals = {
  unknownAmendment: {
    code: 'unknown-amendment',
    rule: 'I-24',
    status: 404,
    en: 'There is no such amendment.',
    'zh-Hans': '没有该项修正。',
  },
  unknownProposal: {
    code: 'unknown-proposal',
    rule: 'I-04',
    status: 404,
    en: 'There is no such proposal.',
    'zh-Hans': '没有该项提议。',
  },
  partiesOnly: {
    code: 'both-parties-only',
    rule: 'I-20',
    status: 403,
    en: 'This needs the signatures of both parties; the co-heads cannot decide it.',
    'zh-Hans': '此事须由双方当事方签署，共同负责人不得决定。',
  },
  notRegistered: {
    code: 'not-registered',
    rule: 'S3',
    en: 'The case is not registered yet.',
    'zh-Hans': '该案尚未登记。',
  },
  suspended: {
    code: 'screening-suspended',
    rule: 'S11',
    en: 'The screening is suspended and this waits; both parties may resume it.',
    'zh-Hans': '审查已中止，此事须待恢复后进行；双方可同意恢复。',
  },
} as const satisfies Record<string, RefusalReason>;

/** Refusals that several topics share. */
export const commonRefusals = {
  notFiled: {
    code: 'case-not-found',
    rule: 'S1',
    status: 404,
    en: 'There is no such case.',
    'zh-Hans': '没有该案件。',
  },

  tooManyDrafts: {
    code: 'too-many-drafts',
    rule: 'S0',
    en: 'A party keeps 200 drafts at most.',
    'zh-Hans': '一方最多保存 200 份草稿。',
  },

  tooLong: {
    code: 'grievance-too-long',
    rule: 'S1',
    status: 422,
    en: 'The grievance is longer than 512 KiB of canonical JSON; put what proves it into exhibits.',
    'zh-Hans': '申诉的规范 JSON 超过 512 KiB；请将证明材料作为证据提交。',
  },

  notComplainant: {
    code: 'not-the-complainant',
    rule: 'S2',
    status: 403,
    en: 'Only the desk of the complainant may do this.',
    'zh-Hans': '只有申诉方的主管部门可以这样做。',
  },

  notRespondent: {
    code: 'not-the-respondent',
    rule: 'S4',
    status: 403,
    en: 'Only the desk of the respondent may do this.',
    'zh-Hans': '只有被申诉方的主管部门可以这样做。',
  },

  notAParty: {
    code: 'not-a-party',
    rule: 'S5',
    status: 403,
    en: 'Only the desk of a party may do this.',
    'zh-Hans': '只有当事方的主管部门可以这样做。',
  },

  notAwaitingReply: {
    code: 'not-awaiting-reply',
    rule: 'S4',
    en: 'The case awaits no reply.',
    'zh-Hans': '该案不在等待答复。',
  },

  replyLate: {
    code: 'reply-out-of-time',
    rule: 'S4',
    en: 'The time for a reply has passed.',
    'zh-Hans': '答复期限已过。',
  },

  notInConsultations: {
    code: 'not-in-consultations',
    rule: 'S5',
    en: 'The case is not in consultations.',
    'zh-Hans': '该案不在磋商阶段。',
  },

  unknownCall: {
    code: 'unknown-call',
    rule: 'S5',
    status: 404,
    en: 'There is no such call.',
    'zh-Hans': '没有该次通话。',
  },

  ownCall: {
    code: 'own-call',
    rule: 'S5',
    status: 403,
    en: 'A call is answered by the other side.',
    'zh-Hans': '通话须由对方应答。',
  },

  signsForBoth: {
    code: 'signs-for-both',
    rule: 'I-05',
    status: 403,
    en: 'One person cannot sign for both sides.',
    'zh-Hans': '同一人不得代表双方签署。',
  },

  digestDiffers: {
    code: 'digest-differs',
    rule: 'I-04',
    status: 422,
    en: 'The signature is over another digest than that of the text; read it again and sign what stands there.',
    'zh-Hans': '签署所对应的摘要值与文本不符；请重新阅读并签署现有文本。',
  },

  screeningEnded: { code: 'screening-ended', rule: 'I-26', en: 'The screening has ended.', 'zh-Hans': '审查已结束。' },

  defaultPending: {
    code: 'default-pending',
    rule: 'I-18',
    en: 'A deadline has passed whose default is not on record yet. It comes first; try again in a minute.',
    'zh-Hans': '某一期限已过，其默认后果尚未载入记录，须先行载入；请一分钟后重试。',
  },
} as const satisfies Record<string, RefusalReason>;

type HotlineClock = 'hotline' | 'hotline-unanswered' | 'draw-commitments' | 'draw-nonces' | 'options-paper';

/** A limit that was not counted: the act that opened it named the instant. */
export interface NamedTime {
  readonly id: string;
  readonly clock: 'call' | 'consent' | 'suspension-end' | HotlineClock;
  readonly stage: string;
  readonly rule: string;
  readonly trigger: { readonly kind: 'act'; readonly event: string; readonly instant: Instant };
  readonly dueAt: Instant;
  readonly provisional: false;
  readonly arithmetic: Bilingual;
  readonly awaits: Awaits;
  /** Of a call: the level at which it was offered. */
  readonly level?: Level;
}

/** A deadline that runs in a case, under an id that is unique in it: `reply`, `call:2`. */
export type RunningDeadline = CountedDeadline | NamedTime;

/** True for a limit that was counted from its trigger. Such a limit can be extended and can stand still. */
export const isCounted = (deadline: RunningDeadline): deadline is CountedDeadline => 'changes' in deadline;
