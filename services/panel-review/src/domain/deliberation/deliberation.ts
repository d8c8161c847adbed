import type { DomainEvent, Instant, PersonId, Sha256, Side, Text } from '@parley/kernel';
import type { SeatedMember, Vote } from '@parley/procedure';
import type { ExpertChoice, TakenExpert } from '../experts/expert';
import type { ReasonedText } from '../findings/finding';
import type { InterimDraft } from '../review/interim';
import type { UrgencyVerdict, UrgencyView } from '../tracks/urgency';

/** A member's present vote on a claim. */
export interface CastVote {
  readonly claimId: string;
  readonly member: PersonId;
  readonly on: Vote['on'];
  /** The member chose to have it shown with the findings. */
  readonly attributed: boolean;
}

/** Reasons by one member for one of the two outcomes that a majority can reach. */
export interface Reasons extends ReasonedText {
  readonly claimId: string;
  readonly member: PersonId;
  readonly supports: 'substantiated' | 'not-substantiated';
}

/** A side's separate statement on a claim, for the case that it is not agreed. */
export interface SeparateStatement extends ReasonedText {
  readonly claimId: string;
  readonly side: Side;
}

export interface Note {
  readonly by: PersonId;
  readonly text: readonly Text[];
  readonly at: Instant;
}

/** What the closed deliberation came to: all that the findings are made of. */
export interface ClosedDeliberation {
  readonly closedAt: Instant;
  readonly closedBy: 'co-chairs' | 'time';
  /** Who was seated when it closed. */
  readonly seated: readonly SeatedMember[];
  readonly votes: readonly CastVote[];
  readonly reasons: readonly Reasons[];
  readonly statements: readonly SeparateStatement[];
}

export interface DeliberationState {
  /** What each member thinks of the urgency of the case; empty on the other tracks. */
  readonly urgencyViews: readonly UrgencyView[];
  /** Set when a majority with one of each side is of one view. */
  readonly urgency: { readonly verdict: UrgencyVerdict; readonly at: Instant } | null;
  /** The last choice of each co-chair for each expert. */
  readonly expertChoices: readonly ExpertChoice[];
  /** Experts whom both co-chairs chose, with the same questions. */
  readonly expertsAgreed: readonly (Pick<TakenExpert, 'expertId' | 'questions'> & { readonly at: Instant })[];
  /** The draft of the interim text that is before the panel. */
  readonly draft: InterimDraft | null;
  /** When both co-chairs had signed it: from then on it is the interim text. */
  readonly agreedAt: Instant | null;
  readonly votes: readonly CastVote[];
  readonly reasons: readonly Reasons[];
  readonly statements: readonly SeparateStatement[];
  readonly notes: readonly Note[];
  /** Co-chairs who asked to close; a vote after that withdraws what they asked for. */
  readonly closingAskedBy: readonly PersonId[];
  readonly closed: Pick<ClosedDeliberation, 'closedAt' | 'closedBy' | 'seated'> | null;
}

/** A member's view of the urgency; given again it takes the place of the former. */
export type UrgencyViewGiven = DomainEvent<'UrgencyViewGiven', UrgencyView>;
/** The panel is of one view of the urgency: its own stream says so as of this instant. */
export type UrgencySettled = DomainEvent<'UrgencySettled', { readonly verdict: UrgencyVerdict }>;
/** A co-chair says whom to ask and what; said again for the same expert it takes the place of the former. */
export type ExpertChosen = DomainEvent<'ExpertChosen', ExpertChoice>;
/** Both said the same: the panel's own stream says so as of this instant. */
export type ExpertAgreed = DomainEvent<'ExpertAgreed', Pick<TakenExpert, 'expertId' | 'questions'>>;
export type InterimDrafted = DomainEvent<
  'InterimDrafted',
  {
    readonly by: PersonId;
    readonly text: readonly Text[];
    readonly exhibits: readonly string[];
    readonly digest: Sha256;
  }
>;
export type InterimSigned = DomainEvent<
  'InterimSigned',
  { readonly by: PersonId; readonly digest: Sha256; readonly jws?: string }
>;
/** Both co-chairs signed the same digest: the panel's own stream issues the text as of this instant. */
export type InterimAgreed = DomainEvent<'InterimAgreed', { readonly digest: Sha256 }>;
export type VoteCast = DomainEvent<'VoteCast', CastVote>;
/** A change of a vote is an event of its own (I-11). */
export type VoteChanged = DomainEvent<'VoteChanged', CastVote>;
export type ReasonsGiven = DomainEvent<'ReasonsGiven', Reasons>;
export type StatementGiven = DomainEvent<'StatementGiven', SeparateStatement & { readonly by: PersonId }>;
export type NoteWritten = DomainEvent<'NoteWritten', Pick<Note, 'by' | 'text'>>;
/** Claims were replaced: what had been said of them is said of something else, and counts no more (I-24). */
export type SayingsSetAside = DomainEvent<'SayingsSetAside', { readonly claimIds: readonly string[] }>;
export type ClosingAsked = DomainEvent<'ClosingAsked', { readonly by: PersonId }>;
export type DeliberationClosed = DomainEvent<'DeliberationClosed', Pick<ClosedDeliberation, 'closedBy' | 'seated'>>;

export type DeliberationEvent =
  | UrgencyViewGiven
  | UrgencySettled
  | ExpertChosen
  | ExpertAgreed
  | InterimDrafted
  | InterimSigned
  | InterimAgreed
  | VoteCast
  | VoteChanged
  | ReasonsGiven
  | StatementGiven
  | NoteWritten
  | SayingsSetAside
  | ClosingAsked
  | DeliberationClosed;
