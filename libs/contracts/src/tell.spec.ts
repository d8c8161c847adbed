import { create, toBinary } from '@bufbuild/protobuf';
import { metrics, type Meter } from '@opentelemetry/api';
import { encodePayload, type Position, type RecordedEvent } from '@parley/event-store';
import type { Instant, Sha256 } from '@parley/kernel';
import { ReplyLapsedSchema, ReplyReceivedSchema } from './gen/parley/intake/v1/intake_pb';
import { tell, told } from './tell';

const at = '2025-02-20T16:00:00.000Z' as Instant;
const recorded: RecordedEvent = {
  eventId: '0b6a3b1e-0000-8000-8000-000000000001',
  stream: 'intake.case-4f',
  revision: 3,
  position: '7' as Position,
  type: 'ReplyLapsed',
  schemaVersion: 1,
  occurredAt: at,
  recordedAt: at,
  actor: { kind: 'system', process: 'deadlines' },
  delegation: null,
  cause: { kind: 'timer', id: 'reply' },
  rule: 'S4',
  ruleSetVersion: '2026-1',
  tier: 'PUBLIC',
  contentType: 'application/json',
  facts: [],
  sealing: null,
  payload: encodePayload({}),
  previous: null,
  commitment: 'a'.repeat(64) as Sha256,
};

describe('a public event', () => {
  const event = tell(recorded, ReplyLapsedSchema, { caseId: '4f', lapsedAt: at });

  it('tells of a recorded one under an id that is a function of it', () => {
    expect(event).toMatchObject({
      type: 'parley.intake.v1.ReplyLapsed',
      source: '/parley/intake',
      subject: '4f',
      time: at,
      tier: 'PUBLIC',
    });
    expect(tell(recorded, ReplyLapsedSchema, { caseId: '4f', lapsedAt: at }).id).toBe(event.id);
    expect(tell({ ...recorded, eventId: 'other' }, ReplyLapsedSchema, {}).id).not.toBe(event.id);
  });

  it('is read by its type, and by no other', () => {
    expect(told(event, ReplyLapsedSchema)).toMatchObject({ caseId: '4f', lapsedAt: at });
    expect(told(event, ReplyReceivedSchema)).toBeUndefined();
  });

  it('is read although it holds a field that this version does not know, and that is counted', () => {
    const counted: unknown[] = [];
    const counter = { add: (value: number, labels: unknown) => void counted.push([value, labels]) };
    metrics.setGlobalMeterProvider({ getMeter: () => ({ createCounter: () => counter }) as unknown as Meter });
    const unknownField = Buffer.from([0xfa, 0x3e, 0x01, 0x78]);
    const newer = {
      ...event,
      data: Buffer.concat([toBinary(ReplyLapsedSchema, create(ReplyLapsedSchema, { caseId: '4f' })), unknownField]),
    };
    expect(told(newer, ReplyLapsedSchema)?.caseId).toBe('4f');
    expect(told(event, ReplyLapsedSchema)?.caseId).toBe('4f');
    metrics.disable();
    expect(counted).toEqual([[1, { context: 'intake', what: 'field' }]]);
  });
});
