import { hash } from 'node:crypto';
import { canonicalJson, type Actor, type Sha256 } from '@parley/kernel';
import type { ActSignature } from './act-signature';
import type { Cause, RecordedEvent } from './envelope';

type Committed = Omit<RecordedEvent, 'position' | 'commitment'>;

/** Lower-case hexadecimal SHA-256 of bytes, or of a text's UTF-8. */
export const sha256 = (data: Uint8Array | string): Sha256 => hash('sha256', data) as Sha256;

/**
 * The canonical header of an event: RFC 8785 JSON of its envelope with the payload replaced by its digest.
 * The position is left out, so that a stream can be checked alone and in any store; so is the trace, which is not
 * record.
 */
export function canonicalHeader(event: Committed): string {
  const header = committedFields(event);
  const text = JSON.stringify(header);
  // JSON.stringify escapes half a surrogate pair with \ud and lets it pass. RFC 8785 refuses it, and so does
  // canonicalJson.
  return text.includes('\\ud') ? canonicalJson(header) : text;
}

/** An event's commitment: the SHA-256 of its canonical header. */
export const commitmentOf = (event: Committed): Sha256 => sha256(canonicalHeader(event));

/**
 * Names every committed field, so that a property that an adapter adds cannot slip into what is hashed. The keys stand
 * in the order of RFC 8785 at every level: with them in order, JSON.stringify is canonical, at a quarter of the cost.
 */
const committedFields = (event: Committed): Readonly<Record<string, unknown>> => ({
  actor: actorFields(event.actor),
  cause: causeFields(event.cause),
  contentType: event.contentType,
  delegation: event.delegation,
  eventId: event.eventId,
  facts: event.facts,
  occurredAt: event.occurredAt,
  payloadDigest: sha256(event.payload),
  previous: event.previous,
  recordedAt: event.recordedAt,
  revision: event.revision,
  rule: event.rule,
  ruleSetVersion: event.ruleSetVersion,
  schemaVersion: event.schemaVersion,
  sealing: event.sealing,
  stream: event.stream,
  tier: event.tier,
  type: event.type,
});

const actorFields = (actor: Actor): Readonly<Record<string, unknown>> =>
  actor.kind === 'person'
    ? { kind: actor.kind, party: actor.party, personId: actor.personId, role: actor.role }
    : { kind: actor.kind, process: actor.process };

const causeFields = (cause: Cause): Readonly<Record<string, unknown>> =>
  cause.kind === 'command'
    ? {
        bodyDigest: cause.bodyDigest,
        id: cause.id,
        kind: cause.kind,
        // An act that was not signed has the header that it had before acts could be signed.
        ...(cause.signature === undefined ? {} : { signature: signatureFields(cause.signature) }),
      }
    : { id: cause.id, kind: cause.kind };

const signatureFields = ({ act, case: of, key, once, ...made }: ActSignature): Readonly<Record<string, unknown>> =>
  made.assertion === undefined
    ? { act, case: of, jws: made.jws, key, once }
    : { act, assertion: made.assertion, case: of, key, once };
