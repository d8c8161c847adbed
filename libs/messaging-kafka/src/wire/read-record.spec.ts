import type { PartyCode, PersonId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import * as fc from 'fast-check';
import { headersOf } from './cloud-event-headers';
import { readMark, recordOfMark } from './progress-mark';
import { readRecord } from './read-record';

const instants = fc
  .integer({ min: 0, max: 4_000_000_000_000 })
  .map((millis) => new Date(millis).toISOString() as PublicEvent['time']);
const attributes = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => !/\p{Cc}/u.test(text));
const actors: fc.Arbitrary<NonNullable<PublicEvent['actor']>> = fc.record({
  personId: attributes.map((id) => id as PersonId),
  role: fc.constantFrom('desk' as const, 'third-party' as const),
  party: fc.constantFrom('CN' as PartyCode, null),
});
const events: fc.Arbitrary<PublicEvent> = fc.record(
  {
    id: attributes,
    source: fc.constant('/parley/intake'),
    type: attributes.map((name) => `parley.intake.v1.${name}`),
    subject: attributes,
    event: attributes,
    time: instants,
    recordedat: instants,
    sequence: fc.nat(),
    tier: fc.constantFrom('PUBLIC' as const, 'FILER' as const),
    actor: actors,
    datacontenttype: fc.constant('application/protobuf' as const),
    data: fc.uint8Array(),
  },
  {
    requiredKeys: [
      'id',
      'source',
      'type',
      'subject',
      'time',
      'recordedat',
      'sequence',
      'tier',
      'datacontenttype',
      'data',
    ],
  },
);
const bytesOf = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)]));

describe('a record in a topic', () => {
  it('is the event that was sent, whatever its attributes and bytes', () => {
    fc.assert(
      fc.property(events, (event) => {
        const record = {
          key: Buffer.from(event.subject),
          value: Buffer.from(event.data),
          headers: bytesOf(headersOf(event)),
        };
        expect(readRecord('intake', record)).toEqual({ kind: 'event', event });
      }),
    );
  });

  it('is refused where it names a person and no capacity, or one that nobody has in a case', () => {
    const [event] = fc.sample(events, 1);
    if (!event) throw new Error('nothing was sampled');
    const wrong = [{ ce_actorid: 'p' }, { ce_actorrole: 'desk' }, { ce_actorid: 'p', ce_actorrole: 'auditor' }];
    for (const actor of wrong) {
      const { actor: _, ...nobody } = event;
      const headers = bytesOf({ ...headersOf(nobody), ...actor });
      expect(
        readRecord('intake', { key: Buffer.from(event.subject), value: Buffer.from(event.data), headers }),
      ).toMatchObject({ kind: 'unreadable', reason: 'wrong-attribute' });
    }
  });

  it('is the mark that was sent', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 1_000 }), (instant, partitions) => {
        const { headers, value } = recordOfMark({ context: 'intake', instant, partitions });
        expect(readRecord('intake', { key: null, value, headers: bytesOf(headers) })).toEqual({
          kind: 'mark',
          mark: { context: 'intake', instant, partitions },
        });
      }),
    );
  });

  it('never keeps anybody from reading on, whatever it holds', () => {
    const bytes = fc.uint8Array({ maxLength: 30 });
    const names = fc.constantFrom(
      'ce_id',
      'ce_type',
      'ce_source',
      'ce_time',
      'ce_specversion',
      '__proto__',
      'constructor',
      'content-type',
    );
    const records = fc.record({ key: fc.option(bytes), value: fc.option(bytes), headers: fc.dictionary(names, bytes) });
    fc.assert(fc.property(records, (record) => expect(readRecord('intake', record).kind).toBe('unreadable')));
  });

  it.each([
    '',
    '{}',
    'null',
    '{"context":"intake","instant":"2025-02-05T08:00:00.000Z","partitions":0}',
    '{"context":"intake","instant":"soon","partitions":3}',
  ])('is no mark that says nothing: %j', (text) => expect(readMark(Buffer.from(text))).toBeUndefined());

  it('carries what the record calls the event, where the message tells one', () => {
    const [{ event: _, ...unnamed }] = fc.sample(events, 1) as [PublicEvent];
    expect(headersOf({ ...unnamed, event: 'intake.ReplyFiled' })['ce_event']).toBe('intake.ReplyFiled');
    expect(headersOf(unnamed)).not.toHaveProperty('ce_event');
  });

  it('keeps what caused it beside the trace that the sending puts into the plain header', () => {
    const [event] = fc.sample(events, 1) as [PublicEvent];
    const headers = headersOf({ ...event, traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' });
    const sent = bytesOf({ ...headers, traceparent: '00-00000000000000000000000000000001-0000000000000002-01' });
    expect(
      readRecord('intake', { key: Buffer.from(event.subject), value: Buffer.alloc(0), headers: sent }),
    ).toMatchObject({
      event: { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' },
    });
  });
});
