import { given } from '@parley/testing';
import { clocksOfVersions, later } from '../rules/rules-story.fixture';
import { MOST_SERVED_AGAIN } from './serve.decide';
import { serviceDecider } from './service.decider';
import { CN, deliver, expireService, retrieve, SENT, serve, serveAgain, services, US } from './service-story.fixture';

const register = given(services);
const delivered = register.when(serve(), deliver());

describe('a notice', () => {
  it('goes to both parties in one event, at the instant at which what it tells of was recorded (I-06)', () => {
    const { events } = register.when(serve());
    expect(events).toMatchObject([
      {
        type: 'NoticeServed',
        occurredAt: SENT,
        rule: 'I-06',
        tier: 'PARTIES',
        data: { to: ['CN', 'US'], opens: [{ id: 'delivery:n1', clock: 'delivery' }] },
      },
    ]);
  });

  it('is served once, however often its event is heard of', () => {
    expect(register.when(serve(), serve()).recorded).toEqual([]);
  });

  it('has 5 joint business days from its delivery to be retrieved, by the calendar of both parties', () => {
    expect(delivered.events.at(-1)).toMatchObject({
      type: 'NoticeDelivered',
      data: { closes: ['delivery:n1'], opens: [{ id: 'retrieval:n1', dueDate: '2025-02-13' }] },
    });
  });

  it('is delivered once', () => {
    expect(delivered.when(deliver(1, '2025-02-07T10:00:00Z')).recorded).toEqual([]);
  });
});

describe('a notice in a case that goes on under later rules', () => {
  it('is counted under those, and what was served before as it was', () => {
    const decider = serviceDecider(clocksOfVersions);
    const { state } = given(decider).when(serve(1), { ...serve(2), ruleSetVersion: later.version });
    expect(state).toMatchObject({
      running: { 'delivery:n1': { ruleSet: '2026-1' }, 'delivery:n2': { ruleSet: '2099-1' } },
    });
  });
});

describe('a notice that does not arrive', () => {
  const late = register.when(serve(), expireService('delivery'));

  it('is not delivered, as a fact of record, 24 hours after it was sent (I-58)', () => {
    expect(late.events.at(-1)).toMatchObject({
      type: 'NoticeNotDelivered',
      occurredAt: '2025-02-07T09:00:00.000Z',
      data: { to: ['CN', 'US'] },
    });
    expect(late.when(expireService('delivery')).recorded).toEqual([]);
  });

  it('may still arrive, and both facts stand', () => {
    const { state } = late.when(deliver(1, '2025-02-08T10:00:00Z'));
    expect(state.notices['n1']?.services[US]).toMatchObject({
      notDeliveredAt: '2025-02-07T09:00:00.000Z',
      deliveredAt: '2025-02-08T10:00:00.000Z',
    });
  });
});

describe('the retrieval of a notice', () => {
  it('is on record with who did it and what was retrieved, and the time runs on for the other side', () => {
    const { events, state } = delivered.when(retrieve(CN));
    expect(events.at(-1)).toMatchObject({
      type: 'NoticeRetrieved',
      data: { party: 'CN', by: 'cn-desk-1', digest: 'cd'.repeat(32), closes: [] },
    });
    expect(state.running).toHaveProperty('retrieval:n1');
  });

  it('ends the time when both sides have it', () => {
    expect(delivered.when(retrieve(CN), retrieve(US)).state.running).toEqual({});
  });

  it('is refused a second time, of what was not served, and of what was served on somebody else', () => {
    expect(delivered.when(retrieve(CN)).refusalOf(retrieve(CN))).toBe('notice-already-retrieved');
    expect(delivered.refusalOf(retrieve(CN, 2))).toBe('notice-not-found');
    expect(delivered.refusalOf(retrieve('FR' as never))).toBe('notice-not-found');
  });

  it('counts in the last millisecond, and behind it waits for what is then a fact (I-18)', () => {
    expect(delivered.when(retrieve(CN, 1, '2025-02-13T16:59:59.999+01:00')).recorded).toEqual(['NoticeRetrieved']);
    expect(delivered.refusalOf(retrieve(CN, 1, '2025-02-13T17:00:00+01:00'))).toBe('retrieval-time-just-over');
  });
});

describe('a notice that nobody takes', () => {
  const untaken = delivered.when(retrieve(CN), expireService('retrieval'));

  it('is not retrieved by the one who did not, as a fact of record, by itself and once (I-58)', () => {
    expect(untaken.events.at(-1)).toMatchObject({
      type: 'NoticeNotRetrieved',
      occurredAt: '2025-02-13T16:00:00.000Z',
      data: { by: ['US'], closes: ['retrieval:n1'] },
    });
    expect(untaken.when(expireService('retrieval')).recorded).toEqual([]);
  });

  it('can still be taken, and both facts stand', () => {
    const { state } = untaken.when(retrieve(US, 1, '2025-03-01T10:00:00Z'));
    expect(state.notices['n1']?.services[US]).toMatchObject({
      notRetrievedAt: '2025-02-13T16:00:00.000Z',
      retrievedAt: '2025-03-01T10:00:00.000Z',
    });
  });
});

describe('a notice that is served again', () => {
  it('moves no clock, of service neither (I-59)', () => {
    const again = delivered.when(serveAgain());
    expect(again.events.at(-1)).toMatchObject({
      type: 'NoticeServedAgain',
      rule: 'I-59',
      data: { opens: [], closes: [] },
    });
    expect(again.state.running).toEqual(delivered.state.running);
    expect(again.state.notices['n1']?.services[CN]).toMatchObject({
      sentAt: SENT,
      againAt: ['2025-02-10T09:00:00.000Z'],
    });
  });

  it('was served before, and not more often than makes sense', () => {
    expect(delivered.refusalOf(serveAgain(2))).toBe('notice-not-found');
    const often = delivered.when(...Array.from({ length: MOST_SERVED_AGAIN }, () => serveAgain()));
    expect(often.refusalOf(serveAgain())).toBe('notice-served-too-often');
  });
});
