import type { PersonCaller } from '@parley/access';
import type { Instant, PartyCode, PersonId, Role } from '@parley/kernel';
import { ACT_TIME_MS, commandContextOf, type IncomingAct, receivedAct } from './received-act';
import { conditionOf } from './entity-tag';

const caller = (personId: string, party: string | null, ...roles: readonly Role[]): PersonCaller => ({
  kind: 'person',
  personId: personId as PersonId,
  party: party as PartyCode | null,
  roles,
});
const incoming = (changes: Partial<IncomingAct> = {}): IncomingAct => ({
  declared: { as: ['desk'], rule: 'S4' },
  method: 'POST',
  url: '/v1/cases/1/reply',
  headers: { 'idempotency-key': 'k' },
  body: { a: 1, b: 2 },
  receivedAt: '2025-02-05T08:00:00.000Z' as Instant,
  acceptedAt: 1_000,
  caller: caller('one', 'US', 'desk'),
  ...changes,
});
const idOf = (changes: Partial<IncomingAct>) => receivedAct(incoming(changes)).commandId;
const sameAs = (changes: Partial<IncomingAct>) => idOf(changes) === idOf({});

describe('an act', () => {
  it('is the same act when the same party sends it again, by whichever officer', () => {
    expect(sameAs({})).toBe(true);
    expect(sameAs({ caller: caller('two', 'US', 'desk') })).toBe(true);
    expect(sameAs({ url: '/v1/cases/1/reply?trace=1', receivedAt: '2025-02-06T08:00:00.000Z' as Instant })).toBe(true);
  });

  it('is another act by the other party, on another route, or with another key', () => {
    expect(sameAs({ caller: caller('one', 'CN', 'desk') })).toBe(false);
    expect(sameAs({ url: '/v1/cases/2/reply' })).toBe(false);
    expect(sameAs({ method: 'PUT' })).toBe(false);
    expect(sameAs({ headers: { 'idempotency-key': 'K' } })).toBe(false);
  });

  it('of somebody who is no desk is theirs alone', () => {
    expect(idOf({ caller: caller('m1', 'US', 'panel') })).not.toBe(idOf({ caller: caller('m2', 'US', 'panel') }));
  });

  it('has a digest of its body that the order of fields does not change, and the content does', () => {
    const digestOf = (body: unknown) => receivedAct(incoming({ body })).bodyDigest;
    expect(digestOf({ b: 2, a: 1 })).toBe(digestOf({ a: 1, b: 2 }));
    expect(digestOf({ a: 1 })).not.toBe(digestOf({ a: 1, b: 2 }));
    expect(digestOf(undefined)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has a digest also of what is not well-formed, so that the check of fields can say where', () => {
    expect(receivedAct(incoming({ body: { a: '\ud800' } })).bodyDigest).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['', ' ', 'k\n', 'ключ', 'k'.repeat(201), ['a', 'ü']])('is refused with the key %j', (key) => {
    expect(() => receivedAct(incoming({ headers: { 'idempotency-key': key } }))).toThrow(/Idempotency-Key/);
  });

  it('keeps the revision that its sender has seen', () => {
    expect(receivedAct(incoming({ headers: { 'idempotency-key': 'k', 'if-match': '"3"' } })).ifRevision).toBe(3);
  });
});

describe('the time of an act', () => {
  it('runs from the acceptance of its request, so that no default can come before it (I-19)', () => {
    const act = receivedAct(incoming());
    const actor = { kind: 'system', process: 'spec' } as const;
    expect(commandContextOf(act, actor, '2026-1').writeBefore).toBe(1_000 + ACT_TIME_MS);
  });
});

describe('If-Match', () => {
  it('is a condition on one revision, or none', () => {
    expect([undefined, '*', '"0"', ' "12" ', '"3.12"', '"-1.4"'].map(conditionOf)).toEqual([
      undefined,
      undefined,
      { revision: 0 },
      { revision: 12 },
      { revision: 3, facts: 12 },
      { revision: -1, facts: 4 },
    ]);
  });

  it.each(['3', '""', '"03"', '"-1"', 'W/"3"', '"1", "2"', '"x"'])('is refused as %s', (header) => {
    expect(() => conditionOf(header)).toThrow(/If-Match/);
  });
});
