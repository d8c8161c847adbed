import { canonicalHeader, type RecordedEvent } from '@parley/event-store';

/** One line of an export: all that an outsider needs to compute the commitment of an event again. */
export interface ExportLine {
  /**
   * RFC 8785 JSON of the envelope, the payload replaced by its digest. Its SHA-256 (of its UTF-8) is the commitment.
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

/** JSON Lines, one event each. */
export async function* exportLines(events: AsyncIterable<RecordedEvent>): AsyncGenerator<string> {
  for await (const event of events) yield `${JSON.stringify(exportLine(event))}\n`;
}
