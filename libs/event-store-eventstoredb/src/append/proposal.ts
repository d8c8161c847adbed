import { assertWithinAppendLimit, type Link } from '@parley/event-store';
import type { ProposedEvent } from '../client/event-store-client';
import { eventMetadata } from '../read/event-metadata';

/**
 * The events of one append as they go to the server.
 * @throws RangeError when the server would count more than its limit, which is 1 MiB of payloads, metadata, and types
 *   at two bytes a letter
 */
export function proposal(links: readonly Link[], written: string): readonly ProposedEvent[] {
  const events = links.map((link): ProposedEvent => {
    const { eventId, type, payload } = link.event;
    return { eventId, type, payload, metadata: eventMetadata(link, written) };
  });
  assertWithinAppendLimit(events.reduce((sum, event) => sum + sizeAtServer(event), 0));
  return events;
}

const sizeAtServer = ({ type, payload, metadata }: ProposedEvent): number =>
  payload.byteLength + Buffer.byteLength(JSON.stringify(metadata)) + 2 * type.length;
