import type { DomainEvent, Language, PartyCode, PersonId, Text } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';
import type { ExhibitNumber, FiledBytes } from '../exhibit';
import type { ContestedPassage, Divergence } from './translation';

/** A translation stands beside its exhibit, with the passages that it does not render word for word. */
export type TranslationFiled = DomainEvent<
  'TranslationFiled',
  MovesClocks & {
    readonly number: ExhibitNumber;
    readonly n: number;
    readonly language: Language;
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
  MovesClocks & { readonly number: ExhibitNumber; readonly language: Language }
>;

/** The other party would render passages otherwise. */
export type TranslationChallenged = DomainEvent<
  'TranslationChallenged',
  {
    readonly number: ExhibitNumber;
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
  {
    readonly number: ExhibitNumber;
    readonly n: number;
    readonly challenge: number;
    readonly answer: readonly Text[];
    readonly by: PersonId;
  }
>;

export type TranslationEvent =
  TranslationFiled | TranslationMissing | TranslationChallenged | TranslationChallengeAnswered;
