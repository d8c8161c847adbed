import type { Language, Text } from '@parley/kernel';
import type { WrittenIn } from './translation';

/** Those of the procedure. */
export const LANGUAGES: readonly Language[] = ['en', 'zh-Hans'];

/** The languages into which an exhibit is to be translated, since both are those of the procedure. */
export function languagesDue(writtenIn: WrittenIn): readonly Language[] {
  if (writtenIn === 'both' || writtenIn === 'none') return [];
  return LANGUAGES.filter((language) => language !== writtenIn);
}

/**
 * An exhibit of which nothing is said is written in what its title was written in; a title that is all translation was
 * in another.
 */
export function languageOfTitle(title: readonly Text[]): WrittenIn {
  const own = LANGUAGES.filter((language) =>
    title.some(({ lang, kind }) => lang === language && kind !== 'translation'),
  );
  const [first = 'other', second] = own;
  return second === undefined ? first : 'both';
}
