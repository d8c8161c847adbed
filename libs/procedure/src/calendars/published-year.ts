import { parseIsoDate, type IsoDate } from '@parley/kernel';
import type { PublishedYear } from './calendar-data';

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
