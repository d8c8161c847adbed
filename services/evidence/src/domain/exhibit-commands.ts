import type { Instant, Language, PartyCode, PersonId, Sha256, Side, Text } from '@parley/kernel';
import type { DocumentId, DocumentKind, DocumentTier } from './documents/document';
import type { FallbackCommand } from './fallback/fallback-commands';
import type { LoanCommand, NoteReviewEnd } from './loans/loan-commands';
import type { ReadersCommand } from './readers/readers-commands';
import type { TranslationCommand } from './translation/translation-commands';
import type { WrittenIn } from './translation/translation';
import type { RedactionCheck, Removal } from './public-version/redaction';
import type { Copy, CustodyEntry, Damage, ExhibitNumber, ExhibitTier, RedactionReason } from './exhibit';

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
}

/** Bytes that an act refers to: what the filer says of them, and the upload, if there is one that the filer may use. */
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
  /** How much was removed for which reason. The passages themselves come no further than their search. */
  readonly removals: readonly Removal[];
  readonly check: RedactionCheck;
}

export type FileExhibit = Act & {
  readonly type: 'FileExhibit';
  /** Of the filing party, as configured. */
  readonly prefix: string;
  /** The rules now in force: those of a case that is not registered yet. */
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
/** A read found that stored bytes are not what they were. */
export type NoteDamage = {
  readonly type: 'NoteDamage';
  readonly number: ExhibitNumber;
  readonly copy: Copy;
  readonly found: Damage['found'];
  readonly at: Instant;
};

/** A clock ran out; what silence does is decided as of its expiry. */
export type ExpireDeadline = { readonly type: 'ExpireDeadline'; readonly deadlineId: string };

/** The screening was suspended, goes on or was reopened: the clocks are brought level with what is known of that. */
export type NoteStandstill = { readonly type: 'NoteStandstill' };
/** The system was away, and each clock that ended in that time ends later. */
export type NoteOutage = {
  readonly type: 'NoteOutage';
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly at: Instant;
};
/** A calendar was announced, by which the clocks of this command count. */
export type NoteCalendar = {
  readonly type: 'NoteCalendar';
  /** Version of the joint calendar. */
  readonly version: string;
  readonly at: Instant;
};

/** Whose a document is: a side's, a party's, or that of the party which is not the one that asked for it. */
export type Writer = Side | { readonly party: PartyCode } | { readonly askedBy: PartyCode };

/**
 * A party wrote something in the case: what it is, by whom, for whom, and the languages in which a part of it is not
 * written.
 */
export type NoteDocument = {
  readonly type: 'NoteDocument';
  readonly number: DocumentId;
  readonly kind: DocumentKind;
  readonly by: Writer;
  readonly tier: DocumentTier;
  readonly into: readonly Language[];
  readonly at: Instant;
};

/** What something that another context told does here. */
export type ToldCommand = NoteStandstill | NoteOutage | NoteReviewEnd | NoteDocument;

export type EvidenceCommand =
  | ToldCommand
  | NoteCalendar
  | FileExhibit
  | FilePublicVersion
  | HandOverCustody
  | NoteDamage
  | ExpireDeadline
  | TranslationCommand
  | ReadersCommand
  | FallbackCommand
  | LoanCommand;
