import {
  canonicalJson,
  type CaseId,
  type DomainEvent,
  type Instant,
  type PersonId,
  type RefusalReason,
  type Sha256,
  type Side,
} from '@parley/kernel';
import { sha256Text, type MovesClocks } from '@parley/procedure';
import type { Act, RecordedPanel } from '../panel/panel-state.rules';

/** The languages of the secretariat, both authentic. */
export const LANGUAGES = ['en', 'zh-Hans'] as const;
export type TermsLanguage = (typeof LANGUAGES)[number];

/** What the co-chairs choose in the terms of reference and the timetable (S7). */
export interface ChosenTerms {
  /** In which the panel and the parties write to each other. */
  readonly languages: readonly TermsLanguage[];
  /** Until when the written submission of each side is to come. */
  readonly submissions: Readonly<Record<Side, Instant>>;
  /** When the panel meets both parties; `null` for no meeting. */
  readonly meetsAt: Instant | null;
}

/** The terms as a co-chair signs them. */
export type SetTerms = Act & { readonly type: 'SetTerms' } & ChosenTerms;

/** The terms of a review. Every claim and objection on record is in them, whatever the co-chairs choose. */
export interface Terms extends ChosenTerms {
  readonly claims: readonly string[];
  readonly objections: readonly string[];
}

/** A co-chair signs terms. They hold when the other one signs the very same. */
export type TermsProposed = DomainEvent<
  'TermsProposed',
  MovesClocks & { readonly by: PersonId; readonly terms: Terms; readonly digest: Sha256 }
>;

/** Both co-chairs signed the same terms. */
export type TermsSet = DomainEvent<
  'TermsSet',
  MovesClocks & { readonly by: readonly PersonId[]; readonly terms: Terms; readonly digest: Sha256 }
>;

/** The co-chairs signed no terms in time: those of the rule set hold. */
export type TermsNotSet = DomainEvent<'TermsNotSet', MovesClocks & { readonly terms: Terms }>;

export type TermsEvent = TermsProposed | TermsSet | TermsNotSet;

/** The terms that hold, and who signed them; nobody signed those of the rule set. */
export interface HeldTerms {
  readonly terms: Terms;
  readonly signedBy: readonly PersonId[];
  readonly since: Instant;
}

/** The terms of the present review, as far as a panel has them. */
export interface TermsOfReview {
  /** `null` until both co-chairs signed, or the time for it was over. */
  readonly terms: HeldTerms | null;
  /** What one co-chair alone has signed. */
  readonly proposedTerms: readonly Pick<TermsProposed['data'], 'by' | 'terms' | 'digest'>[];
}

/** A review that begins has no terms. */
export const noTerms: TermsOfReview = { terms: null, proposedTerms: [] };

/** SHA-256 of the canonical JSON of the terms and their case: what both co-chairs sign. */
export const termsDigest = (caseId: CaseId, terms: Terms): Sha256 =>
  sha256Text(canonicalJson({ case: caseId, ...terms }));

export function withTermsEvent(state: RecordedPanel, event: TermsEvent): RecordedPanel {
  const { occurredAt: since } = event;
  switch (event.type) {
    case 'TermsProposed': {
      const { by, terms, digest } = event.data;
      const others = state.proposedTerms.filter((proposed) => proposed.by !== by);
      return { ...state, proposedTerms: [...others, { by, terms, digest }] };
    }
    case 'TermsSet':
      return { ...state, terms: { terms: event.data.terms, signedBy: event.data.by, since } };
    case 'TermsNotSet':
      return { ...state, terms: { terms: event.data.terms, signedBy: [], since } };
  }
}

/** Refusals about terms of reference and timetable (S7). */
export const termsRefusals = {
  termsSet: {
    code: 'terms-set',
    rule: 'S7',
    en: 'The terms of this review hold already.',
    'zh-Hans': '本次审查的职权范围和时间表已经确定。',
  },
  termsLate: {
    code: 'terms-late',
    rule: 'S7',
    en: 'The time for terms is over, and those of the rule set hold. Limits can still be extended.',
    'zh-Hans': '确定职权范围和时间表的期限已过，适用规则所定者。各项期限仍可延长。',
  },
  submissionOutOfTime: {
    code: 'submission-out-of-time',
    rule: 'S7',
    status: 422,
    en: 'A written submission is due between now and the last day for evidence.',
    'zh-Hans': '书面陈述的截止时间须在此刻与提交证据的最后一日之间。',
  },
  meetingOutOfReview: {
    code: 'meeting-out-of-review',
    rule: 'S7',
    status: 422,
    en: 'The meeting is held between now and the end of the review.',
    'zh-Hans': '会议须在此刻与审查结束之间召开。',
  },
} as const satisfies Record<string, RefusalReason>;
