import type { Instant, PersonId } from '@parley/kernel';
import type { LateEntry } from '@parley/procedure';
import type { AnswerAmendment } from '../amendments/amendments-commands';
import type { Act, CureDeficiency } from '../case-commands';
import type { SignProposal } from '../consent/consent-commands';
import type { AnswerCall } from '../consultations/consultations-commands';
import type { Reply } from '../reply/reply';
import type { AnswerSummary } from '../summaries/summary';
import type { DeclaredBy } from './outages-events';

/** An outage was declared, and this case has deadlines that may have ended in it. */
export interface NoteOutage {
  readonly type: 'NoteOutage';
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly declaredBy: DeclaredBy;
  /** True when a limit of another context ended in it in this case; that context moves it when it hears of the note. */
  readonly elsewhere: boolean;
  readonly at: Instant;
}

/** The registry enters the respondent’s reply. */
export type EnterFallbackReply = Omit<LateEntry<Act>, 'act'> & {
  readonly type: 'EnterFallbackReply';
  readonly reply: Reply;
  /** Who signed it for the respondent; left out where what came names nobody. */
  readonly from?: PersonId;
};

/** The registry enters what a party said to a call. */
export type EnterFallbackCallAnswer = LateEntry<AnswerCall> & { readonly type: 'EnterFallbackCallAnswer' };

/** The registry enters a cure of the filing. */
export type EnterFallbackCure = LateEntry<CureDeficiency> & { readonly type: 'EnterFallbackCure' };

/** The registry enters an answer to a request for a non-confidential summary. */
export type EnterFallbackSummary = LateEntry<AnswerSummary> & { readonly type: 'EnterFallbackSummary' };

/** The registry enters an answer to the claims of an amendment. */
export type EnterFallbackAmendmentReply = LateEntry<AnswerAmendment> & { readonly type: 'EnterFallbackAmendmentReply' };

/** The registry enters the second signature of a proposal; whose it takes, the proposal says. */
export type EnterFallbackSignature = LateEntry<Omit<SignProposal, 'signatories'>> & {
  readonly type: 'EnterFallbackSignature';
};

export type OutagesCommand =
  | NoteOutage
  | EnterFallbackReply
  | EnterFallbackCallAnswer
  | EnterFallbackCure
  | EnterFallbackSummary
  | EnterFallbackAmendmentReply
  | EnterFallbackSignature;
