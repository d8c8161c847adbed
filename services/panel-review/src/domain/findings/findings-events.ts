import type { CaseParties, DomainEvent, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { AttributedVote, Certification, Finding, Issue } from './finding';

/** The time for votes is over; the deliberation is closed as of this instant. */
export type VotingTimeEnded = DomainEvent<'VotingTimeEnded', MovesClocks>;

/** The time for votes ended while a member was missing: nothing can be decided until parity is restored (I-02). */
export type FindingsAwaitParity = DomainEvent<'FindingsAwaitParity', MovesClocks>;

export type FindingsDecided = DomainEvent<
  'FindingsDecided',
  MovesClocks & {
    readonly parties: CaseParties;
    readonly findings: readonly Finding[];
    readonly digest: Sha256;
    readonly by: 'co-chairs' | 'time';
  }
>;

/**
 * Votes whose members chose to have them shown. Until the findings are issued they are the deliberation's own (I-14),
 * and the event is there whether anybody chose so or not, so that its being there tells nothing.
 */
export type VotesAttributed = DomainEvent<
  'VotesAttributed',
  MovesClocks & { readonly votes: readonly AttributedVote[] }
>;

/** A co-head certifies the procedure, not the substance. */
export type FindingsCertified = DomainEvent<
  'FindingsCertified',
  MovesClocks & { readonly by: PersonId; readonly party: PartyCode; readonly digest: Sha256; readonly jws?: string }
>;

/** The findings are final. */
export type FindingsIssued = DomainEvent<
  'FindingsIssued',
  MovesClocks & {
    readonly parties: CaseParties;
    readonly findings: readonly Finding[];
    readonly attributed: readonly AttributedVote[];
    readonly digest: Sha256;
    readonly certifications: readonly Certification[];
    readonly issue: Issue;
  }
>;

export type FindingsEvent =
  VotingTimeEnded | FindingsAwaitParity | FindingsDecided | VotesAttributed | FindingsCertified | FindingsIssued;
