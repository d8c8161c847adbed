import type { DomainEvent, Instant, PersonId, Sha256, Side, Text } from '@parley/kernel';
import type { SeatedMember, Vote } from '@parley/procedure';
import type { ExpertChoice, TakenExpert } from '../experts/experts.rules';
import type { ReasonedText } from '../findings/make-findings.rules';
import type { ClosedBy } from '../findings/findings.rules';
import type { InterimDraft, LaidDownText } from '../review/review.rules';
import type { UrgencyVerdict, UrgencyView } from '../tracks/tracks.rules';
import type { CastObjectionVote, ObjectionVoteCast, ObjectionVoteChanged } from './objection-votes.rules';
import { nothingTranslated, translating, type TranslatedTexts, type TranslationEvent } from './translate-text.rules';
import { adopting, type Reasons, type ReasonsAdopted, type ReasonsGiven } from './reasons.rules';

/** A member's present vote on a claim. */
interface CastVote {
  readonly claimId: string;
  readonly member: PersonId;
  readonly on: Vote['on'];
  /** The member chose to have it shown with the findings. */
  readonly attributed: boolean;
}

/** A side's separate statement on a claim, for the case that it is not agreed. */
interface SeparateStatement extends ReasonedText {
  readonly claimId: string;
  readonly side: Side;
}

export interface Note {
  readonly by: PersonId;
  readonly text: readonly Text[];
  readonly at: Instant;
}

/** The result of a closed deliberation: everything from which the findings are made. */
export interface ClosedDeliberation {
  readonly closedAt: Instant;
  readonly closedBy: ClosedBy;
  /** The members who were seated when it closed. */
  readonly seated: readonly SeatedMember[];
  /** Seats of the panel, whether settled or not. */
  readonly seats: number;
  readonly votes: readonly CastVote[];
  readonly objectionVotes: readonly CastObjectionVote[];
  readonly reasons: readonly Reasons[];
  readonly statements: readonly SeparateStatement[];
}

export interface DeliberationState extends TranslatedTexts {
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
  /** The instant at which both co-chairs had signed the draft. From then on it is the interim text. */
  readonly agreedAt: Instant | null;
  /** What each co-chair signed last, whatever draft came after it. */
  readonly laidDown: readonly LaidDownText[];
  readonly votes: readonly CastVote[];
  readonly objectionVotes: readonly CastObjectionVote[];
  /** Those that somebody adopts. */
  readonly reasons: readonly Reasons[];
  readonly statements: readonly SeparateStatement[];
  readonly notes: readonly Note[];
  /** Co-chairs who asked to close; a vote after that withdraws what they asked for. */
  readonly closingAskedBy: readonly PersonId[];
  readonly closed: Pick<ClosedDeliberation, 'closedAt' | 'closedBy' | 'seated' | 'seats'> | null;
}

/** A member's view of the urgency. A later view replaces an earlier one. */
export type UrgencyViewGiven = DomainEvent<'UrgencyViewGiven', UrgencyView>;
/** The panel has agreed on the urgency. The panel's own stream says so as of this instant. */
export type UrgencySettled = DomainEvent<'UrgencySettled', { readonly verdict: UrgencyVerdict }>;
/** A co-chair says whom to ask and what. A later choice of the same expert replaces an earlier one. */
export type ExpertChosen = DomainEvent<'ExpertChosen', ExpertChoice>;
/** Both co-chairs chose the same. The panel's own stream says so as of this instant. */
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
export type InterimSigned = DomainEvent<'InterimSigned', { readonly by: PersonId; readonly digest: Sha256 }>;
/** Both co-chairs signed the same digest. The panel's own stream issues the text as of this instant. */
export type InterimAgreed = DomainEvent<'InterimAgreed', { readonly digest: Sha256 }>;
export type VoteCast = DomainEvent<'VoteCast', CastVote>;
/** A change of a vote is an event of its own (I-11). */
export type VoteChanged = DomainEvent<'VoteChanged', CastVote>;
export type StatementGiven = DomainEvent<'StatementGiven', SeparateStatement & { readonly by: PersonId }>;
export type NoteWritten = DomainEvent<'NoteWritten', Pick<Note, 'by' | 'text'>>;
/** Claims were replaced. Votes, reasons and statements on the former text no longer count (I-24). */
export type SayingsSetAside = DomainEvent<'SayingsSetAside', { readonly claimIds: readonly string[] }>;
export type ClosingAsked = DomainEvent<'ClosingAsked', { readonly by: PersonId }>;
export type DeliberationClosed = DomainEvent<
  'DeliberationClosed',
  Pick<ClosedDeliberation, 'closedBy' | 'seated' | 'seats'>
