import { plusMillis, type Instant, type IsoDate, type PersonId } from '@parley/kernel';
import { currentRuleSet } from '@parley/procedure';
import { given } from '@parley/testing';
import { at, clocksOf, registry } from '../../case/case-story.fixture';
import { CN, noticeNumbered, serve, services, US, whole } from '../notices/service-story.fixture';
import { deskDecider, priorityOf, runningWork, type DeskCommand, type RunningWork } from './desk.rules';

const DUE = at('2025-02-12T17:00:00+01:00');
const ofRegistry: RunningWork = { clock: 'completeness', awaited: 'registry', dueAt: DUE };
const step = { context: 'intake', deadlineId: 'completeness' };
const assign = (
  assignee: string,
  work: RunningWork | null = ofRegistry,
  when = '2025-02-06T10:00:00+01:00',
): DeskCommand => ({ ...registry(when), ...step, type: 'AssignWork', assignee: assignee as PersonId, work });
const delay = (
  expectedOn: string,
  work: RunningWork | null = ofRegistry,
  when = '2025-02-06T10:00:00+01:00',
): DeskCommand => ({
  ...registry(when),
  ...step,
  type: 'NotifyDelay',
  expectedOn: expectedOn as IsoDate,
  today: '2025-02-06' as IsoDate,
  reason: [],
  work,
});
const desk = given(deskDecider);

describe('a step of the registry', () => {
  it('is assigned to one person at a time, and to another afterwards', () => {
    const assigned = desk.when(assign('us-registry-2'));
    expect(assigned.events.at(-1)).toMatchObject({
      type: 'WorkAssigned',
      tier: 'PARTIES',
      data: { ...step, assignee: 'us-registry-2' },
    });
    expect(assigned.refusalOf(assign('us-registry-2'))).toBe('work-assigned-already');
    expect(assigned.when(assign('cn-registry-1')).state['intake completeness']?.assignee).toBe('cn-registry-1');
  });

  it('is one that is due in this case and awaits the registry or the co-heads', () => {
    expect(desk.refusalOf(assign('x', null))).toBe('work-not-found');
    expect(desk.refusalOf(assign('x', { ...ofRegistry, awaited: 'respondent' }))).toBe('work-not-found');
    expect(desk.when(assign('x', { ...ofRegistry, awaited: 'coheads' })).recorded).toEqual(['WorkAssigned']);
  });

  it('is done by its default from its end on, to the millisecond', () => {
    expect(desk.when(assign('x', ofRegistry, '2025-02-12T16:59:59.999+01:00')).recorded).toEqual(['WorkAssigned']);
    expect(desk.refusalOf(assign('x', ofRegistry, DUE))).toBe('default-pending');
    expect(desk.refusalOf(delay('2025-02-20', ofRegistry, DUE))).toBe('default-pending');
  });
});

describe('a notice of delay', () => {
  it('names the day on which the step is expected, which may change, and is given once for each', () => {
    const told = desk.when(delay('2025-02-20'));
    expect(told.events.at(-1)).toMatchObject({ type: 'DelayNotified', data: { ...step, expectedOn: '2025-02-20' } });
    expect(told.refusalOf(delay('2025-02-20'))).toBe('delay-notified-already');
    expect(told.when(delay('2025-02-25')).recorded).toEqual(['DelayNotified']);
  });

  it('is of the registry’s own steps, due, and of a day that is to come', () => {
    expect(desk.refusalOf(delay('2025-02-20', { ...ofRegistry, awaited: 'coheads' }))).toBe('delay-of-another-office');
    expect(desk.refusalOf(delay('2025-02-20', null))).toBe('work-not-found');
    expect(desk.refusalOf(delay('2025-02-06'))).toBe('delay-expected-in-the-past');
  });
});

describe('what a step’s deadline is', () => {
  it('is what the notices of its part of the case say last', () => {
    const register = given(services).when(serve(1));
    const [reply] = noticeNumbered(1).starts;
    const key = { context: 'intake', deadlineId: 'reply' };
    expect(runningWork(whole(register.state), key)).toEqual({
      clock: 'reply',
      awaited: 'respondent',
      dueAt: reply?.dueAt,
    });
    expect(runningWork(whole(register.state), { ...key, context: 'panelreview' })).toBeNull();
    const { notices, ...rest } = whole(register.when({ ...serve(2), to: [US, CN] }).state);
    const ended = { ...noticeNumbered(2), starts: [], ends: ['reply'] };
    expect(runningWork({ ...rest, notices: { ...notices, n2: { ...notices['n2']!, notice: ended } } }, key)).toBeNull();
  });

  it('says how much it presses: within a day, within three, and everything on the urgent track', () => {
    const clocks = clocksOf(currentRuleSet.version);
    const check = clocks.start('completeness', { event: 'GrievanceFiled', at: at('2025-02-04T10:00:00+01:00') });
    const before = (hours: number): Instant => plusMillis(check.dueAt, -hours * 3_600_000);
    expect([24, 72, 73].map((hours) => priorityOf(check, before(hours)))).toEqual(['urgent', 'soon', 'normal']);
    expect(priorityOf({ ...check, track: 'urgent' }, before(73))).toBe('urgent');
  });
});
