import { createHash } from 'node:crypto';
import { canonicalJson, type Sha256 } from '@parley/kernel';
import type { NewEvent, RecordedEvent } from './envelope';

type Committed = Omit<RecordedEvent, 'position' | 'commitment'>;

/** Lower-case hexadecimal SHA-256 of bytes, or of a text's UTF-8. */
export const sha256 = (data: Uint8Array | string): Sha256 => createHash('sha256').update(data).digest('hex') as Sha256;

/**
 * The canonical header of an event: RFC 8785 JSON of its envelope with the payload replaced by `payloadDigest`.
 * The position is left out, so that a stream can be checked alone and in any store; so is the trace, which is not record.
 */
export function canonicalHeader(event: Committed): string {
  const { payload, traceparent: _trace, ...header } = pick(event);
  return canonicalJson({ ...header, payloadDigest: sha256(payload) });
}

/** An event's commitment: the SHA-256 of its canonical header. */
export const commitmentOf = (event: Committed): Sha256 => sha256(canonicalHeader(event));

/** Names every committed field, so that a property that an adapter adds cannot slip into what is hashed. */
function pick(event: Committed): Committed {
  const own: NewEvent = {
    eventId: event.eventId,
    type: event.type,
    schemaVersion: event.schemaVersion,
    occurredAt: event.occurredAt,
    actor: event.actor,
    delegation: event.delegation,
    cause: event.cause,
    rule: event.rule,
    ruleSetVersion: event.ruleSetVersion,
    tier: event.tier,
    contentType: event.contentType,
    sealing: event.sealing,
    payload: event.payload,
  };
  return { ...own, stream: event.stream, revision: event.revision, recordedAt: event.recordedAt, previous: event.previous };
}
