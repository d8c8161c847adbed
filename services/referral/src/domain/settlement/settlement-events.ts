import type { DomainEvent, Instant, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { PublicTerms } from '../compliance/obligation-terms';
import type { CalendarNoted } from '../calendar/calendar-events';
import type { FallbackEvent } from '../fallback/fallback-events';
import type { OutageNoted } from '../outage/outage-events';
import type { SettlementFact } from './settlement-fact';
import type { SettlementText } from './settlement-text';

/** What another context told, kept here so that this stream alone is enough to decide and to replay. */
export type SettlementFactNoted = DomainEvent<
  'SettlementFactNoted',
  { readonly fact: SettlementFact; readonly from: string }
>;

interface OfParty {
  readonly n: number;
  readonly by: PersonId;
  readonly party: PartyCode;
}

export type ConciliationProposed = DomainEvent<'ConciliationProposed', MovesClocks & OfParty>;
export type ConciliationBegun = DomainEvent<'ConciliationBegun', MovesClocks & OfParty>;
/** The other party let the time for an answer pass: that they did is a fact of record. */
export type ConciliationUnanswered = DomainEvent<'ConciliationUnanswered', MovesClocks & { readonly n: number }>;
export type ConciliationBrokenOff = DomainEvent<'ConciliationBrokenOff', MovesClocks & OfParty>;
/** The screening ended otherwise, and with it what was under way to settle it. */
export type ConciliationStopped = DomainEvent<
  'ConciliationStopped',
  MovesClocks & { readonly n: number; readonly outcome: string }
>;

/** A text on the table: what it says is the parties' alone, and without prejudice (I-45). */
export type SettlementTextTabled = DomainEvent<
  'SettlementTextTabled',
  OfParty & { readonly digest: Sha256; readonly text: SettlementText }
>;
export type SettlementTextSigned = DomainEvent<
  'SettlementTextSigned',
  OfParty & { readonly digest: Sha256; readonly jws?: string }
>;

/** Both parties signed one digest (I-47). Its facts are public, its text where they agreed so (I-54). */
export type SettlementSigned = DomainEvent<
  'SettlementSigned',
  MovesClocks & {
    readonly n: number;
    readonly digest: Sha256;
    readonly phase: 'conciliation' | 'window';
    readonly signatures: readonly { readonly party: PartyCode; readonly by: PersonId; readonly at: Instant }[];
    readonly obligations: readonly PublicTerms[];
    /** Absent when the parties keep it to themselves. */
    readonly text?: SettlementText;
  }
>;

export type SettlementWindowOpened = DomainEvent<'SettlementWindowOpened', MovesClocks>;
export type SettlementWindowLapsed = DomainEvent<'SettlementWindowLapsed', MovesClocks>;
/** The screening was opened again, so there is something to conciliate once more. */
export type SettlementOpenedAgain = DomainEvent<'SettlementOpenedAgain', MovesClocks>;

/**
 * The screening is suspended, and with it the time to answer a proposal; one that starts meanwhile stands still at once
 * (S11).
 */
export type SuspensionNoted = DomainEvent<'SuspensionNoted', MovesClocks>;
/** The screening goes on, and what was left of the time with it. */
export type ResumptionNoted = DomainEvent<'ResumptionNoted', MovesClocks>;

export type SettlementEvent =
  | SuspensionNoted
  | ResumptionNoted
  | SettlementFactNoted
  | OutageNoted
  | FallbackEvent
  | CalendarNoted
  | ConciliationProposed
  | ConciliationBegun
  | ConciliationUnanswered
  | ConciliationBrokenOff
  | ConciliationStopped
  | SettlementTextTabled
  | SettlementTextSigned
  | SettlementSigned
  | SettlementWindowOpened
  | SettlementWindowLapsed
  | SettlementOpenedAgain;
