import type { NewEvent } from './envelope';

/** Most bytes of payloads and headers in one append, in every store: 1 MiB, the limit of the strictest of them. */
export const MAX_APPEND_BYTES = 1024 * 1024;

/** @throws RangeError when there is nothing to append */
export function assertSomeEvents(events: readonly NewEvent[]): void {
  if (events.length === 0) throw new RangeError('an append needs at least one event');
}

/** @throws RangeError when two events have one id */
export function assertIdsOnce(events: readonly NewEvent[]): void {
  if (events.length > 1 && new Set(events.map(({ eventId }) => eventId)).size < events.length)
    throw new RangeError('two events of an append have one id');
}

/** @throws RangeError when an append of so many bytes exceeds {@link MAX_APPEND_BYTES} */
export function assertWithinAppendLimit(bytes: number): void {
  if (bytes > MAX_APPEND_BYTES)
    throw new RangeError(`an append of ${bytes} bytes exceeds the limit of ${MAX_APPEND_BYTES}`);
}
