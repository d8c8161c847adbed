import type { DomainEvent, Instant, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import type { MovesClocks } from '../case-events';
import type { LedgerCount } from './call';
import type { Level } from './level';

interface OfCall {
  readonly callId: string;
  readonly offeredBy: PartyCode;
  readonly proposedFor: Instant;
  /** Absent from calls of the first days of the record, which all were the officials'. */
  readonly level?: Level;
}
export type CallOffered = DomainEvent<'CallOffered', MovesClocks & OfCall & { readonly by: PersonId }>;
/** The party awaited said beforehand that it will take the call. */
export type CallAccepted = DomainEvent<
  'CallAccepted',
  MovesClocks & OfCall & { readonly by: PersonId; readonly party: PartyCode }
>;
/** Either side named another time, at which the other is awaited. */
export type CallMoved = DomainEvent<
  'CallMoved',
  MovesClocks & OfCall & { readonly by: PersonId; readonly party: PartyCode; readonly from: Instant }
>;
export type CallAnswered = DomainEvent<'CallAnswered', MovesClocks & OfCall & { readonly by: PersonId }>;
/** Nobody answered: a fact that is public. */
export type CallUnanswered = DomainEvent<'CallUnanswered', MovesClocks & OfCall & { readonly awaited?: PartyCode }>;

export type ConsultationsEscalated = DomainEvent<
  'ConsultationsEscalated',
  MovesClocks & {
    readonly from: Level;
    readonly to: Level;
    readonly by: PersonId | 'default';
    readonly party: PartyCode | null;
  }
>;

/** Between the parties: what was said in a call, as one side holds it. */
export type MinutesFiled = DomainEvent<
  'MinutesFiled',
  MovesClocks & {
    readonly minutesId: string;
    readonly callId: string;
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly text: readonly Text[];
    readonly digest: Sha256;
  }
>;
/** The other side signed the same digest: these are the minutes of the call. */
export type MinutesAgreed = DomainEvent<
  'MinutesAgreed',
  MovesClocks & {
    readonly minutesId: string;
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly digest: Sha256;
  }
>;

/** One party holds the consultations to be concluded. They go on until both do. */
export type ConclusionDeclared = DomainEvent<
  'ConclusionDeclared',
  MovesClocks & { readonly party: PartyCode; readonly by: PersonId }
>;

/**
 * The end of S5: with its time, and what is left goes to the co-heads; or earlier, concluded by both parties, and
 * nothing is left. The screening goes on.
 */
export type ConsultationsClosed = DomainEvent<
  'ConsultationsClosed',
  MovesClocks & { readonly escalatedTo: 'coheads' | null; readonly ledger: LedgerCount }
>;

export type ConsultationsEvent =
  | CallOffered
  | CallAccepted
  | CallMoved
  | CallAnswered
  | CallUnanswered
  | ConsultationsEscalated
  | MinutesFiled
  | MinutesAgreed
  | ConclusionDeclared
  | ConsultationsClosed;
