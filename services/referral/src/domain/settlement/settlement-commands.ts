import type { CaseId, Instant, Sha256, Tier } from '@parley/kernel';
import type { LateEntry } from '@parley/procedure';
import type { NoteCalendar } from '../calendar/note-calendar';
import type { NoteOutage } from '../outage/note-outage';
import type { Act } from '../referral-commands';
import type { SettlementFact } from './settlement-fact';
import type { SettlementText } from './settlement-text';

/** A public event of another context says something that the settlement must know. */
export interface NoteFact {
  readonly type: 'NoteFact';
  readonly fact: SettlementFact;
  /** Id of the public event. */
  readonly from: string;
  readonly at: Instant;
  readonly tier: Tier;
}

export type ProposeConciliation = Act & { readonly type: 'ProposeConciliation' };
export type AcceptConciliation = Act & { readonly type: 'AcceptConciliation'; readonly n: number };
/** The registry enters an acceptance that came by another channel. */
export type EnterConciliationAnswer = LateEntry<AcceptConciliation> & { readonly type: 'EnterConciliationAnswer' };
/**
 * Declines a proposal, takes it back, or breaks off a conciliation that is under way: either party may, at any time.
 */
export type BreakOffConciliation = Act & { readonly type: 'BreakOffConciliation'; readonly n: number };
export type TableText = Act & { readonly type: 'TableText'; readonly caseId: CaseId; readonly text: SettlementText };
export type SignText = Act & {
  readonly type: 'SignText';
  readonly n: number;
  readonly digest: Sha256;
  readonly jws?: string;
};
/** The registry enters a signature of the text that lay on the table, which came by another channel. */
export type EnterTextSignature = LateEntry<SignText> & { readonly type: 'EnterTextSignature' };
/** A deadline passed. Decided only when no act that came before it can still be under way. */
export interface ExpireSettlementDeadline {
  readonly type: 'ExpireDeadline';
  readonly deadlineId: string;
}

export type SettlementCommand =
  | NoteFact
  | NoteOutage
  | NoteCalendar
  | ProposeConciliation
  | AcceptConciliation
  | EnterConciliationAnswer
  | BreakOffConciliation
  | TableText
  | SignText
  | EnterTextSignature
  | ExpireSettlementDeadline;
