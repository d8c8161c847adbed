import type { DomainEvent, Instant, PartyCode, PersonId, Text } from '@parley/kernel';
import type { MovesClocks, StandingPaper } from '@parley/procedure';
import { replacedBy } from '../experts/papers.rules';
import { withCapacity } from '../composition/composition.rules';
import type { RecordedPanel } from '../panel/panel-state.rules';
import type { JointRequestProposed, Leave, LeaveCommentsClosed } from './joint-requests.rules';

export type InformationRequested = DomainEvent<
  'InformationRequested',
  MovesClocks & {
    readonly requestId: string;
    readonly n: number;
    readonly askedOf: PartyCode;
    readonly by: PersonId;
    readonly questions: readonly Text[];
    /** Both co-chairs asked, so that the answer may come after the last day for evidence (I-70). */
    readonly leave?: Leave;
  }
>;

export type InformationAnswered = DomainEvent<
  'InformationAnswered',
  MovesClocks & {
    readonly requestId: string;
    readonly materialId: string;
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly text: readonly Text[];
    readonly exhibits: readonly string[];
  }
>;

/** The party gave no answer in time. The panel goes on with the record that it has, and the record says so (S7). */
export type InformationNotGiven = DomainEvent<
  'InformationNotGiven',
  MovesClocks & { readonly requestId: string; readonly askedOf: PartyCode }
>;

/** A co-chair admits somebody outside of the case to be heard in writing. */
export type ThirdPartyAdmitted = DomainEvent<
  'ThirdPartyAdmitted',
  MovesClocks & {
    readonly thirdPartyId: string;
    readonly name: readonly Text[];
    readonly by: PersonId;
    readonly personId?: PersonId;
  }
>;

/**
 * The note of an admitted third party comes on record. The third party filed it, or the registry, which received it.
 */
export type ThirdPartyNoteFiled = DomainEvent<
  'ThirdPartyNoteFiled',
  MovesClocks & {
    readonly thirdPartyId: string;
    /** The name of the third party. */
    readonly author: readonly Text[];
    readonly materialId: string;
    readonly by: PersonId;
    /** Absent where the registry received it. */
    readonly as?: 'third-party';
    /** There where the registry received it. */
    readonly paper?: StandingPaper;
    /** The paper in the place of which its person has filed it. */
    readonly replaces?: string;
    readonly text: readonly Text[];
  }
>;

/** A party comments on material that it did not make itself. */
export type MaterialCommented = DomainEvent<
  'MaterialCommented',
  MovesClocks & {
    readonly materialId: string;
    /** The kind of the material, and its number: of an answer that of its request, else among those of its kind. */
    readonly kind: MaterialKind;
    readonly n?: number;
    readonly party: PartyCode;
    readonly by: PersonId;
    readonly comment: readonly Text[];
  }
>;

export type InformationEvent =
  | JointRequestProposed
  | LeaveCommentsClosed
  | InformationRequested
  | InformationAnswered
  | InformationNotGiven
  | ThirdPartyAdmitted
  | ThirdPartyNoteFiled
  | MaterialCommented;

export const requested = (
  state: RecordedPanel,
  { data: { requestId: id, n, askedOf, questions, leave }, occurredAt: askedAt }: InformationRequested,
): RecordedPanel => ({
  ...state,
  requests: [...state.requests, { id, n, askedOf, questions, askedAt, leave: leave ?? null, outcome: 'awaited' }],
  jointProposals: [],
});

export function answered(state: RecordedPanel, { data, occurredAt }: InformationAnswered): RecordedPanel {
  const { requestId, materialId: id, party, text, exhibits, by } = data;
  const answer: Material = {
    id,
    kind: 'answer',
    about: requestId,
    party,
    text,
    exhibits,
    servedAt: occurredAt,
    comments: [],
  };
  return withCapacity(withMaterial(withOutcome(state, requestId, 'answered'), answer), by, 'desk');
}

/** What was taken back by leave, though nothing was said of it, is there to be commented on. */
export function notGiven(
  state: RecordedPanel,
  { data: { requestId: about, askedOf: party, opens }, occurredAt: servedAt }: InformationNotGiven,
): RecordedPanel {
  const after = withOutcome(state, about, 'not-given');
  const { n } = state.requests.find(({ id }) => id === about) ?? { n: 0 };
  if (opens.length === 0) return after;
  const silence = { id: `answer:${String(n)}`, kind: 'answer', about, party, text: [], exhibits: [] } as const;
  return withMaterial(after, { ...silence, servedAt, comments: [] });
}

