import type { Instant, Language } from '@parley/kernel';
import type { DocketEntry } from '../../domain/docket/docket-entry';

/** An entry of the public log with the instant at which it was entered. */
export interface PublishedEntry {
  readonly entry: DocketEntry;
  readonly enteredAt: Instant;
}

/** The newest entries of the public log, the newest first, as one language's feed. */
export interface DocketFeed {
  readonly lang: Language;
  readonly entries: readonly PublishedEntry[];
  /** Serial that the next page lies before; `null` on the last page. */
  readonly older: number | null;
}

/** The same entry has the same id in either language, in every format and for ever: that of the public event that told it. */
export const entryId = ({ entry }: PublishedEntry): string => `urn:uuid:${entry.sourceEventId}`;

export const titleOf = ({ entry }: PublishedEntry): string => `${entry.docketNumber} · ${String(entry.serial)}`;

export const pageOf = ({ entry }: PublishedEntry, lang: Language): string => `/docket/${entry.docketNumber}?lang=${lang}`;

/** Address of a feed, or of its page before a serial. */
export const feedPath = (format: 'atom' | 'json', lang: Language, before: number | null = null): string =>
  `/docket/feed.${format}?lang=${lang}${before === null ? '' : `&before=${String(before)}`}`;
