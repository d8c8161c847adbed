import {
  canonicalJson,
  sideOf,
  type CaseId,
  type DomainEvent,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Sha256,
  type Side,
  type Text,
} from '@parley/kernel';
import { sha256Text, type MovesClocks } from '@parley/procedure';
import { withCapacity } from '../composition/composition.rules';
import type { RecordedPanel } from '../panel/panel-state.rules';

interface OfDesk extends MovesClocks {
  readonly party: PartyCode;
  readonly by: PersonId;
}

/** A party asks the panel to meet both parties on the interim text. The clock of the comments runs on. */
export type InterimMeetingRequested = DomainEvent<'InterimMeetingRequested', OfDesk>;

/** A co-chair names the time at which the panel meets both parties. */
export type InterimMeetingSet = DomainEvent<
  'InterimMeetingSet',
  MovesClocks & { readonly meetsAt: Instant; readonly by: PersonId }
>;

export type MeetingEvent = InterimMeetingRequested | InterimMeetingSet;

export interface InterimMeeting {
  readonly requestedBy: readonly PartyCode[];
  readonly requestedAt: Instant;
  /** `null` while no time is named. */
  readonly meetsAt: Instant | null;
}

export type ReviewOpened = DomainEvent<'ReviewOpened', MovesClocks>;

/** The last day for evidence is over, or the review was before it; what came last can still be answered (I-70). */
export type EvidenceClosed = DomainEvent<'EvidenceClosed', MovesClocks>;

/** The time to answer the last evidence is over. */
export type EvidenceAnswersClosed = DomainEvent<'EvidenceAnswersClosed', MovesClocks>;

/**
 * Both co-chairs signed the same digest; or they did not, the review is over, and what each laid down goes side by
 * side. It goes to the parties only (S8).
 */
export type InterimIssued = DomainEvent<
  'InterimIssued',
  MovesClocks & {
    readonly texts: readonly InterimText[];
    /** The sides whose co-chairs laid texts down; empty where both agreed on one. */
    readonly laidDownBy: readonly PartyCode[];
  }
>;

/** The review ended without an interim text, and the time for findings starts at once (S9). */
export type InterimMissing = DomainEvent<'InterimMissing', MovesClocks>;

export type InterimCommented = DomainEvent<'InterimCommented', OfDesk & { readonly comment: readonly Text[] }>;

/** A side is done with the interim text: it neither comments any more nor asks for a meeting. */
export type CommentingFinished = DomainEvent<'CommentingFinished', OfDesk>;

/** Both sides are done, or the time for comments is over; without any comment the interim text is final (S8). */
export type InterimCommentsClosed = DomainEvent<
  'InterimCommentsClosed',
  MovesClocks & { readonly by: 'both-done' | 'default'; readonly interimIsFinal: boolean }
>;

export type ReviewEvent =
  | ReviewOpened
  | EvidenceClosed
  | EvidenceAnswersClosed
  | InterimIssued
  | InterimMissing
  | InterimCommented
  | CommentingFinished
  | InterimCommentsClosed;

export function withMeetingEvent(state: RecordedPanel, event: MeetingEvent): RecordedPanel {
  if (event.type === 'InterimMeetingSet')
    return { ...state, meeting: state.meeting && { ...state.meeting, meetsAt: event.data.meetsAt } };
  const { party, by } = event.data;
  const meeting = state.meeting ?? { requestedBy: [], requestedAt: event.occurredAt, meetsAt: null };
  return withCapacity({ ...state, meeting: { ...meeting, requestedBy: [...meeting.requestedBy, party] } }, by, 'desk');
}

export const interimIssued = (
  state: RecordedPanel,
  { data: { texts }, occurredAt: issuedAt }: InterimIssued,
): RecordedPanel => ({
  ...state,
  interim: { texts, issuedAt, doneBy: [] },
  stage: { name: 'interim-comments' },
});

export function commented(state: RecordedPanel, { data, occurredAt: receivedAt }: InterimCommented): RecordedPanel {
  const comment = { side: sideOf(state.parties, data.party), comment: data.comment, receivedAt };
  return withCapacity({ ...state, comments: [...state.comments, comment] }, data.by, 'desk');
}

export function finished(state: RecordedPanel, { data: { party, by } }: CommentingFinished): RecordedPanel {
  const { interim } = state;
  const doneBy = [...(interim?.doneBy ?? []), sideOf(state.parties, party)];
  return withCapacity({ ...state, interim: interim && { ...interim, doneBy } }, by, 'desk');
}

