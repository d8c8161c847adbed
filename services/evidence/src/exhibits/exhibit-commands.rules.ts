import type { Instant, Language, PartyCode, PersonId, Sha256, Side, Text, Tier } from '@parley/kernel';
import type { StandingPaper } from '@parley/procedure';
import type { DocumentId, DocumentKind, DocumentTier } from '../documents/documents.rules';
import type { FileExhibits } from './file-exhibits.rules';
import type { LateEvidenceCommand } from '../late-entries/late-entries.rules';
import type { Loan, LoanCommand, NoteReviewEnd } from '../loans/loans.rules';
import type { CheckedFormat, CheckedLayers, RedactionCheck, Removal } from '../public-version/redaction.rules';
import type { ReadersCommand, ReadersDecision, Tombstone } from '../readers/readers.rules';
import type { Translation, TranslationCommand, WrittenIn } from '../translations/translations.rules';

/** An act of a person: who, for which party, and the instant of receipt that counts. */
export interface Act {
  readonly by: PersonId;
  readonly party: PartyCode | null;
  readonly receivedAt: Instant;
}

/** A finished upload, as this service took it in. */
export interface Upload {
  readonly uploadId: string;
  readonly party: PartyCode;
  readonly digest: Sha256;
  readonly sizeBytes: number;
  /** The formats of which it may be; left out for an upload whose first bytes were not looked at. */
  readonly couldBe?: readonly CheckedFormat[];
}

/** Bytes that an act refers to: what the filer says of them, and the upload if the filer may use it. */
export interface ReferredBytes {
  readonly uploadId: string;
  readonly digest: Sha256;
  readonly fileName: string;
  readonly mediaType: string;
  readonly upload: Upload | null;
}

export interface OfferedPublicVersion {
  readonly bytes: ReferredBytes;
  readonly reason: RedactionReason;
  /** How many passages were removed for each reason. The passages themselves are not passed on after the search. */
  readonly removals: readonly Removal[];
  readonly check: RedactionCheck;
}

export type FileExhibit = Act & {
  readonly type: 'FileExhibit';
  /** The configured prefix of the filing party. */
  readonly prefix: string;
  /** The rules now in force; they count for a case that is not registered yet. */
  readonly ruleSetVersion: string;
  readonly bytes: ReferredBytes;
  readonly title: readonly Text[];
  readonly tier: ExhibitTier;
  readonly claims: readonly string[];
  readonly custody: CustodyEntry;
  readonly publicVersion: OfferedPublicVersion | null;
  readonly writtenIn: WrittenIn;
  /** The exhibit that this one puts right; `null` for none. */
  readonly corrects: ExhibitNumber | null;
  /** The exhibit of the other party, or the request of both co-chairs, that this one answers; `null` for none. */
  readonly answers: string | null;
};
export type FilePublicVersion = Act & {
  readonly type: 'FilePublicVersion';
  readonly number: ExhibitNumber;
} & OfferedPublicVersion;
export type HandOverCustody = Act & {
  readonly type: 'HandOverCustody';
  /** True for the registry, which may hold exhibits of both parties. */
  readonly asRegistry: boolean;
  readonly number: ExhibitNumber;
  readonly entry: CustodyEntry;
};
/** A read found that stored bytes are not those that were accepted. */
export type NoteDamage = {
  readonly type: 'NoteDamage';
  readonly number: ExhibitNumber;
  readonly copy: Copy;
  readonly found: Damage['found'];
  readonly at: Instant;
};

/** A clock ran out. What silence means is decided as of its expiry. */
export type ExpireDeadline = { readonly type: 'ExpireDeadline'; readonly deadlineId: string };

/**
 * The screening was suspended, goes on or was reopened. The clocks are brought into line with the suspensions that are
 * known.
 */
export type NoteStandstill = { readonly type: 'NoteStandstill' };
/** The system was away. Each clock that ended in that time ends later. */
export type NoteOutage = {
  readonly type: 'NoteOutage';
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly at: Instant;
};
/** A calendar was announced, and clocks are counted on it. */
export type NoteCalendar = {
  readonly type: 'NoteCalendar';
  /** Version of the joint calendar. */
  readonly version: string;
  readonly at: Instant;
};

/** Who wrote a document: a side, a party, or the other party than the one that asked for it. */
export type Writer = Side | { readonly party: PartyCode } | { readonly askedBy: PartyCode };

