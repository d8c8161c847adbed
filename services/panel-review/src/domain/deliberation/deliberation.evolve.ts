import type { CastVote, DeliberationEvent, DeliberationState, Reasons, SeparateStatement } from './deliberation';

export const silent: DeliberationState = {
  urgencyViews: [],
  urgency: null,
  expertChoices: [],
  expertsAgreed: [],
  draft: null,
  agreedAt: null,
  votes: [],
  reasons: [],
  statements: [],
  notes: [],
  closingAskedBy: [],
  closed: null,
};

/** What an event means for a deliberation. A vote withdraws what the co-chairs had asked for before it. */
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
      const { by, jws } = event.data;
      const signature = { by, ...(jws === undefined ? {} : { jws }), receivedAt: event.occurredAt };
      return { ...state, draft: state.draft && { ...state.draft, signatures: [...state.draft.signatures, signature] } };
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
    case 'ReasonsGiven':
      return {
        ...state,
        reasons: [...state.reasons.filter((reasons) => !sameAuthor(reasons, event.data)), event.data],
      };
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
    case 'DeliberationClosed':
      return {
        ...state,
        closed: { closedAt: event.occurredAt, closedBy: event.data.closedBy, seated: event.data.seated },
      };
    default:
      return unknownEvent(event, state);
  }
}

const unknownEvent = (_event: never, state: DeliberationState): DeliberationState => state;

type OfMember = Pick<CastVote, 'claimId' | 'member'>;
const sameVoter = (one: OfMember, other: OfMember): boolean =>
  one.claimId === other.claimId && one.member === other.member;
const sameAuthor = (one: Reasons, other: Reasons): boolean => sameVoter(one, other) && one.supports === other.supports;
const sameSide = (one: SeparateStatement, other: SeparateStatement): boolean =>
  one.claimId === other.claimId && one.side === other.side;
