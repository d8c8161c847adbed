import {
  canonicalJson,
  type Actor,
  type Instant,
  type PartyCode,
  type PersonId,
  type Sha256,
  type CommandId,
} from '@parley/kernel';
import fc from 'fast-check';
import { canonicalHeader, commitmentOf, sha256 } from './commitment';
import type { ActSignature } from './act-signature';
import type { Cause } from './envelope';
import type { LinkedEvent } from './link-events';

const actors: fc.Arbitrary<Actor> = fc.oneof(
  fc.record({
    role: fc.constantFrom('desk' as const, 'panel' as const),
    kind: fc.constant('person' as const),
    personId: fc.string().map((text) => text as PersonId),
    party: fc.option(fc.string().map((text) => text as PartyCode)),
  }),
  fc.record({ process: fc.string(), kind: fc.constant('system' as const) }),
);
const signed = {
  once: fc.string(),
  key: fc.string(),
  act: fc.string({ unit: 'grapheme' }),
  case: fc.option(fc.uuid()),
};
const signatures: fc.Arbitrary<ActSignature> = fc.oneof(
  fc.record({ ...signed, jws: fc.string({ unit: 'grapheme' }) }),
  fc.record({ ...signed, assertion: fc.string({ unit: 'grapheme' }) }),
);
const causes: fc.Arbitrary<Cause> = fc.oneof(
  fc.record({
    kind: fc.constant('command' as const),
    id: fc.string().map((text) => text as CommandId),
    bodyDigest: fc.constant('0'.repeat(64) as Sha256),
  }),
  fc.record({
    signature: signatures,
    kind: fc.constant('command' as const),
    id: fc.string().map((text) => text as CommandId),
    bodyDigest: fc.constant('0'.repeat(64) as Sha256),
  }),
  fc.record({ kind: fc.constantFrom('event' as const, 'timer' as const), id: fc.string({ unit: 'grapheme' }) }),
);
const events: fc.Arbitrary<Omit<LinkedEvent, 'commitment'>> = fc.record({
  type: fc.string(),
  stream: fc.string({ unit: 'grapheme' }),
  eventId: fc.uuid(),
  actor: actors,
  cause: causes,
  facts: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
  schemaVersion: fc.nat(),
  occurredAt: fc.constant('2025-02-05T08:00:00.000Z' as Instant),
  recordedAt: fc.constant('2025-02-05T08:00:01.000Z' as Instant),
  delegation: fc.option(fc.string({ unit: 'grapheme' })),
  rule: fc.string(),
  ruleSetVersion: fc.string(),
  tier: fc.constantFrom('PUBLIC' as const, 'DELIBERATION' as const),
  contentType: fc.string(),
  sealing: fc.option(fc.string()),
  payload: fc.uint8Array(),
  revision: fc.nat(),
  previous: fc.option(fc.constant('f'.repeat(64) as Sha256)),
});

describe('the canonical header', () => {
  it('is the RFC 8785 JSON of the envelope with the digest in place of the payload', () => {
    fc.assert(
      fc.property(events, (event) => {
        const { payload, ...envelope } = event;
        expect(canonicalHeader(event)).toBe(canonicalJson({ ...envelope, payloadDigest: sha256(payload) }));
      }),
    );
  });

  it('leaves out position, trace and whatever an adapter adds', () => {
    fc.assert(
      fc.property(events, (event) => {
        const more = { ...event, position: '7', traceparent: '00-1-2-01', addedByAnAdapter: true };
        expect(commitmentOf(more)).toBe(commitmentOf(event));
      }),
    );
  });

  it('is refused for text that has no UTF-8, which no other implementation would hash alike', () => {
    fc.assert(
      fc.property(events, (event) => {
        expect(() => canonicalHeader({ ...event, delegation: 'half a pair: \ud83d' })).toThrow();
      }),
    );
  });
});
