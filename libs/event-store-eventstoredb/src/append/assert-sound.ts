import { FaultyEventError, faultOf, type RecordedEvent, type StreamHead } from '@parley/event-store';

/**
 * Checks events that the server gave of a stream. The server itself checks nothing of what an event says, and nothing
 * is linked to what is not as it was written.
 * @param head what they come behind; `null` for a whole stream
 * @throws FaultyEventError when one is altered, or does not follow on the one before it
 */
export function assertSound(stream: string, head: StreamHead | null, events: readonly RecordedEvent[]): void {
  let [revision, previous] = [head?.revision ?? -1, head?.commitment ?? null];
  for (const event of events) {
    revision += 1;
    const fault = faultOf(event, { stream, revision, previous });
    if (fault) throw new FaultyEventError(stream, fault === 'altered' ? 'header' : 'link');
    previous = event.commitment;
  }
}
