import type { Bilingual, Language } from '@parley/kernel';
import { capital, type Entry } from './entry';
import { entryOf } from './entry-of';
import { inWords, type PartyName } from './in-words';
import { termOf } from './terms';

const asItIs: PartyName = (code) => ({ en: code, 'zh-Hans': code });

/**
 * The sentence of an entry with its values, in both languages.
 * @param values the data of the event or the message. A missing value becomes a dash, or leaves out the brackets in
 *   which it stands
 * @param nameOf name of a party within a sentence; its code where nobody knows better
 */
export const say = ({ sentence, who }: Entry, values: unknown, nameOf: PartyName = asItIs): Bilingual => {
  const filled = (language: Language): string =>
    segmentsOf(sentence[language])
      .map(({ text, optional }) => filledIn(text, optional, (field) => valueOf(field, values, who, nameOf)?.[language]))
      .join('');
  return { en: capital(filled('en')), 'zh-Hans': filled('zh-Hans') };
};

/**
 * What an event or a message says, in both languages, by the key of its entry. An event that this release does not know
 * is named by its code rather than left out.
 */
export function sayOf(key: string, values: unknown, nameOf: PartyName = asItIs): Bilingual {
  const entry = entryOf(key);
  if (entry) return say(entry, values, nameOf);
  const name = key.slice(key.lastIndexOf('.') + 1);
  return { en: `On record: ${spaced(name)}.`, 'zh-Hans': `记录在案：${name}。` };
}

/** `DraftKept` as words. */
const spaced = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

/** The parts outside and inside of brackets, in turn. */
const segmentsOf = (sentence: string): readonly { readonly text: string; readonly optional: boolean }[] =>
  sentence.split(/\[([^\]]*)\]/).map((text, index) => ({ text, optional: index % 2 === 1 }));

export const PLACEHOLDER = /\{([\w./]+)(?:\|(\w+))?\}/g;

function filledIn(text: string, optional: boolean, wordsFor: (field: string) => string | undefined): string {
  const isWhole = [...text.matchAll(PLACEHOLDER)].every(([field]) => (wordsFor(field) ?? '') !== '');
  if (optional && !isWhole) return '';
  return text.replace(PLACEHOLDER, (field) => wordsFor(field) ?? '–');
}

function valueOf(placeholder: string, values: unknown, who: Entry['who'], nameOf: PartyName): Bilingual | undefined {
  const [, fields = '', kind = ''] = new RegExp(PLACEHOLDER.source).exec(placeholder) ?? [];
  if (fields === 'who') return termOf('who', who);
  const found = fields.split('/').map((path) => at(path, values));
  return inWords(found.find(isThere) ?? found.find((value) => value !== undefined), kind, nameOf);
}

const at = (path: string, values: unknown): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
      values,
    );

const isThere = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
