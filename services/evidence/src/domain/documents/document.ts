import type { Instant, Language, PartyCode, Text, Tier } from '@parley/kernel';
import type { Damage } from '../exhibit';
import { LANGUAGES } from '../translation/languages-due';
import type { Translation } from '../translation/translation';

/** What a party writes in a case itself, apart from exhibits and from what it writes to the registry alone. */
export const DOCUMENT_KINDS = [
  'grievance',
  'amendment',
  'reply',
  'amendment-reply',
  'letter',
  'summary',
  'answer',
  'comment',
  'interim-comment',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** `grievance`, `reply`, `letter:US:1` … Unique in its case, and never the number of an exhibit. */
export type DocumentId = string;

/** Who may read such a document: as many as it is addressed to. */
export type DocumentTier = Extract<Tier, 'PARTIES' | 'PANEL'>;

/** A document of which a translation is due. Its text stays where it was served; here are its translations. */
export interface CaseDocument {
  readonly number: DocumentId;
  readonly kind: DocumentKind;
  readonly party: PartyCode;
  readonly tier: DocumentTier;
  readonly servedAt: Instant;
  /** The languages in which not every part of it was written; never empty. */
  readonly into: readonly Language[];
  readonly translationsMissing: readonly Language[];
  readonly translations: readonly Translation[];
  readonly damage: Readonly<Record<string, Damage>>;
}

/**
 * The languages in which some part of a document was not written, neither by its party nor in a translation that it
 * gave at once.
 */
export const languagesLacking = (parts: readonly (readonly Text[])[]): readonly Language[] =>
  LANGUAGES.filter((language) => parts.some((part) => part.length > 0 && !part.some(({ lang }) => lang === language)));
