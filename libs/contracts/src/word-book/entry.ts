import type { Bilingual } from '@parley/kernel';

/** Who did an event. `time`: an expiry brought it about; `answering`: the party that is to answer an amendment. */
export type Who =
  | 'complainant'
  | 'respondent'
  | 'answering'
  | 'party'
  | 'parties'
  | 'registry'
  | 'panel'
  | 'nominee'
  | 'member'
  | 'co-chair'
  | 'co-chairs'
  | 'cohead'
  | 'coheads'
  | 'expert'
  | 'third-party'
  | 'conciliator'
  | 'conciliators'
  | 'crisis-team'
  | 'forum'
  | 'operator'
  | 'time';

/**
 * How an event is told. A sentence may hold `{field}` for a value, `{field|kind}` for one that is put in words (a
 * party's name, an instant, the meaning of a code), `{a/b}` for the first of two that is there, and `[…]` for a part
 * that is left out where a value in it is missing. Both languages hold the same. `actor`, who did it, and the `parties`
 * of the case are there in a history alone, beside what the event says, so they stand in brackets.
 */
export interface Entry {
  /** Its name within a sentence: *registration of the case*. */
  readonly name: Bilingual;
  /** The heading of a notice of it. */
  readonly heading: Bilingual;
  readonly sentence: Bilingual;
  readonly who: Who;
}

export type Pair = readonly [en: string, zh: string];

/** An entry of the book. Where no heading is given, its name is the heading. */
export const entry = (who: Who, name: Pair, sentence: Pair, heading: Pair = [capital(name[0]), name[1]]): Entry => ({
  name: both(name),
  heading: both(heading),
  sentence: both(sentence),
  who,
});

export const both = ([en, zh]: Pair): Bilingual => ({ en, 'zh-Hans': zh });

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Words by the codes that stand for them. */
export type Terms = Readonly<Record<string, Bilingual>>;

export const terms = (of: Readonly<Record<string, Pair>>): Terms =>
  Object.fromEntries(Object.entries(of).map(([code, words]) => [code, both(words)]));

/** For a code that adds no words. */
export const none: Pair = ['', ''];