/** Refusals about the review and the interim text (S7, S8). */
export const reviewRefusals = {
  notReviewing: {
    code: 'not-in-review',
    rule: 'S7',
    en: 'The panel is not in its review.',
    'zh-Hans': '专家组不在审查阶段。',
  },
  reviewOver: {
    code: 'review-over',
    rule: 'S7',
    en: 'The time of the review has passed.',
    'zh-Hans': '审查期限已过。',
  },
  noDraft: {
    code: 'no-interim-draft',
    rule: 'S8',
    en: 'No draft of the interim text is before the panel.',
    'zh-Hans': '专家组面前没有中期文本草案。',
  },
  notCoChair: {
    code: 'not-a-co-chair',
    rule: 'I-03',
    status: 403,
    en: 'Only a co-chair may do this.',
    'zh-Hans': '只有共同主席可以这样做。',
  },
  coChairSigned: {
    code: 'co-chair-already-signed',
    rule: 'S8',
    en: 'This co-chair has signed this draft.',
    'zh-Hans': '该共同主席已签署此草案。',
  },
  notCommenting: {
    code: 'no-interim-to-comment',
    rule: 'S8',
    en: 'No interim text is open to comments.',
    'zh-Hans': '没有可供评论的中期文本。',
  },
  commentLate: {
    code: 'comment-out-of-time',
    rule: 'S8',
    en: 'The time for comments has passed.',
    'zh-Hans': '评论期限已过。',
  },
  commented: {
    code: 'already-commented',
    rule: 'S8',
    en: 'This side has commented already.',
    'zh-Hans': '该方已发表评论。',
  },
  commentingFinished: {
    code: 'commenting-finished',
    rule: 'S8',
    en:
      'This side has said that it is done with the interim text. Once both have, the panel makes its findings; the ' +
      'other side can still comment until then.',
    'zh-Hans': '该方已表示对中期文本不再有意见。双方均作此表示后，专家组即作出结论；在此之前，另一方仍可评论。',
  },
  leaveRuns: {
    code: 'leave-runs',
    rule: 'I-70',
    en: 'Both co-chairs gave leave to answer, and the answer or the comments of the other side on it are awaited.',
    'zh-Hans': '两名共同主席已许可作出答复，现正等待该答复或另一方的评论。',
  },
  exhibitStruck: {
    code: 'exhibit-struck',
    rule: 'I-70',
    status: 422,
    en: 'An exhibit on which the text rests was withdrawn since. Write the text anew without it.',
    'zh-Hans': '该文本所依据的证物已被撤回，请重新起草不依据该证物的文本。',
  },
  commentsRun: {
    code: 'comments-run',
    rule: 'I-65',
    en:
      'Reasons or a statement rest on an exhibit on which the other side still has time to comment. Close when that ' +
      'time is over, or write the text anew without it.',
    'zh-Hans': '理由或声明所依据的证物，另一方仍有时间发表评论。请待该期限届满后结束，或重新起草不依据该证物的文本。',
  },
  unknownExhibit: {
    code: 'unknown-exhibit',
    rule: 'I-65',
    status: 422,
    en: 'No exhibit of this number stands on the record in a version that both sides have.',
    'zh-Hans': '记录中没有双方均持有版本的该编号证据。',
  },
} as const satisfies Record<string, RefusalReason>;

/** A co-chair's signature of a draft. */
export interface InterimSignature {
  readonly by: PersonId;
  readonly receivedAt: Instant;
}

/** A text that a member has laid before the panel. Only the co-chairs may sign it. */
export interface InterimDraft {
  readonly text: readonly Text[];
  readonly exhibits: readonly string[];
  readonly digest: Sha256;
  readonly draftedBy: PersonId;
  /** Signatures over this digest. */
  readonly signatures: readonly InterimSignature[];
}

/** A text that a co-chair signed last, whatever draft came after it. */
export interface LaidDownText extends Pick<InterimDraft, 'text' | 'exhibits' | 'digest'> {
  readonly by: PersonId;
}

/** A text as it went to the parties. */
export interface InterimText extends Pick<InterimDraft, 'text' | 'exhibits' | 'digest'> {
  /** The side whose co-chair laid it down; `null` where both agreed on it. */
  readonly laidDownBy: PartyCode | null;
}

/** What went to the parties, all of it at one instant. */
export interface Interim {
  readonly texts: readonly InterimText[];
  readonly issuedAt: Instant;
  /** The sides that have said that they are done with it. */
  readonly doneBy: readonly Side[];
}

export interface InterimComment {
  readonly side: Side;
  readonly comment: readonly Text[];
  readonly receivedAt: Instant;
}

/** What the co-chairs sign: the SHA-256 of the canonical JSON of case, exhibits and text. */
export const interimDigest = (caseId: CaseId, text: readonly Text[], exhibits: readonly string[]): Sha256 =>
  sha256Text(canonicalJson({ caseId, exhibits, text }));
