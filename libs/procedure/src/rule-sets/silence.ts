import type { Bilingual } from '@parley/kernel';

/** What the procedure does by itself when nobody acts, by name. */
export type DefaultId =
  | 'automatic-check-decides'
  | 'closed-without-prejudice'
  | 'recorded-as-unanswered'
  | 'escalated-to-co-heads'
  | 'escalated-to-deputies'
  | 'no-joint-proposal'
  | 'drawn-by-lot'
  | 'nonce-left-out'
  | 'right-to-challenge-lapses'
  | 'member-stays'
  | 'evidence-closes'
  | 'answers-to-evidence-close'
  | 'panel-goes-on-with-its-record'
  | 'no-interim-text-findings-start'
  | 'interim-is-final'
  | 'undecided-claims-not-agreed'
  | 'issued-with-missing-certification-noted'
  | 'reasons-published'
  | 'conciliation-recorded-as-unanswered'
  | 'no-conciliators'
  | 'settlement-window-lapses'
  | 'obligation-recorded-as-overdue'
  | 'missing-report-recorded'
  | 'report-verified-by-silence'
  | 'stays-disputed'
  | 'next-review-is-set'
  | 'dossier-built-without-abstaining-co-head'
  | 'missing-translation-recorded'
  | 'summary-recorded-as-unanswered'
  | 'readers-stay'
  | 'act-cannot-be-entered'
  | 'late-entry-does-not-count'
  | 'paper-stands-unconfirmed'
  | 'rule-sets-own-terms-hold'
  | 'no-interim-meeting'
  | 'act-stands'
  | 'non-delivery-recorded'
  | 'non-retrieval-recorded'
  | 'screening-lapses'
  | 'proposal-lapses'
  | 'correction-stands'
  | 'suspended-screening-lapses'
  | 'suspended-screening-goes-on'
  | 'urgency-granted'
  | 'urgency-not-confirmed'
  | 'call-recorded-as-unanswered';

/** A default: silence never blocks, and the record says what stood in for the one who was silent. */
export interface SilenceRule {
  readonly id: DefaultId;
  /** The stage whose rule writes it. */
  readonly stage: string;
  readonly description: Bilingual;
}

/** A default with its words in both languages. */
export const silenceRule = (id: DefaultId, stage: string, en: string, zh: string): SilenceRule => ({
  id,
  stage,
  description: { en, 'zh-Hans': zh },
});
