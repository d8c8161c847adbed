import type { Bilingual } from '@parley/kernel';
import { wordBook, type WordKey } from './topics';
import type { Entry } from './entry';

/** A changed heading needs a new version. Earlier versions stay for the notices that name them. */
export const bookVersion = '1';

/** True for the key of an entry. */
export const isWordKey = (key: string): key is WordKey => Object.hasOwn(wordBook, key);

/** The entry of an event, `<context>.<name>`; none for an event that this release does not know. */
export const entryOf = (key: string): Entry | undefined => (isWordKey(key) ? wordBook[key] : undefined);

/** The headings of notices in a version of the book, by key; none for a version that there never was. */
export const headingsIn = (version: string): Readonly<Record<string, Bilingual>> =>
  version === bookVersion ? HEADINGS : {};

const HEADINGS: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  Object.entries<Entry>(wordBook).map(([key, { heading }]) => [key, heading]),
);

/** The heading of a notice by the words that it names; its rule where no book knows them. */
export function headingOf(
  { key, version }: { readonly key: string; readonly version: string },
  rule: string,
): Bilingual {
  const headings = headingsIn(version);
  return (
    (Object.hasOwn(headings, key) ? headings[key] : undefined) ?? {
      en: `A step under rule ${rule} was recorded`,
      'zh-Hans': `已载入依规则 ${rule} 的步骤`,
    }
  );
}
