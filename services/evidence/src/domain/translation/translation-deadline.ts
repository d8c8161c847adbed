import type { Language } from '@parley/kernel';
import type { ExhibitNumber } from '../exhibit';

/** The clock of the translation of an exhibit into a language. */
export const translationDeadline = (number: ExhibitNumber, language: Language): string => `translation:${number}:${language}`;
