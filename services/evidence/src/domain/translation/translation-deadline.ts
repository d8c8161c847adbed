import type { Language } from '@parley/kernel';
import type { Original } from './original';

/** The clock of the translation of an exhibit or a document into a language; it names the party whose act it awaits. */
export const translationDeadline = (
  { party, number }: Pick<Original, 'party' | 'number'>,
  language: Language,
): string => `translation:${party}:${number}:${language}`;