/** Who is named as a third party by a co-chair is nothing in the case by that, but by an own note alone (I-05). */
export function admitted(
  state: RecordedPanel,
  { data: { thirdPartyId: id, name, personId }, occurredAt: admittedAt }: ThirdPartyAdmitted,
): RecordedPanel {
  const thirdParty = { id, name, admittedAt, ...(personId === undefined ? {} : { personId }) };
  return { ...state, thirdParties: [...state.thirdParties, thirdParty] };
}

export function noteFiled(state: RecordedPanel, { data, occurredAt }: ThirdPartyNoteFiled): RecordedPanel {
  const { materialId: id, thirdPartyId: about, text, by, as = 'registry', paper } = data;
  const note: Material = {
    id,
    kind: 'third-party-note',
    about,
    party: null,
    text,
    exhibits: [],
    servedAt: occurredAt,
    comments: [],
    ...(paper ? { paper } : {}),
  };
  return withCapacity(withMaterial(replacedBy(state, id, data, occurredAt), note), by, as);
}

export function materialCommented(
  state: RecordedPanel,
  { data, occurredAt: receivedAt }: MaterialCommented,
): RecordedPanel {
  const { materialId, party, comment, by } = data;
  const materials = state.materials.map((each) =>
    each.id === materialId ? { ...each, comments: [...each.comments, { party, comment, receivedAt }] } : each,
  );
  return withCapacity({ ...state, materials }, by, 'desk');
}

export const withMaterial = (state: RecordedPanel, material: Material): RecordedPanel => ({
  ...state,
  materials: [...state.materials, material],
});

const withOutcome = (state: RecordedPanel, id: string, outcome: InformationRequest['outcome']): RecordedPanel => ({
  ...state,
  requests: state.requests.map((request) => (request.id === id ? { ...request, outcome } : request)),
});

/**
 * What is laid before the panel apart from exhibits. Each is served on both parties and the panel at one instant
 * (I-15).
 */
export type MaterialKind = 'answer' | 'third-party-note' | 'expert-report';

/** A party's word on material that it did not make itself. */
export interface MaterialComment {
  readonly party: PartyCode;
  readonly comment: readonly Text[];
  readonly receivedAt: Instant;
}

export interface Material {
  /** Unique in its case: `answer:1`, `note:1`, `report:1` … */
  readonly id: string;
  readonly kind: MaterialKind;
  /** What it answers or who made it: the id of the request, of the third party or of the expert. */
  readonly about: string;
  /** The party that made it; `null` for a third party and an expert. */
  readonly party: PartyCode | null;
  readonly text: readonly Text[];
  readonly exhibits: readonly string[];
  readonly servedAt: Instant;
  readonly comments: readonly MaterialComment[];
  /** How it stands where the registry received it. */
  readonly paper?: StandingPaper;
  /** Id of what the person concerned has laid before the panel in its place. */
  readonly replacedBy?: string;
}

/** A question of the panel to a party, and what became of it. */
export interface InformationRequest {
  /** `request:1`, `request:2` … */
  readonly id: string;
  /** Counted from 1 in its case. */
  readonly n: number;
  readonly askedOf: PartyCode;
  readonly questions: readonly Text[];
  readonly askedAt: Instant;
  /** `null` where one co-chair asked, or both by a day within the time for evidence. */
  readonly leave: Leave | null;
  /** `not-given`: the party said nothing in time, which is on record as a fact. */
  readonly outcome: 'awaited' | 'answered' | 'not-given';
}

/** What was asked in the review, and what was laid before the panel in it. */
export interface LaidBeforePanel {
  readonly requests: readonly InformationRequest[];
  readonly thirdParties: readonly ThirdParty[];
  /** Answers, notes and reports, in the order in which they were served. */
  readonly materials: readonly Material[];
}

/** Somebody outside of the case whom the panel hears. */
export interface ThirdParty {
  /** `third-party:1` … */
  readonly id: string;
  readonly name: readonly Text[];
  readonly admittedAt: Instant;
  /** The person who writes for it here; left out where the registry receives its notes. */
  readonly personId?: PersonId;
}

/** The clock of a request: `information-request:US:2`, the second one of the case. */
export const requestClockId = ({ askedOf, n }: Pick<InformationRequest, 'askedOf' | 'n'>): string =>
  `information-request:${askedOf}:${String(n)}`;
