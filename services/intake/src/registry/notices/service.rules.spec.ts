import { given } from '@parley/testing';
import { clocksOfVersions, later } from '../../case/rules-adopted/rules-story.fixture';
import { MOST_SERVED_AGAIN, serviceDecider } from './retrieve.rules';
import type { NoticesServed } from './service.rules';
import {
  CN,
  expireRetrieval,
  retrieve,
  SENT,
  serve,
  serveAgain,
  services,
  serveTogether,
  US,
} from './service-story.fixture';

const register = given(services);
const delivered = register.when(serve());

describe('a notice', () => {
  it('goes to both parties in one event, at the instant at which what it tells of was recorded (I-06)', () => {
    const { events } = register.when(serve());
    expect(events).toMatchObject([
      {
        type: 'NoticesServed',
        occurredAt: SENT,
        rule: 'I-06',
        tier: 'PARTIES',
        data: { to: ['CN', 'US'], opens: [{ id: 'retrieval:n1', clock: 'retrieval' }] },
      },
    ]);
  });

  it('is served once, however often its event is heard of', () => {
    expect(register.when(serve(), serve()).recorded).toEqual([]);
  });

  it('copies neither text nor clocks: it names its words, what it tells of and whom it goes to', () => {
    const [event] = register.when(serve()).events;
    const { opens: _, ...said } = event?.data as NoticesServed['data'];
    expect(JSON.stringify(said)).not.toMatch(/\p{Script=Han}|dueAt/u);
    expect(said.notices.map((notice) => Object.keys(notice))).toEqual([['noticeId', 'of', 'words', 'digest']]);
    expect(said.notices[0]?.words).toEqual({ key: 'intake.CaseRegistered', version: '1' });
  });

  it('goes with all that was recorded at the same instant, in one event, and what was served before stays away', () => {
    const together = delivered.when(serveTogether([1, 2, 3]));
    const { data } = together.events.at(-1) as NoticesServed;
    expect(data.notices.map(({ noticeId }) => noticeId)).toEqual(['n2', 'n3']);
    expect(Object.keys(together.state.notices)).toEqual(['n1', 'n2', 'n3']);
    expect(together.when(serveTogether([3, 1])).recorded).toEqual([]);
  });

  it('is delivered to both by being recorded, and has 5 joint business days from then to be retrieved', () => {
    const { events, state } = register.when(serve(1, SENT, '2025-02-06T10:00:01+01:00'));
    expect(events).toMatchObject([{ data: { opens: [{ id: 'retrieval:n1', dueDate: '2025-02-13' }] } }]);
    for (const party of [US, CN])
      expect(state.notices['n1']?.services[party]).toMatchObject({
        sentAt: SENT,
        deliveredAt: '2025-02-06T09:00:01.000Z',
        notDeliveredAt: null,
      });
  });

  it('shares its time to be retrieved with all that is served on the same day', () => {
    const sameDay = delivered.when(serve(2, '2025-02-06T16:00:00+01:00'));
    expect(sameDay.events.at(-1)).toMatchObject({ data: { retrieval: 'retrieval:n1', opens: [] } });
    const nextDay = delivered.when(serve(2, '2025-02-07T10:00:00+01:00'));
    expect(nextDay.events.at(-1)).toMatchObject({
      data: { retrieval: 'retrieval:n2', opens: [{ id: 'retrieval:n2' }] },
    });
  });
});

describe('a notice in a case that goes on under later rules', () => {
  it('is counted under those, and what was served before as it was', () => {
    const decider = serviceDecider(clocksOfVersions);
    const { state } = given(decider).when(serve(1), { ...serve(2), ruleSetVersion: later.version });
    expect(state).toMatchObject({
      running: { 'retrieval:n1': { ruleSet: '2026-1' }, 'retrieval:n2': { ruleSet: '2099-1' } },
    });
  });
});

describe('a notice that is late', () => {
  const late = register.when(serve(1, SENT, '2025-02-08T10:00:00Z'));

  it('was not delivered 24 hours after it was sent, as a fact of record, and both facts stand (I-58)', () => {
    for (const party of [US, CN])
      expect(late.state.notices['n1']?.services[party]).toMatchObject({
        sentAt: SENT,
        notDeliveredAt: '2025-02-07T09:00:00.000Z',
        deliveredAt: '2025-02-08T10:00:00.000Z',
      });
    const inTime = register.when(serve(1, SENT, '2025-02-07T09:00:00Z'));
    expect(inTime.state.notices['n1']?.services[CN]?.notDeliveredAt).toBeNull();
  });

  it('has its time to be retrieved from when it was there', () => {
    expect(late.state.running).toMatchObject({ 'retrieval:n1': { dueDate: '2025-02-18' } });
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

  it('ends the time when both sides have it, and all that is to be retrieved in that time', () => {
    expect(delivered.when(retrieve(CN), retrieve(US)).state.running).toEqual({});
    const two = delivered.when(serve(2), retrieve(CN), retrieve(US), retrieve(US, 2));
    expect(Object.keys(two.state.running)).toEqual(['retrieval:n1']);
    expect(two.when(retrieve(CN, 2)).state.running).toEqual({});
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
  const untaken = delivered.when(serve(2), retrieve(CN), expireRetrieval());

  it('is not retrieved by the one who did not, as one fact of record for all that is due then (I-58)', () => {
    expect(untaken.events.at(-1)).toMatchObject({
      type: 'NoticesNotRetrieved',
      occurredAt: '2025-02-13T16:00:00.000Z',
      data: {
        by: [
          { party: 'CN', notices: ['n2'] },
          { party: 'US', notices: ['n1', 'n2'] },
        ],
        closes: ['retrieval:n1'],
      },
    });
    expect(untaken.state.notices['n1']?.services[CN]?.notRetrievedAt).toBeNull();
    expect(untaken.when(expireRetrieval()).recorded).toEqual([]);
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
