import type { Bilingual } from '@parley/kernel';
import { wordBook, type WordKey } from './topics';
import type { Entry } from './entry';

/** A heading that changes makes another version, and those before it stay for what they told. */
export const bookVersion = '1';

/** True for the key of an entry. */
export const isWordKey = (key: string): key is WordKey => Object.hasOwn(wordBook, key);

/** The entry of an event, `<context>.<name>`; none of one of a later day. */
export const entryOf = (key: string): Entry | undefined => (isWordKey(key) ? wordBook[key] : undefined);

/** All that stands above notices in a version of the book, by key; nothing in one that there never was. */
export const headingsIn = (version: string): Readonly<Record<string, Bilingual>> =>
  version === bookVersion ? HEADINGS : {};

const HEADINGS: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  Object.entries<Entry>(wordBook).map(([key, { heading }]) => [key, heading]),
);

/** What stands above a notice that names these words; what no book knows is named by its rule. */
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
