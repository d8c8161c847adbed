import type { Instant, Language } from '@parley/kernel';
import { OF_NO_CASE, type DocketEntry } from '../docket-deadlines.rules';

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
}

/** The id of the public event that told the entry: the same in either language, in every format, for ever. */
export const entryId = ({ entry }: PublishedEntry): string => `urn:uuid:${entry.sourceEventId}`;

/**
 * The title of an entry. An entry that concerns no case is titled by its serial alone; its page is the whole docket.
 */
export const titleOf = ({ entry }: PublishedEntry): string => [...numberOf(entry), String(entry.serial)].join(' · ');

export const pageOf = ({ entry }: PublishedEntry, lang: Language): string =>
  `/${['docket', ...numberOf(entry)].join('/')}?lang=${lang}`;

const numberOf = ({ docketNumber }: DocketEntry): readonly string[] =>
  docketNumber === OF_NO_CASE ? [] : [docketNumber];

/** Address of a feed, or of its page before a serial. */
export const feedPath = (format: 'atom' | 'json', lang: Language, before: number | null = null): string =>
  `/docket/feed.${format}?lang=${lang}${before === null ? '' : `&before=${String(before)}`}`;
