import type { LinkedEvent, Position, RecordedEvent } from '@parley/event-store';
import type { Sha256 } from '@parley/kernel';

/** The columns of an event as they are read, and all that is needed to give it back. */
export const EVENT_COLUMNS = `e.position, e.header, encode(e.payload, 'base64') AS payload, encode(e.commitment, 'hex') AS commitment, e.traceparent`;

export interface EventRow {
  readonly position: string;
  readonly header: string;
  /** Base64: half again as quick to read as hexadecimal, and a third shorter. */
  readonly payload: string;
  readonly commitment: string;
  readonly traceparent: string | null;
}

type Header = Omit<LinkedEvent, 'payload' | 'commitment' | 'traceparent'> & { readonly payloadDigest: Sha256 };

/** The event that was written: the header is parsed, never rebuilt from other columns. */
export function recordedEventOf(row: EventRow): RecordedEvent {
  const { payloadDigest: _digest, ...header } = JSON.parse(row.header) as Header;
  return {
    ...header,
    position: row.position as Position,
    payload: bytesOf(row.payload),
    commitment: row.commitment as Sha256,
    ...(row.traceparent === null ? {} : { traceparent: row.traceparent }),
  };
}

/** A plain Uint8Array, as it was written: a Buffer prints and slices otherwise. */
function bytesOf(base64: string): Uint8Array {
  const { buffer, byteOffset, byteLength } = Buffer.from(base64, 'base64');
  return new Uint8Array(buffer, byteOffset, byteLength);
}
