import {
  accept,
  type Decision,
  type DomainEvent,
  type Instant,
  type Language,
  type PartyCode,
  type Text,
  type Tier,
} from '@parley/kernel';
import type { ClocksOf, MovesClocks } from '@parley/procedure';
import type { KnownCase, OwnEvidence } from '../casefile/casefile.rules';
import type { Damage, NoteDocument, Writer } from '../exhibits/exhibit-commands.rules';
import { clocksOfCase } from '../time/standstill.rules';
import { LANGUAGES, translationDeadline, type Translation } from '../translations/translations.rules';

/**
 * A party wrote something in one language. Its translations are due from its service, by the same rule for both sides.
 * No clock waits for them.
 */
export type DocumentNoted = DomainEvent<
  'DocumentNoted',
  MovesClocks & {
    readonly number: DocumentId;
    readonly kind: DocumentKind;
    readonly label?: string;
    readonly party: PartyCode;
    readonly into: readonly Language[];
  }
>;

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

/** What people call a document: its kind, and what tells it from others of its kind and party, if there may be any. */
export interface CalledDocument {
  readonly kind: DocumentKind;
  /** `S1` of an amendment, `2` of a party's second letter. */
  readonly label?: string;
}

/** Who may read such a document: those to whom it is addressed. */
export type DocumentTier = Extract<Tier, 'PARTIES' | 'PANEL'>;

/** A document of which a translation is due. Its text stays where it was served, and its translations are here. */
export interface CaseDocument extends CalledDocument {
  readonly number: DocumentId;
  readonly party: PartyCode;
  readonly tier: DocumentTier;
  readonly servedAt: Instant;
  /** The languages in which some part of it was not written; never empty. */
  readonly into: readonly Language[];
  readonly translationsMissing: readonly Language[];
  readonly translations: readonly Translation[];
  readonly damage: Readonly<Record<string, Damage>>;
}

/**
 * The languages that some part of a document lacks, in its party's own words and in the translation that the party gave
 * with it.
 */
export const languagesLacking = (parts: readonly (readonly Text[])[]): readonly Language[] =>
  LANGUAGES.filter((language) => parts.some((part) => part.length > 0 && !part.some(({ lang }) => lang === language)));

export function evolveDocuments(
  state: OwnEvidence,
  { occurredAt, tier, data: { number, kind, label, party, into } }: DocumentNoted,
): OwnEvidence {
  const noted = {
    number,
    ...calledDocument({ kind, label }),
    party,
    into,
    tier: tier as DocumentTier,
    servedAt: occurredAt,
    translationsMissing: [],
    translations: [],
    damage: {},
  };
  return withDocument(state, noted);
}

/** The name of a document by itself. */
export const calledDocument = ({
  kind,
  label,
}: {
  kind: DocumentKind;
  label?: string | undefined;
}): CalledDocument => ({
  kind,
  ...(label === undefined ? {} : { label }),
});

export const withDocument = (state: OwnEvidence, document: CaseDocument): OwnEvidence => ({
  ...state,
  documents: new Map(state.documents).set(document.number, document),
});

/**
 * Takes note of what a party wrote, once, if a translation of it is due. One is due into each language in which some
 * part was not written.
 */
export function noteDocument(command: NoteDocument, state: KnownCase, clocksOf: ClocksOf): Decision<DocumentNoted> {
  const { number, kind, label, by, tier, into, at } = command;
  if (into.length === 0 || state.documents.has(number)) return accept();
  const party = writerOf(by, state);
  const clocks = clocksOfCase(state, at, clocksOf);
  const opens = into.map((language) =>
    clocks.start(
      'translation',
      { event: 'DocumentNoted', at },
      translationDeadline({ party, number }, language),
      party,
    ),
  );
  return accept({
    type: 'DocumentNoted',
    occurredAt: at,
    rule: 'languages',
    tier,
    data: { number, ...calledDocument({ kind, label }), party, into, opens, closes: [] },
  });
}

function writerOf(by: Writer, { parties }: KnownCase): PartyCode {
  if (typeof by === 'string') return parties[by];
  if ('party' in by) return by.party;
  return by.askedBy === parties.complainant ? parties.respondent : parties.complainant;
}
