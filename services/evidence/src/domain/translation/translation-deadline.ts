import type { Language } from '@parley/kernel';
import type { Exhibit } from '../exhibit';

/** The clock of the translation of an exhibit into a language; it names the party whose act it awaits. */
export const translationDeadline = ({ party, number }: Pick<Exhibit, 'party' | 'number'>, language: Language): string =>
  `translation:${party}:${number}:${language}`;
