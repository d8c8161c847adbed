import type { DomainEvent, Instant, Language, PartyCode, PersonId, Text } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { OwnEvidence } from '../casefile/casefile.rules';
import type { CalledDocument, CaseDocument } from '../documents/documents.rules';
import type { Act, Exhibit, ExhibitNumber, FiledBytes, ReferredBytes } from '../exhibits/exhibit-commands.rules';

export type FileTranslation = Act &
  NamedOriginal & {
    readonly type: 'FileTranslation';
    readonly language: Language;
    readonly bytes: ReferredBytes;
    readonly divergences: readonly Divergence[];
  };

export type ChallengeTranslation = Act &
  NamedOriginal & {
    readonly type: 'ChallengeTranslation';
    readonly n: number;
    readonly passages: readonly ContestedPassage[];
  };

export type AnswerTranslationChallenge = Act &
  NamedOriginal & {
    readonly type: 'AnswerTranslationChallenge';
    readonly n: number;
    readonly challenge: number;
    readonly answer: readonly Text[];
  };

export type TranslationCommand = FileTranslation | ChallengeTranslation | AnswerTranslationChallenge;

/** What a translation renders. */
interface OfOriginal {
  readonly of: OriginalKind;
  readonly number: ExhibitNumber;
  /** What a document is called; absent for an exhibit. */
  readonly document?: CalledDocument;
}

/** A translation stands beside its original, with the passages that it does not render word for word. */
export type TranslationFiled = DomainEvent<
  'TranslationFiled',
  MovesClocks &
    OfOriginal & {
      readonly n: number;
      readonly language: Language;
      readonly party: PartyCode;
      readonly uploadId: string;
      readonly file: FiledBytes;
      readonly divergences: readonly Divergence[];
      readonly late: boolean;
      readonly by: PersonId;
    }
>;

/** The time for a translation passed without one. No clock waits for it. */
export type TranslationMissing = DomainEvent<
  'TranslationMissing',
  MovesClocks & OfOriginal & { readonly language: Language }
>;

/** The other party would translate passages differently. */
export type TranslationChallenged = DomainEvent<
  'TranslationChallenged',
  OfOriginal & {
    readonly n: number;
    readonly challenge: number;
    readonly party: PartyCode;
    readonly passages: readonly ContestedPassage[];
    readonly by: PersonId;
  }
>;

/** The party of the translation answers; both stand side by side. */
export type TranslationChallengeAnswered = DomainEvent<
  'TranslationChallengeAnswered',
  OfOriginal & {
    readonly n: number;
    readonly challenge: number;
    readonly answer: readonly Text[];
    readonly by: PersonId;
  }
>;

export type TranslationEvent =
  TranslationFiled | TranslationMissing | TranslationChallenged | TranslationChallengeAnswered;

/**
 * The language of an exhibit's own words: one of the secretariat's languages, both of them, another, or none, such as
 * for a table of figures.
 */
export type WrittenIn = Language | 'both' | 'other' | 'none';

export const WRITTEN_IN: readonly WrittenIn[] = ['en', 'zh-Hans', 'both', 'other', 'none'];

/** A passage that the translation does not render word for word, as marked by its translator. */
interface Divergence {
  /** Where: page, paragraph, cell. */
  readonly place: string;
  readonly note: readonly Text[];
}

/** A passage that the other party would translate differently. */
interface ContestedPassage {
  readonly place: string;
  /** The translation that the other party holds to be right. */
  readonly proposed: string;
}

/**
 * What the other party says against a translation, with the answer. They stand side by side, and nobody decides between
 * them.
 */
interface TranslationChallenge {
  /** 1 for the first of its translation. */
  readonly challenge: number;
  readonly party: PartyCode;
  readonly passages: readonly ContestedPassage[];
  readonly madeAt: Instant;
  readonly answer: { readonly text: readonly Text[]; readonly answeredAt: Instant } | null;
}

/** A translation of an original by the party that wrote or filed it. The original counts, and clocks run from it. */
export interface Translation {
  /** 1 for the first translation of its original. */
  readonly n: number;
  readonly language: Language;
  readonly uploadId: string;
  readonly file: FiledBytes;
  readonly divergences: readonly Divergence[];
  readonly filedAt: Instant;
  /** True when its time had passed. The record keeps that it was missing. */
  readonly late: boolean;
  readonly challenges: readonly TranslationChallenge[];
}

