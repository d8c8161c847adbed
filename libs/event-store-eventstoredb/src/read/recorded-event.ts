import type { RecordedEvent } from '@parley/event-store';
import type { StoredEvent } from '../client/event-store-client';
import type { EventMetadata } from './event-metadata';
import { positionOf } from './position';
import { UnreadableEventError } from './unreadable-event.error';

/**
 * The event that was written. Fields are named one by one: others may add to the metadata (telemetry does), and what
 * they add is none of the record's.
 * @throws UnreadableEventError when somebody else wrote it
 */
export function recordedEvent(stored: StoredEvent): RecordedEvent {
  const { stream, revision, eventId, type, metadata } = stored;
  if (!isEventMetadata(metadata)) throw new UnreadableEventError(stream, revision);
  const event: RecordedEvent = {
    stream,
    revision,
    position: positionOf(stored.position),
    eventId,
    type,
    schemaVersion: metadata.schemaVersion,
    occurredAt: metadata.occurredAt,
    recordedAt: metadata.recordedAt,
    actor: metadata.actor,
    delegation: metadata.delegation,
    cause: metadata.cause,
    facts: metadata.facts,
    rule: metadata.rule,
    ruleSetVersion: metadata.ruleSetVersion,
    tier: metadata.tier,
    contentType: metadata.contentType,
    sealing: metadata.sealing,
    previous: metadata.previous,
    commitment: metadata.commitment,
    payload: plainBytes(stored.payload),
  };
  return metadata.traceparent === undefined ? event : { ...event, traceparent: metadata.traceparent };
}

/** The append that wrote an event, as its writer named it. */
export const writtenBy = ({ metadata }: StoredEvent): string | undefined =>
  isEventMetadata(metadata) ? metadata.written : undefined;

/** Whoever changes more of it than its presence is found out by the commitment. */
function isEventMetadata(metadata: unknown): metadata is EventMetadata {
  return (
    typeof metadata === 'object' &&
    metadata !== null &&
    'commitment' in metadata &&
    'recordedAt' in metadata &&
    'written' in metadata
  );
}

/**
 * A plain Uint8Array of its own, as it was written: a Buffer prints and slices otherwise, and shares the memory of its
 * message.
 */
const plainBytes = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);
