import { canonicalHeader, type RecordedEvent } from '@parley/event-store';
import { StreamOutlines } from './stream-outlines';

/** One line of an export. It has all that an outsider needs to compute the commitment of an event again. */
export interface ExportLine {
  /**
   * RFC 8785 JSON of the envelope, with the payload replaced by its digest. The SHA-256 of its UTF-8 is the commitment.
   */
  readonly header: string;
  /** The payload's bytes, base64. Their SHA-256 is `payloadDigest` in the header. */
  readonly payload: string;
  /** Lower-case hexadecimal; the header of the next event of the stream names it as `previous`. */
  readonly commitment: string;
}

export const exportLine = (event: RecordedEvent): ExportLine => ({
  header: canonicalHeader(event),
  payload: Buffer.from(event.payload).toString('base64'),
  commitment: event.commitment,
});

/** What an export is made of. */
export interface ExportedHistory {
  /** Whether the reader may count the events that are not shown. */
  readonly linked: boolean;
  /** All events of the case's streams in the one order of the store. */
  withUnread(): AsyncIterable<{ readonly event: RecordedEvent; readonly isRead: boolean }>;
}

/** What of an event finds it in the log. */
export type Logged = Pick<RecordedEvent, 'commitment' | 'position'>;

/** Gives the lines that prove events by the log. @param events in the order of the store */
export type Proving = (events: readonly Logged[]) => AsyncIterable<object>;

/**
 * JSON Lines: the events, then a stub for each that the reader may not read, the heads of the streams, and the proofs.
 * @throws RangeError for a reader who may not count what is not shown (I-43)
 */
export async function* exportLines(history: ExportedHistory, proving?: Proving): AsyncGenerator<string> {
  if (!history.linked) throw new RangeError('an export counts what its reader may not count');
  const outlines = new StreamOutlines();
  const shown: Logged[] = [];
  for await (const { event, isRead } of history.withUnread()) {
    outlines.add(event, isRead);
    if (!isRead) continue;
    shown.push({ commitment: event.commitment, position: event.position });
    yield lineOf(exportLine(event));
  }
  for (const stub of outlines.stubs()) yield lineOf({ stub });
  for (const head of outlines.heads()) yield lineOf({ head });
  if (proving) for await (const line of proving(shown)) yield lineOf(line);
}

const lineOf = (content: object): string => `${JSON.stringify(content)}\n`;
