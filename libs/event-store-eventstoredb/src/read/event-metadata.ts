import type { Link, RecordedEvent } from '@parley/event-store';

/**
 * What EventStoreDB does not keep of an event by itself. Stream, revision, event id, type and payload it does, and the
 * digest of the payload is the payload's; leaving them out keeps the whole within what the header alone takes
 * elsewhere.
 */
export type EventMetadata = Omit<RecordedEvent, 'stream' | 'revision' | 'eventId' | 'type' | 'payload' | 'position'> & {
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
