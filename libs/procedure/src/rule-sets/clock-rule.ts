import type { Bilingual } from '@parley/kernel';
import type { DefaultId } from './silence';

/** The clocks of the procedure, by name. Not every track has every clock. */
export type ClockId =
  | 'completeness'
  | 'cure'
  | 'reply'
  | 'reply-among-many'
  | 'consultations'
  | 'officials'
  | 'joint-proposal'
  | 'nomination'
  | 'disclosure'
  | 'nonces'
  | 'challenge'
  | 'challenge-decision'
  | 'successor-nomination'
  | 'successor-draw'
  | 'successor-challenge'
  | 'successor-challenge-decision'
  | 'terms'
  | 'evidence'
  | 'late-evidence'
  | 'evidence-answer'
  | 'answerable-evidence'
  | 'information-request'
  | 'last-request'
  | 'leave'
  | 'leave-comments'
  | 'late-claim-evidence'
  | 'late-claim-comments'
  | 'expert-comments'
  | 'review'
  | 'interim-comments'
  | 'interim-meeting'
  | 'findings'
  | 'certification'
  | 'marking'
  | 'conciliation-answer'
  | 'conciliators'
  | 'settlement-window'
  | 'obligation'
  | 'status-report'
  | 'verification'
  | 'joint-check'
  | 'compliance-review'
  | 'dossier'
  | 'translation'
  | 'summary'
  | 'readers-decision'
  | 'late-entry'
  | 'late-entry-answer'
  | 'paper-answer'
  | 'repudiation'
  | 'delivery'
  | 'retrieval'
  | 'long-stop'
  | 'consent'
  | 'correction'
  | 'suspension'
  | 'resumption'
  | 'urgency-refusal'
  | 'urgency-confirmation'
  | 'late-findings'
  | 'late-claim'
  | 'first-call';

/** What a length counts: working days of both parties, days or months of the calendar, or hours of the clock. */
export type ClockUnit = 'joint-business-day' | 'calendar-day' | 'calendar-month' | 'hour';

/** By how much a clock may be extended before it expires, and whose word that needs (I-20). */
export interface ExtensionRule {
  /** In the clock's own unit. */
  readonly atMost: number;
  readonly times: number;
  readonly by: 'consent-or-joint-decision' | 'both-parties-signatures';
}

/** One clock of one track. */
export interface ClockRule {
  readonly id: ClockId;
  /** The stage to which it belongs, such as `S4`. */
  readonly stage: string;
  /** The rule that people quote for it. */
  readonly rule: string;
  /** What starts it, in words of the procedure, such as `registration`. */
  readonly from: string;
  readonly unit: ClockUnit;
  readonly length: number;
  /** `back` for a limit that ends before the day that it is counted from, such as a report before a review. */
  readonly counted?: 'back';
  /**
   * Where a calendar-day limit moves when it ends on a day that is no joint business day. Joint business days never
   * need it.
   */
  readonly roll: 'next-joint-business-day' | 'none';
  /** What happens by itself at expiry. */
  readonly onSilence: DefaultId;
  /** `null` where no extension is possible. */
  readonly extension: ExtensionRule | null;
  /** How often it may start anew in one case; 1 unless the rules say otherwise. */
  readonly rounds: number;
  readonly description: Bilingual;
}