/** What an event means for the translations of an original. */
export function evolveTranslations<Of extends Original>(original: Of, event: TranslationEvent): Of {
  switch (event.type) {
    case 'TranslationFiled': {
      const { n, language, uploadId, file, divergences, late } = event.data;
      const translation: Translation = {
        n,
        language,
        uploadId,
        file,
        divergences,
        late,
        filedAt: event.occurredAt,
        challenges: [],
      };
      return { ...original, translations: [...original.translations, translation] };
    }
    case 'TranslationMissing':
      return { ...original, translationsMissing: [...original.translationsMissing, event.data.language] };
    case 'TranslationChallenged': {
      const { n, challenge, party, passages } = event.data;
      const made: TranslationChallenge = { challenge, party, passages, madeAt: event.occurredAt, answer: null };
      return changed(original, n, (translation) => ({ ...translation, challenges: [...translation.challenges, made] }));
    }
    case 'TranslationChallengeAnswered': {
      const { n, challenge, answer } = event.data;
      const given = { text: answer, answeredAt: event.occurredAt };
      const answered = (made: TranslationChallenge): TranslationChallenge =>
        made.challenge === challenge ? { ...made, answer: given } : made;
      return changed(original, n, (translation) => ({
        ...translation,
        challenges: translation.challenges.map(answered),
      }));
    }
  }
}

const changed = <Of extends Original>(
  original: Of,
  n: number,
  change: (translation: Translation) => Translation,
): Of => ({
  ...original,
  translations: original.translations.map((translation) => (translation.n === n ? change(translation) : translation)),
});

/** The languages of the procedure. */
export const LANGUAGES: readonly Language[] = ['en', 'zh-Hans'];

/**
 * The languages into which an exhibit is to be translated, so that it can be read in both languages of the procedure.
 */
export function languagesDue(writtenIn: WrittenIn): readonly Language[] {
  if (writtenIn === 'both' || writtenIn === 'none') return [];
  return LANGUAGES.filter((language) => language !== writtenIn);
}

/**
 * The language of an exhibit when the filer does not say: the one in which its title was written. A title that is all
 * translation was written in another language.
 */
export function languageOfTitle(title: readonly Text[]): WrittenIn {
  const own = LANGUAGES.filter((language) =>
    title.some(({ lang, kind }) => lang === language && kind !== 'translation'),
  );
  const [first = 'other', second] = own;
  return second === undefined ? first : 'both';
}

/** What is translated: an exhibit, or a document that a party wrote in the case itself. */
export type Original = Exhibit | CaseDocument;

export type OriginalKind = 'exhibit' | 'document';

/** How an event names what is translated. */
export function named(original: Original): OfOriginal {
  const { number } = original;
  if (!('into' in original)) return { of: 'exhibit', number };
  const { kind, label } = original;
  return { of: 'document', number, document: { kind, ...(label === undefined ? {} : { label }) } };
}

/** Names an original. It is an exhibit when `of` is left out. */
export interface NamedOriginal {
  readonly of?: OriginalKind;
  readonly number: string;
}

export const originalIn = (state: OwnEvidence, { of = 'exhibit', number }: NamedOriginal): Original | undefined =>
  of === 'exhibit' ? state.exhibits.get(number) : state.documents.get(number);

/** All originals of a case. No exhibit has a number that is the id of a document. */
export const originalsOf = ({ exhibits, documents }: OwnEvidence): readonly Original[] => [
  ...exhibits.values(),
  ...documents.values(),
];

/** True for an exhibit that was taken back; a document never is. */
export const isWithdrawn = (original: Original): boolean => 'withdrawn' in original && original.withdrawn !== null;

/** The languages into which an original is to be translated. */
export const languagesInto = (original: Original): readonly Language[] =>
  'into' in original ? original.into : languagesDue(original.writtenIn);

/** True for a language in which all of the original is written. */
export const isWrittenIn = (original: Original, language: Language): boolean =>
  'into' in original ? !original.into.includes(language) : original.writtenIn === language;

/** The id of the clock for translating an original into a language. It names the party whose act the clock awaits. */
export const translationDeadline = (
  { party, number }: Pick<Original, 'party' | 'number'>,
  language: Language,
): string => `translation:${party}:${number}:${language}`;