/** What a party wrote: what it is called, who wrote it, who may read it, and the languages that some part lacks. */
export type NoteDocument = {
  readonly type: 'NoteDocument';
  readonly number: DocumentId;
  readonly kind: DocumentKind;
  readonly label?: string;
  readonly by: Writer;
  readonly tier: DocumentTier;
  readonly into: readonly Language[];
  readonly at: Instant;
};

/** What a fact or message of another context does here. */
export type ToldCommand = NoteStandstill | NoteOutage | NoteReviewEnd | NoteDocument;

export type EvidenceCommand =
  | ToldCommand
  | NoteCalendar
  | FileExhibit
  | FileExhibits
  | FilePublicVersion
  | HandOverCustody
  | NoteDamage
  | ExpireDeadline
  | TranslationCommand
  | ReadersCommand
  | LateEvidenceCommand
  | LoanCommand;

/** The next number of a party in a case: 1, 2, 3 … There is no gap, since exhibits are never removed. */
export const nextNumber = (exhibits: Iterable<Exhibit>, party: PartyCode, prefix: string): ExhibitNumber =>
  `${prefix}-${String(countOf(exhibits, party) + 1)}`;

export const countOf = (exhibits: Iterable<Exhibit>, party: PartyCode): number =>
  [...exhibits].filter((exhibit) => exhibit.party === party).length;

/** Who may read an exhibit, as designated by its party at the filing. */
export type ExhibitTier = Extract<Tier, 'PUBLIC' | 'PARTIES' | 'PANEL'>;

/** `USA-1`: prefix of the party and its serial in the case. */
export type ExhibitNumber = string;

/** One link of the custody record (I-34). It names offices, not persons. */
export interface CustodyEntry {
  readonly from: string;
  readonly to: string;
  readonly at: Instant;
  readonly purpose: string;
  /** How it stands where a registry entered it; left out where its party did. */
  readonly standing?: StandingPaper['standing'];
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
 * Why something was left out of a public version. It is a code, because a reason in free words may say what must not be
 * said.
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

/** What anybody may read of an exhibit that not everybody may read (I-41). */
export interface PublicVersion {
  readonly uploadId: string;
  readonly file: FiledBytes;
  readonly reason: RedactionReason;
  readonly filedAt: Instant;
  /** How many passages were removed for each reason. */
  readonly removals: readonly Removal[];
  /** `null` for a public version that was filed before they were searched. */
  readonly checked: CheckedLayers | null;
}

/** Which bytes of an exhibit; a translation is named by its number. */
export type Copy = 'original' | 'public-version' | `translation-${number}`;

/** Stored bytes that are not those that were accepted. */
export interface Damage {
  readonly copy: Copy;
  /**
   * Digest of the bytes found, `missing` when there are none, or `size-differs` when their size alone shows the damage.
   */
  readonly found: Sha256 | 'missing' | 'size-differs';
  readonly at: Instant;
}

/**
 * A piece of evidence on the record. Its bytes and particulars never change. Its readers may change, and then a
 * tombstone stays.
 */
export interface Exhibit {
  readonly number: ExhibitNumber;
  readonly party: PartyCode;
  readonly uploadId: string;
  readonly file: FiledBytes;
  readonly title: readonly Text[];
  readonly tier: ExhibitTier;
  /** Ids of the claims that it supports; none when it is for the case as a whole. */
  readonly claims: readonly string[];
  readonly acceptedAt: Instant;
  readonly filedBy: PersonId;
  /** Oldest first, never empty. */
  readonly custody: readonly CustodyEntry[];
  readonly publicVersion: PublicVersion | null;
  /** The languages in which it was written. */
  readonly writtenIn: WrittenIn;
  /** Languages whose translation was missing when its time had passed. */
  readonly translationsMissing: readonly Language[];
  /** In the order of filing, numbered from 1. */
  readonly translations: readonly Translation[];
  /** One for each time that readers were taken away, oldest first (I-42). */
  readonly tombstones: readonly Tombstone[];
  /** The last tombstone, once nobody reads the exhibit any more. */
  readonly withdrawn: Tombstone | null;
  /** A change of readers that waits for the other co-head. */
  readonly decision: ReadersDecision | null;
  /** Loans to people whom the panel hears, asked for or lent, oldest first (I-42). */
  readonly loans: readonly Loan[];
  /** The exhibit that this one corrects, and the one that corrects this one (I-35). Neither is changed by that. */
  readonly corrects: ExhibitNumber | null;
  readonly correctedBy: ExhibitNumber | null;
  /** The exhibit of the other party, or the request of both co-chairs, that this one answers (I-70). */
  readonly answers: string | null;
  /** The last damage found, for each copy. */
  readonly damage: Readonly<Record<string, Damage>>;
}
