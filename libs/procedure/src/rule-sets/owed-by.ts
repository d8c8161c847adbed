import type { PartyCode, PersonId } from '@parley/kernel';
import type { ClockId } from './clock-rule';

/**
 * Whose act a clock awaits. `side`: one party. The deadline itself names it, since neither its clock nor a role in the
 * case tells which. `nominee`: one person. `nobody`: it runs out by itself.
 */
export type OwedBy =
  | 'complainant'
  | 'respondent'
  | 'parties'
  | 'side'
  | 'nominee'
  | 'registry'
  | 'registry-of-side'
  | 'panel'
  | 'coheads'
  | 'panel-and-coheads'
  | 'nobody';

/** What each clock awaits: `long-stop` and the like await nobody. */
const OWED = {
  completeness: 'registry',
  cure: 'complainant',
  reply: 'respondent',
  'reply-among-many': 'respondent',
  consultations: 'parties',
  officials: 'parties',
  'joint-proposal': 'coheads',
  nomination: 'side',
  disclosure: 'nominee',
  nonces: 'parties',
  challenge: 'side',
  'challenge-decision': 'coheads',
  'successor-nomination': 'side',
  'successor-draw': 'nobody',
  'successor-challenge': 'side',
  'successor-challenge-decision': 'coheads',
  terms: 'panel',
  evidence: 'parties',
  'late-evidence': 'parties',
  'evidence-answer': 'parties',
  'answerable-evidence': 'nobody',
  'information-request': 'side',
  'last-request': 'side',
  leave: 'side',
  'leave-comments': 'side',
  'late-claim-evidence': 'parties',
  'late-claim-comments': 'parties',
  'expert-comments': 'parties',
  review: 'panel',
  'interim-comments': 'parties',
  'interim-meeting': 'parties',
  findings: 'panel',
  'late-findings': 'panel',
  'late-claim': 'panel',
  // The panel owes the translations of its findings until then.
  certification: 'panel-and-coheads',
  marking: 'parties',
  'conciliation-answer': 'side',
  conciliators: 'parties',
  'settlement-window': 'parties',
  obligation: 'side',
  'status-report': 'side',
  verification: 'side',
  'joint-check': 'coheads',
  'compliance-review': 'parties',
  dossier: 'coheads',
  translation: 'side',
  summary: 'side',
  'readers-decision': 'coheads',
  'late-entry': 'parties',
  'late-entry-answer': 'registry-of-side',
  'paper-answer': 'registry-of-side',
  repudiation: 'parties',
  delivery: 'registry',
  retrieval: 'parties',
  'long-stop': 'nobody',
  consent: 'parties',
  correction: 'side',
  suspension: 'nobody',
  resumption: 'nobody',
  'urgency-refusal': 'coheads',
  'urgency-confirmation': 'panel',
  'first-call': 'parties',
} as const satisfies Readonly<Record<ClockId, OwedBy>>;

/** Clocks that are started for one party. */
export type ClockOfSide = {
  [Clock in ClockId]: (typeof OWED)[Clock] extends 'side' | 'registry-of-side' ? Clock : never;
}[ClockId];

/** Whose act a deadline awaits, where its clock alone does not say so. */
export type Awaits =
  | 'complainant'
  | 'coheads'
  | 'parties-and-coheads'
  | 'nobody'
  | `party:${PartyCode}`
  | `registry:${PartyCode}`
  | `person:${PersonId}`;

/**
 * Whose act a clock awaits. For a clock that this release does not know, and for a time that nobody counted, it is
 * either party's.
 */
export const owedBy = (clock: string): OwedBy => (isClock(clock) ? OWED[clock] : 'parties');

const isClock = (clock: string): clock is ClockId => Object.hasOwn(OWED, clock);
