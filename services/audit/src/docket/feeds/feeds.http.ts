import { derivedUuid } from '@parley/event-store';
import type { Instant, Language } from '@parley/kernel';
import { OF_NO_CASE, type DocketEntry } from '../docket-deadlines.rules';
import type { FeedPlaceShown } from './feeds.response';

/** An entry of the public log with the instant at which it was entered. */
export interface PublishedEntry {
  readonly entry: DocketEntry;
  readonly enteredAt: Instant;
}

/** The newest entries of the public log, the newest first, as one language's feed. */
export interface DocketFeed {
  readonly lang: Language;
  readonly entries: readonly PublishedEntry[];
  /** Serial before which the next page lies; `null` on the last page. */
  readonly older: number | null;
  /** Address under which readers reach the docket: a feed is read far from the page that it is of. */
  readonly site: string;
}

/**
 * The id of an entry in a language, in every format and for ever. A translation is another entry to a reader of feeds,
 * so who follows both languages is shown both.
 */
export const entryId = ({ entry }: PublishedEntry, lang: Language): string =>
  `urn:uuid:${derivedUuid('entry of a feed', entry.sourceEventId, lang)}`;

/** The title of an entry: its case, and the first sentence of what it says. */
export function titleOf({ entry }: PublishedEntry, lang: Language): string {
  const [first] = new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(entry.texts[lang]);
  return [...numberOf(entry), first?.segment.trim() ?? ''].join(' · ');
}

/** The place of an entry on the page of its case; an entry of no case has its page in the log. */
export function pageOf({ entry }: PublishedEntry, lang: Language): string {
  const { serial } = entry;
  const [number] = numberOf(entry);
  return number === undefined
    ? `/docket/log/${String(serial)}?lang=${lang}`
    : `/docket/${number}?lang=${lang}#e${String(serial)}`;
}

/** Where an entry stands in the log, for programs. */
export const placeOf = ({
  serial,
  docketNumber,
  at,
}: Pick<DocketEntry, 'serial' | 'docketNumber' | 'at'>): FeedPlaceShown => ({
  serial,
  docketNumber: docketNumber === OF_NO_CASE ? null : docketNumber,
  at,
});

const numberOf = ({ docketNumber }: DocketEntry): readonly string[] =>
  docketNumber === OF_NO_CASE ? [] : [docketNumber];

/** Address of a feed, or of its page before a serial. */
export const feedPath = (format: 'atom' | 'json', lang: Language, before: number | null = null): string =>
  `/docket/feed.${format}?lang=${lang}${before === null ? '' : `&before=${String(before)}`}`;

/** Address of the calendar of a case. */
export const caseCalendarPath = (docketNumber: string, lang: Language): string =>
  `/docket/${docketNumber}/calendar.ics?lang=${lang}`;
