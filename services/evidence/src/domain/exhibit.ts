import type { Instant, Language, PartyCode, PersonId, Sha256, Text, Tier } from '@parley/kernel';
import type { Loan } from './loans/loan';
import type { CheckedLayers, Removal } from './public-version/redaction';
import type { ReadersDecision, Tombstone } from './readers/readers';
import type { Translation, WrittenIn } from './translation/translation';

/** Who may read an exhibit, as its party designates it when it is filed. */
export type ExhibitTier = Extract<Tier, 'PUBLIC' | 'PARTIES' | 'PANEL'>;

/** `USA-1`: prefix of the party and its serial in the case. */
export type ExhibitNumber = string;

/** One link of the custody record (I-34). Offices, not persons. */
export interface CustodyEntry {
  readonly from: string;
  readonly to: string;
  readonly at: Instant;
  readonly purpose: string;
}

/** Bytes with the name and type under which they were filed. */
export interface FiledBytes {
  readonly digest: Sha256;
  readonly sizeBytes: number;
  /** A plain base name. */
  readonly fileName: string;
  readonly mediaType: string;
}

/**
 * Why something was left out of a public version; a code, because the reason's own words may say what must not be said.
 */
export type RedactionReason =
  'business-confidential' | 'personal-data' | 'national-security' | 'third-party-confidence' | 'legal-privilege';

export const REDACTION_REASONS: readonly RedactionReason[] = [
  'business-confidential',
  'personal-data',
  'national-security',
  'third-party-confidence',
  'legal-privilege',
];

/** What anybody may read beside an exhibit that not everybody may (I-41). */
export interface PublicVersion {
  readonly uploadId: string;
  readonly file: FiledBytes;
  readonly reason: RedactionReason;
  readonly filedAt: Instant;
  /** How much was removed for which reason. */
  readonly removals: readonly Removal[];
  /** `null` for one of before public versions were searched. */
  readonly checked: CheckedLayers | null;
}

/** Which bytes of an exhibit; a translation by its number. */
export type Copy = 'original' | 'public-version' | `translation-${number}`;

/** Stored bytes that are not what they were; `missing` when there are none. */
export interface Damage {
  readonly copy: Copy;
  /** Digest of what lies there now, `missing`, or `size-differs` where their number alone shows it. */
  readonly found: Sha256 | 'missing' | 'size-differs';
  readonly at: Instant;
}

/**
 * A piece of evidence on the record. Its bytes and particulars never change; who reads it may, and then a tombstone
 * stays.
 */
export interface Exhibit {
  readonly number: ExhibitNumber;
  readonly party: PartyCode;
  readonly uploadId: string;
  readonly file: FiledBytes;
  readonly title: readonly Text[];
  readonly tier: ExhibitTier;
  /** Ids of the claims that it goes to; none for the case as a whole. */
  readonly claims: readonly string[];
  readonly acceptedAt: Instant;
  readonly filedBy: PersonId;
  /** Oldest first, never empty. */
  readonly custody: readonly CustodyEntry[];
  readonly publicVersion: PublicVersion | null;
  /** The languages of its own words. */
  readonly writtenIn: WrittenIn;
  /** Languages of which a translation was missing when its time had passed. */
  readonly translationsMissing: readonly Language[];
  /** In the order of filing, numbered from 1. */
  readonly translations: readonly Translation[];
  /** One for each time that readers were taken away, oldest first (I-42). */
  readonly tombstones: readonly Tombstone[];
  /** The last of them when nobody reads it any more. */
  readonly withdrawn: Tombstone | null;
  /** A change of readers that waits for the other co-head. */
  readonly decision: ReadersDecision | null;
  /** The last one whose time passed with one signature, of which the other may be proved yet (I-19). */
  readonly lapsedDecision?: ReadersDecision | null;
  /** What was asked for or lent to whom the panel hears, oldest first (I-42). */
  readonly loans: readonly Loan[];
  /** The exhibit that this one puts right, and the one that puts this one right (I-35). Both stay what they are. */
  readonly corrects: ExhibitNumber | null;
  readonly correctedBy: ExhibitNumber | null;
  /** The last damage found, by the copy. */
  readonly damage: Readonly<Record<string, Damage>>;
}
