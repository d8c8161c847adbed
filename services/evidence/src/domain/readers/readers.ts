import type { Instant, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import { REDACTION_REASONS, type ExhibitTier, type RedactionReason } from '../exhibit';

/** Who reads an exhibit; nobody once it was withdrawn or taken from everybody. */
export type Readers = ExhibitTier | 'NOBODY';

export const READERS: readonly Readers[] = ['PUBLIC', 'PANEL', 'PARTIES', 'NOBODY'];

/**
 * Why an exhibit is withdrawn, or its readers are changed by the co-heads; a code, as for what is left out of a public
 * version.
 */
export type ReadersReason = RedactionReason | 'filed-by-mistake' | 'replaced' | 'public-interest';

export const READERS_REASONS: readonly ReadersReason[] = [
  ...REDACTION_REASONS,
  'filed-by-mistake',
  'replaced',
  'public-interest',
];

/** What stays where readers were taken away (I-42): when, by whose decision, why, and from whom. */
export interface Tombstone {
  readonly at: Instant;
  readonly by: 'its-party' | 'co-heads';
  readonly reason: ReadersReason;
  readonly from: ExhibitTier;
  readonly to: Readers;
  /** What both co-heads signed; `null` for a withdrawal by the party. */
  readonly digest: Sha256 | null;
}

/** A co-head's signature under a change of readers. */
export interface ReadersSignature {
  readonly coHead: PersonId;
  readonly party: PartyCode;
  readonly digest: Sha256;
  readonly receivedAt: Instant;
  readonly jws?: string;
}

/** A change of readers that one co-head has signed and the other may, until its time is up. */
export interface ReadersDecision {
  readonly to: Readers;
  readonly reason: ReadersReason;
  readonly digest: Sha256;
  readonly dueAt: Instant;
  readonly signatures: readonly ReadersSignature[];
}

/** The tiers whose readers are all among those of a tier. */
const WITHIN: Readonly<Record<Readers, readonly Readers[]>> = {
  NOBODY: ['NOBODY'],
  PARTIES: ['NOBODY', 'PARTIES'],
  PANEL: ['NOBODY', 'PARTIES', 'PANEL'],
  PUBLIC: ['NOBODY', 'PARTIES', 'PANEL', 'PUBLIC'],
};

/** True when everybody who is among `some` is among `all`. */
export const allAmong = (some: Readers, all: Readers): boolean => WITHIN[all].includes(some);
