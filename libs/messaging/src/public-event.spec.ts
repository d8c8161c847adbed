import type { RecordedEvent } from '@parley/event-store';
import { orderKeyOf, producerOf, publicEventOf } from './public-event';

const recorded = {
  eventId: 'e1',
  stream: 'intake.case-4f',
  occurredAt: '2025-02-05T08:00:00.000Z',
  recordedAt: '2025-02-05T08:00:01.000Z',
  tier: 'PARTIES',
} as RecordedEvent;
const part = { type: 'parley.intake.v1.CaseRegistered', data: new Uint8Array([0, 255, 10]) };

describe('a public event', () => {
  it('says whose case it is about, who tells it and when it happened in law', () => {
    expect(publicEventOf(recorded, part)).toMatchObject({
      source: '/parley/intake',
      subject: '4f',
      time: recorded.occurredAt,
      recordedat: recorded.recordedAt,
      sequence: recorded.revision,
      tier: 'PARTIES',
    });
    expect(publicEventOf(recorded, { ...part, subject: 'other', tier: 'PUBLIC' })).toMatchObject({
      subject: 'other',
      tier: 'PUBLIC',
    });
  });

  it('has the same id however often it is made, and another for another type', () => {
    expect(publicEventOf(recorded, part).id).toBe(publicEventOf(recorded, part).id);
    expect(publicEventOf(recorded, { ...part, type: 'parley.intake.v1.DocketLine' }).id).not.toBe(
      publicEventOf(recorded, part).id,
    );
  });

  it('is ordered by case and producing context', () => {
    const event = publicEventOf(recorded, part);
    expect([producerOf(event), orderKeyOf(event)]).toEqual(['intake', 'intake/4f']);
  });
});
