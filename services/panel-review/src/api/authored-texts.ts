import type { Text } from '@parley/kernel';
import type { AuthoredText } from '@parley/http';

/** Texts as they came in, without the class they were validated by. */
export const textsOf = (texts: readonly AuthoredText[]): readonly Text[] =>
  texts.map(({ lang, text, kind, of }) => ({ lang, text, kind, ...(of === undefined ? {} : { of }) }));
