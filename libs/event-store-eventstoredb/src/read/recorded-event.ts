import { isEnvelope, UnreadableEventError, type Link, type RecordedEvent } from '@parley/event-store';
import type { StoredEvent } from '../client/all-subscription';
import { positionOf } from './position';

/**
 * The fields of an event that EventStoreDB does not keep by itself. It keeps stream, revision, event id, type and
 * payload, and the payload's digest follows from the payload. Leaving them out keeps the whole within the size that the
 * header alone takes in other stores.
 */
type EventMetadata = Omit<RecordedEvent, 'stream' | 'revision' | 'eventId' | 'type' | 'payload' | 'position'> & {
  /**
   * Drawn anew for each append, so that a writer can tell its own events from those of an earlier try. Not part of what
   * is hashed.
   */
  readonly written: string;
};

export function eventMetadata({ event }: Link, written: string): EventMetadata {
  return {
    schemaVersion: event.schemaVersion,
    occurredAt: event.occurredAt,
    recordedAt: event.recordedAt,
    actor: event.actor,
    delegation: event.delegation,
    cause: event.cause,
    facts: event.facts,
    rule: event.rule,
    ruleSetVersion: event.ruleSetVersion,
    tier: event.tier,
    contentType: event.contentType,
    sealing: event.sealing,
    previous: event.previous,
    commitment: event.commitment,
    ...(event.traceparent === undefined ? {} : { traceparent: event.traceparent }),
    written,
  };
}

/**
 * The event that was written. Fields are named one by one: others may add to the metadata (telemetry does), and their
 * additions are not part of the record.
 * @throws UnreadableEventError when somebody else wrote it
 */
export function recordedEvent(stored: StoredEvent): RecordedEvent {
  const { stream, revision, eventId, type, metadata } = stored;
  const position = positionOf(stored.position);
  if (!isEventMetadata(metadata) || !isEnvelope({ ...metadata, stream, revision, eventId, type }))
    throw new UnreadableEventError(position, { stream, revision, eventId });
  const event: RecordedEvent = {
    stream,
    revision,
    position,
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

/** This checks only that the fields are there. The commitment reveals every other change. */
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
