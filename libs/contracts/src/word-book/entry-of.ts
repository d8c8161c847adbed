import { sha256 } from '@parley/event-store';
import { canonicalJson, type Bilingual } from '@parley/kernel';
import { wordBook, type WordKey } from './topics';
import type { Entry } from './entry';

/** Names the words of the book as they stand in it: 12 hexadecimal digits of its digest. */
export const bookVersion = sha256(canonicalJson(wordBook)).slice(0, 12);

/** True for the key of an entry. */
export const isWordKey = (key: string): key is WordKey => Object.hasOwn(wordBook, key);

/** The entry of an event, `<context>.<name>`; none of one of a later day. */
export const entryOf = (key: string): Entry | undefined => (isWordKey(key) ? wordBook[key] : undefined);

/** What stands above a notice of an event; one of a later day is named by its rule. */
export const headingOf = (key: string, rule: string): Bilingual =>
  entryOf(key)?.heading ?? { en: `A step under rule ${rule} was recorded`, 'zh-Hans': `已载入依规则 ${rule} 的步骤` };
