import type { Bilingual, Language, Party, Text } from '@parley/kernel';

/** One line as it is printed; `und` for what is in no language: numbers, digests, citations. */
export interface Line {
  readonly lang: Language | 'und';
  readonly text: string;
}

export interface Cell {
  readonly lines: readonly Line[];
}

export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly lines: readonly Line[] }
  /** A party's own words: the label says whose, and the secretariat states nothing by them (I-52). */
  | { readonly kind: 'own-words'; readonly label: readonly Line[]; readonly lines: readonly Line[] }
  | {
      readonly kind: 'entries';
      readonly entries: readonly { readonly label: readonly Line[]; readonly value: readonly Line[] }[];
    }
  | {
      readonly kind: 'table';
      readonly columns: readonly (readonly Line[])[];
      /** Relative widths of the columns. */
      readonly widths: readonly number[];
      readonly rows: readonly (readonly Cell[])[];
      /** What stands there when there are no rows. */
      readonly empty: readonly Line[];
    };

/** A document of a dossier, before it is HTML or PDF. */
export interface Page {
  /** File name without its ending, such as `03-measures`. */
  readonly name: string;
  readonly title: readonly Line[];
  readonly blocks: readonly Block[];
  /** The same for machines: what its JSON file holds. */
  readonly data: unknown;
}

/** What can be printed: text in no language, the secretariat's own in both, or what a person wrote. */
export type Printable = string | Bilingual | readonly Text[];

/** The lines of something; a dash where there is nothing. */
export function linesOf(printable: Printable): readonly Line[] {
  if (typeof printable === 'string') return [{ lang: 'und', text: legible(printable) || '–' }];
  if ('en' in printable) return both(printable);
  return printable.length === 0 ? [{ lang: 'und', text: '–' }] : printable.map(({ lang, text }) => ({ lang, text }));
}

const INSTANT = /\b(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.000|(\.\d{3}))Z/g;

/** Instants as people read them; they stay in UTC, and lose milliseconds only where there are none. */
const legible = (text: string): string =>
  text.replace(INSTANT, (_all, date: string, time: string, millis = '') => `${date} ${time}${String(millis)} UTC`);

const both = ({ en, 'zh-Hans': zh }: Bilingual): readonly Line[] => [
  { lang: 'en', text: legible(en) },
  { lang: 'zh-Hans', text: legible(zh) },
];

export const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

export const heading = (text: Bilingual): Block => ({ kind: 'heading', lines: linesOf(text) });
export const paragraph = (text: Bilingual): Block => ({ kind: 'paragraph', lines: linesOf(text) });
export const ownWords = (label: Bilingual, texts: readonly Text[]): Block => ({
  kind: 'own-words',
  label: linesOf(label),
  lines: linesOf(texts),
});

/** Whose words they are, in the form that every name fits. */
export const ownWordsOf = ({ name }: Pick<Party, 'name'>): Bilingual =>
  say(`Own words of: ${name.en}`, `原文：${name['zh-Hans']}`);

export const entries = (...pairs: readonly (readonly [Bilingual, Printable])[]): Block => ({
  kind: 'entries',
  entries: pairs.map(([label, value]) => ({ label: linesOf(label), value: linesOf(value) })),
});

export const table = (
  columns: readonly (readonly [Bilingual, number])[],
  rows: readonly (readonly Printable[])[],
  empty: Bilingual,
): Block => ({
  kind: 'table',
  columns: columns.map(([title]) => linesOf(title)),
  widths: columns.map(([, width]) => width),
  rows: rows.map((row) => row.map((cell) => ({ lines: linesOf(cell) }))),
  empty: linesOf(empty),
});
