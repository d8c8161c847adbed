import { parseIsoDate, type Bilingual, type IsoDate } from '@parley/kernel';

/** How the days off of a year that is not published yet are found. */
export type StatutoryRule = 'us-federal' | 'cn-statutory';

/** One published year of a party's calendar. */
export interface PublishedYear {
  /** Days off by the notice or statute of this year; some lie in the last days of the year before. */
  readonly off: readonly IsoDate[];
  /** Saturdays and Sundays that the notice makes working days. */
  readonly work: readonly IsoDate[];
  /** Where the year was published. */
  readonly source: string;
}

/** A party's working-day calendar as plain data, so that it can stand in an event and be read again. */
export interface CalendarData {
  /** Name by which a party's configuration asks for it, such as `CN`. */
  readonly name: string;
  readonly title: Bilingual;
  /** Changes with each announcement, such as `CN-2026-1`. */
  readonly version: string;
  /** Years without a gap, keyed by four digits. */
  readonly published: Readonly<Record<string, PublishedYear>>;
  /** The rule that counts provisionally in the years after the last published one. */
  readonly unpublished: StatutoryRule;
}

const date = (text: string): IsoDate => {
  const parsed = parseIsoDate(text);
  if (parsed === undefined) throw new RangeError(`${text} is no date`);
  return parsed;
};

/** One published year as it is written in a notice. @throws {RangeError} when a date does not exist */
export const publishedYear = (off: readonly string[], work: readonly string[], source: string): PublishedYear => ({
  off: off.map(date),
  work: work.map(date),
  source,
});