>;

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
  | ObjectionVoteCast
  | ObjectionVoteChanged
  | ReasonsGiven
  | ReasonsAdopted
  | StatementGiven
  | NoteWritten
  | SayingsSetAside
  | ClosingAsked
  | DeliberationClosed
  | TranslationEvent;

export const silent: DeliberationState = {
  urgencyViews: [],
  urgency: null,
  expertChoices: [],
  expertsAgreed: [],
  draft: null,
  agreedAt: null,
  laidDown: [],
  votes: [],
  objectionVotes: [],
  reasons: [],
  statements: [],
  notes: [],
  closingAskedBy: [],
  closed: null,
  ...nothingTranslated,
};

/** What an event means for a deliberation. A vote withdraws the requests to close that came before it. */
export function evolveDeliberation(state: DeliberationState, event: DeliberationEvent): DeliberationState {
  switch (event.type) {
    case 'UrgencyViewGiven':
      return {
        ...state,
        urgencyViews: [...state.urgencyViews.filter(({ member }) => member !== event.data.member), event.data],
      };
    case 'UrgencySettled':
      return { ...state, urgency: { verdict: event.data.verdict, at: event.occurredAt } };
    case 'ExpertChosen': {
      const others = state.expertChoices.filter(
        ({ by, expertId }) => by !== event.data.by || expertId !== event.data.expertId,
      );
      return { ...state, expertChoices: [...others, event.data] };
    }
    case 'ExpertAgreed':
      return { ...state, expertsAgreed: [...state.expertsAgreed, { ...event.data, at: event.occurredAt }] };
    case 'InterimDrafted': {
      const { by: draftedBy, text, exhibits, digest } = event.data;
      return { ...state, draft: { text, exhibits, digest, draftedBy, signatures: [] } };
    }
    case 'InterimSigned': {
      const { by } = event.data;
      const signature = { by, receivedAt: event.occurredAt };
      if (!state.draft) return state;
      const { signatures, text, exhibits, digest } = state.draft;
      return {
        ...state,
        draft: { ...state.draft, signatures: [...signatures, signature] },
        laidDown: [...state.laidDown.filter((laid) => laid.by !== by), { by, text, exhibits, digest }],
      };
    }
    case 'InterimAgreed':
      return { ...state, agreedAt: event.occurredAt };
    case 'VoteCast':
    case 'VoteChanged':
      return {
        ...state,
        votes: [...state.votes.filter((vote) => !sameVoter(vote, event.data)), event.data],
        closingAskedBy: [],
      };
    case 'ObjectionVoteCast':
    case 'ObjectionVoteChanged': {
      const { objectionId, member } = event.data;
      const others = state.objectionVotes.filter((vote) => vote.objectionId !== objectionId || vote.member !== member);
      return { ...state, objectionVotes: [...others, event.data], closingAskedBy: [] };
    }
    case 'ReasonsGiven':
    case 'ReasonsAdopted':
      return { ...state, reasons: adopting(state.reasons, event) };
    case 'StatementGiven': {
      const { claimId, side, text, exhibits } = event.data;
      return {
        ...state,
        statements: [
          ...state.statements.filter((other) => !sameSide(other, event.data)),
          { claimId, side, text, exhibits },
        ],
      };
    }
    case 'NoteWritten':
      return { ...state, notes: [...state.notes, { ...event.data, at: event.occurredAt }] };
    case 'SayingsSetAside': {
      const kept = ({ claimId }: { readonly claimId: string }): boolean => !event.data.claimIds.includes(claimId);
      const { votes, reasons, statements } = state;
      return {
        ...state,
        votes: votes.filter(kept),
        reasons: reasons.filter(kept),
        statements: statements.filter(kept),
        closingAskedBy: [],
      };
    }
    case 'ClosingAsked':
      return { ...state, closingAskedBy: [...state.closingAskedBy, event.data.by] };
    case 'DeliberationClosed': {
      const { closedBy, seated, seats } = event.data;
      return { ...state, closed: { closedAt: event.occurredAt, closedBy, seated, seats } };
    }
    case 'TranslationProposed':
    case 'TranslationGiven':
      return { ...state, ...translating(state, event) };
    default:
      return unknownEvent(event, state);
  }
}

const unknownEvent = (_event: never, state: DeliberationState): DeliberationState => state;

type OfMember = Pick<CastVote, 'claimId' | 'member'>;
const sameVoter = (one: OfMember, other: OfMember): boolean =>
  one.claimId === other.claimId && one.member === other.member;
const sameSide = (one: SeparateStatement, other: SeparateStatement): boolean =>
  one.claimId === other.claimId && one.side === other.side;
