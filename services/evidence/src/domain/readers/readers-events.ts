import type { DomainEvent, PartyCode, PersonId, Sha256, Text } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { ExhibitNumber, ExhibitTier, FiledBytes } from '../exhibit';
import type { Readers, ReadersReason } from './readers';

/** What new readers could not know of an exhibit before. */
export interface ExhibitParticulars {
  readonly title: readonly Text[];
  readonly file: FiledBytes;
  readonly claims: readonly string[];
}

/** Its party takes an exhibit back; a tombstone stays for everybody who knew of it. */
export type ExhibitWithdrawn = DomainEvent<
  'ExhibitWithdrawn',
  MovesClocks & {
    readonly number: ExhibitNumber;
    readonly party: PartyCode;
    readonly reason: ReadersReason;
    readonly from: ExhibitTier;
    readonly by: PersonId;
  }
>;

/** More may read an exhibit: its party consents, or both co-heads signed. */
export type ReadersAdded = DomainEvent<
  'ReadersAdded',
  MovesClocks & {
    readonly number: ExhibitNumber;
    readonly party: PartyCode;
    readonly from: ExhibitTier;
    readonly to: ExhibitTier;
    readonly basis: 'its-party' | 'co-heads';
    readonly reason: ReadersReason | null;
    readonly digest: Sha256 | null;
  } & ExhibitParticulars
>;

/** Fewer may read an exhibit by the decision of both co-heads; a tombstone stays for the others. */
export type ReadersTakenAway = DomainEvent<
  'ReadersTakenAway',
  MovesClocks & {
    readonly number: ExhibitNumber;
    readonly party: PartyCode;
    readonly from: ExhibitTier;
    readonly to: Readers;
    readonly reason: ReadersReason;
    readonly digest: Sha256;
  }
>;

export type ReadersDecisionSigned = DomainEvent<
  'ReadersDecisionSigned',
  MovesClocks & {
    readonly number: ExhibitNumber;
    readonly to: Readers;
    readonly reason: ReadersReason;
    readonly digest: Sha256;
    readonly coHead: PersonId;
    readonly party: PartyCode;
    readonly jws?: string;
  }
>;

/** The other co-head did not sign in time: the readers stay. */
export type ReadersDecisionLapsed = DomainEvent<
  'ReadersDecisionLapsed',
  MovesClocks & { readonly number: ExhibitNumber; readonly digest: Sha256; readonly missing: readonly PartyCode[] }
>;

export type ReadersEvent =
  ExhibitWithdrawn | ReadersAdded | ReadersTakenAway | ReadersDecisionSigned | ReadersDecisionLapsed;
