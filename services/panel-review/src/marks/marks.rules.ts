import type { CaseParties, DomainEvent, Instant, PartyCode, PersonId, RefusalReason, Sha256 } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import { withCapacity } from '../composition/composition.rules';
import type { Untranslated } from '../findings/translated-findings.rules';
import type { RecordedPanel } from '../panel/panel-state.rules';
import type { LeftOut, PublicFinding } from './public-findings.rules';

/** Why a passage is confidential: the codes of public versions of exhibits. */
export const MARK_REASONS = [
  'business-confidential',
  'personal-data',
  'national-security',
  'third-party-confidence',
  'legal-privilege',
] as const;
export type MarkReason = (typeof MARK_REASONS)[number];

/** What a side would have left out of the findings when they are published, wherever it stands in them. */
export interface Mark {
  readonly id: string;
  readonly party: PartyCode;
  /** Word for word. */
  readonly passages: readonly string[];
  /** The side's own exhibit or submission that the passages give away. */
  readonly givesAway: string;
  readonly reason: MarkReason;
  /** More than a side may have left out by itself: it counts only with leave of both co-chairs. */
  readonly needsLeave: boolean;
  /** Of the case and the mark: what co-chairs sign. */
  readonly digest: Sha256;
  readonly markedAt: Instant;
  /** Co-chairs who gave leave. */
  readonly leaveBy: readonly PersonId[];
}

/** The marks on issued findings, and what was published of these. */
export interface Marking {
  readonly marks: readonly Mark[];
  readonly published:
    (Pick<ReasonsPublished['data'], 'findings' | 'leftOut' | 'untranslated'> & { readonly at: Instant }) | null;
}

export const unmarked: Marking = { marks: [], published: null };

/** A side marks what the findings give away of its own. */
export type PassagesMarked = DomainEvent<
  'PassagesMarked',
  MovesClocks & Omit<Mark, 'id' | 'markedAt' | 'leaveBy'> & { readonly markId: string; readonly by: PersonId }
>;

/** A co-chair gives leave for a mark that leaves out more than its side may by itself. */
export type MarkLeaveGiven = DomainEvent<
  'MarkLeaveGiven',
  MovesClocks & { readonly markId: string; readonly by: PersonId; readonly digest: Sha256 }
>;

/** Reasons and statements are public without what was validly marked; the record says how much that is, and why. */
export type ReasonsPublished = DomainEvent<
  'ReasonsPublished',
  MovesClocks & {
    readonly parties: CaseParties;
    readonly findings: readonly PublicFinding[];
    readonly leftOut: readonly LeftOut[];
    readonly untranslated: readonly Untranslated[];
  }
>;

export type MarkEvent = PassagesMarked | MarkLeaveGiven | ReasonsPublished;

/** What an event about marks means for a panel whose findings are issued. */
export function withMarkEvent(state: RecordedPanel, event: MarkEvent): RecordedPanel {
  if (state.stage.name !== 'issued') return state;
  const { marking } = state.stage;
  const after = { ...state, stage: { ...state.stage, marking: { ...marking, ...changedBy(event, marking) } } };
  return event.type === 'PassagesMarked' ? withCapacity(after, event.data.by, 'desk') : after;
}

function changedBy({ type, data, occurredAt }: MarkEvent, { marks }: Marking): Partial<Marking> {
  switch (type) {
    case 'PassagesMarked': {
      const { markId: id, party, passages, givesAway, reason, needsLeave, digest } = data;
      const mark = { id, party, passages, givesAway, reason, needsLeave, digest, markedAt: occurredAt, leaveBy: [] };
      return { marks: [...marks, mark] };
    }
    case 'MarkLeaveGiven':
      return {
        marks: marks.map((mark) => (mark.id === data.markId ? { ...mark, leaveBy: [...mark.leaveBy, data.by] } : mark)),
      };
    case 'ReasonsPublished': {
      const { findings, leftOut, untranslated } = data;
      return { published: { findings, leftOut, untranslated, at: occurredAt } };
    }
  }
}

/** Refusals about marks of what is confidential in findings (I-75). */
export const markRefusals = {
  nothingToMark: {
    code: 'nothing-to-mark',
    rule: 'I-75',
    en: 'The findings are not issued. Passages can be marked from their issue on.',
    'zh-Hans': '结论尚未发布；自发布之时起可标记段落。',
  },
  markingOver: {
    code: 'marking-over',
    rule: 'I-75',
    en: 'The time to mark passages has passed: reasons and statements are published.',
    'zh-Hans': '标记段落的期限已过，理由与单独意见已公布。',
  },
  outcomeMarked: {
    code: 'mark-hides-outcome',
    rule: 'I-75',
    status: 422,
    en: 'No outcome can be marked. Mark the passage without the words that say it.',
    'zh-Hans': '结果不得标记。请标记不含结果用语的段落。',
  },
  notOwnMaterial: {
    code: 'not-own-material',
    rule: 'I-75',
    status: 422,
    en:
      'A mark names an exhibit or a submission of one’s own that was before the panel: its number, the id of an ' +
      'answer or a comment, “interim-comment”, “grievance” or “reply”.',
    'zh-Hans':
      '标记须指明己方已提交专家组的证物或文书：证物编号、答复或评论的编号，或 interim-comment、grievance、reply。',
  },
  publicMaterial: {
    code: 'material-is-public',
    rule: 'I-75',
    status: 422,
    en: 'The exhibit is public: a passage gives away nothing of it. Name another one, if it does give that away.',
    'zh-Hans': '该证物已公开，段落并未泄露其内容；如泄露其他证物，请指明该证物。',
  },
  passageTooShort: {
    code: 'passage-too-short',
    rule: 'I-75',
    status: 422,
    en: 'The passage is too short to stand for anything. Quote more of the text.',
    'zh-Hans': '段落过短，请引用更多原文。',
  },
  passageNotThere: {
    code: 'passage-not-there',
    rule: 'I-75',
    status: 422,
    en: 'The passage stands in no reasons and no statement of the findings. Quote it word for word.',
    'zh-Hans': '结论的理由与单独意见中没有该段落；请逐字引用。',
  },
  alreadyMarked: {
    code: 'already-marked',
    rule: 'I-75',
    en: 'This side has marked all of this.',
    'zh-Hans': '该方已标记上述全部内容。',
  },
  tooManyMarks: {
    code: 'too-many-marks',
    rule: 'I-75',
    en: 'This side has made as many marks as it may; one mark can hold several passages.',
    'zh-Hans': '该方标记数量已达上限；一项标记可包含多个段落。',
  },
  unknownMark: {
    code: 'unknown-mark',
    rule: 'I-75',
    status: 404,
    en: 'There is no such mark; the findings show those that there are.',
    'zh-Hans': '没有该项标记；结论页面列明已有的标记。',
  },
  needsNoLeave: {
    code: 'mark-needs-no-leave',
    rule: 'I-75',
    en: 'The mark is within what its side may leave out, and counts as it is.',
    'zh-Hans': '该项标记未超过该方可略去的限度，无须许可即为有效。',
  },
} as const satisfies Record<string, RefusalReason>;
