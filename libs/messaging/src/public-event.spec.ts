import type { RecordedEvent } from '@parley/event-store';
import type { PartyCode, PersonId, Role } from '@parley/kernel';
import { orderKeyOf, producerOf, publicEventOf } from './public-event';

const recorded = {
  eventId: 'e1',
  actor: { kind: 'system', process: 'spec' },
  stream: 'intake.case-4f',
  type: 'CaseRegistered',
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

  it('has the name of the event in the record, whatever its message is called, unless that is not to be known', () => {
    const replied = { ...recorded, type: 'ReplyFiled' };
    const received = { ...part, type: 'parley.intake.v1.ReplyReceived' };
    expect(publicEventOf(replied, received).event).toBe('intake.ReplyFiled');
    expect(publicEventOf(replied, { ...received, isUnnamed: true })).not.toHaveProperty('event');
  });

  it('says who acted in which capacity of a case, but of nothing that is deliberated (I-05, I-14)', () => {
    const by = (role: Role, more: Partial<RecordedEvent> = {}) => {
      const actor = { kind: 'person', personId: 'p' as PersonId, role, party: 'US' as PartyCode } as const;
      return publicEventOf({ ...recorded, actor, ...more }, part).actor;
    };
    expect(by('cohead')).toEqual({ personId: 'p', role: 'cohead', party: 'US' });
    expect([by('auditor'), by('operator'), by('panel', { tier: 'DELIBERATION' })]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(publicEventOf(recorded, part)).not.toHaveProperty('actor');
  });

  it('names nobody in a case of whom a stream of something else tells, such as who answers a call about it', () => {
    const actor = { kind: 'person', personId: 'p' as PersonId, role: 'cohead', party: 'CN' as PartyCode } as const;
    const call = { ...recorded, stream: 'intake.hotline-9c' as RecordedEvent['stream'], actor };
    expect(publicEventOf(call, { ...part, subject: '4f' })).not.toHaveProperty('actor');
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
