import type { Instant, PartyCode, PersonId, Text } from '@parley/kernel';

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
}

/** A question of the panel to a party, and what became of it. */
export interface InformationRequest {
  /** `request:1`, `request:2` … */
  readonly id: string;
  readonly askedOf: PartyCode;
  readonly questions: readonly Text[];
  readonly askedAt: Instant;
  /** `not-given`: the party said nothing in time, which is on record as a fact. */
  readonly outcome: 'awaited' | 'answered' | 'not-given';
}

/** Somebody outside of the case whom the panel hears. */
export interface ThirdParty {
  /** `third-party:1` … */
  readonly id: string;
  readonly name: readonly Text[];
  readonly admittedAt: Instant;
  /** Who writes for it here; left out where the registry receives its notes. */
  readonly personId?: PersonId;
}

/** The clock of a request: `information-request:US:2`, the second one of the case. */
export const requestClockId = (party: PartyCode, requestId: string): string =>
  `information-request:${party}:${numberOf(requestId)}`;

const numberOf = (id: string): string => id.slice(id.lastIndexOf(':') + 1);
