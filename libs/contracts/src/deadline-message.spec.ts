import { fromBinary, toBinary } from '@bufbuild/protobuf';
import type { Instant, IsoDate } from '@parley/kernel';
import {
  calendarArchive,
  clocksOn,
  currentRuleSet,
  type DeadlineChange,
  type RunningDeadline,
  type Awaits,
} from '@parley/procedure';
import fc from 'fast-check';
import { readDeadline, sayDeadline, type SayableDeadline } from './deadline-message';
import { DeadlineSchema } from './gen/parley/common/v1/common_pb';

const clocks = clocksOn(calendarArchive().current('US', 'CN'))(currentRuleSet.version);
const instant = fc
  .date({ min: new Date('2025-01-02'), max: new Date('2025-11-30'), noInvalidDate: true })
  .map((date) => date.toISOString() as Instant);
const day = instant.map((at) => at.slice(0, 10) as IsoDate);
const trigger = fc.record({
  kind: fc.constantFrom('act' as const, 'expiry' as const),
  event: fc.constant('GrievanceFiled'),
  at: instant,
});

/** A limit of any clock of any track, with any trigger. */
const started = fc
  .tuple(fc.constantFrom(...(['standard', 'complex', 'urgent'] as const)), trigger)
  .chain(([track, by]) => {
    const own = clocks.onTrack(track);
    const ids = Object.keys(currentRuleSet.tracks[track].clocks) as RunningDeadline['clock'][];
    return fc.constantFrom(...ids).map((id) => own.start(id, by, `${id}:1`));
  });

const cause = fc.oneof(
  fc.constant({ kind: 'calendar' as const }),
  fc.record({ kind: fc.constant('extension' as const), by: fc.integer({ min: 1, max: 20 }) }),
  fc.record({
    kind: fc.constant('standstill' as const),
    standStill: fc.record({ fromDay: day, toDay: day, from: instant, to: instant }),
  }),
  fc.record({ kind: fc.constant('outage' as const), outage: fc.record({ from: instant, to: instant }) }),
);
const changes: fc.Arbitrary<readonly DeadlineChange[]> = fc.array(
  fc.tuple(cause, instant, day).map(([of, at, dueDate]) => ({
    ...of,
    at,
    reason: { en: 'why', 'zh-Hans': '理由' },
    calendarVersion: 'v',
    dueDate,
    dueAt: at,
  })),
  { maxLength: 3 },
);

/** As it arrives at another service. */
const travelled = (deadline: SayableDeadline): SayableDeadline =>
  readDeadline(fromBinary(DeadlineSchema, toBinary(DeadlineSchema, sayDeadline(deadline))));

describe('a deadline as a message', () => {
  it('is read as it was said, whatever its clock, track, trigger and changes', () => {
    fc.assert(
      fc.property(started, changes, (deadline, changed) => {
        const whole: RunningDeadline = { ...deadline, changes: changed };
        expect(travelled(whole)).toEqual(whole);
      }),
    );
  });

  it('keeps both tracks and their triggers where it changed its track', () => {
    const at = '2025-03-03T10:00:00.000Z' as Instant;
    const deadline = clocks.start('reply', { event: 'CaseRegistered', at });
    const from = { track: 'urgent', trigger: { ...deadline.trigger, instant: null } } as const;
    const change: DeadlineChange = {
      kind: 'track',
      from,
      to: { track: 'standard', trigger: deadline.trigger },
      at,
      reason: { en: 'Urgency was refused.', 'zh-Hans': '紧急程序被拒绝。' },
      calendarVersion: deadline.calendarVersion,
      dueDate: deadline.dueDate,
      dueAt: deadline.dueAt,
    };
    expect(travelled({ ...deadline, changes: [change] })).toEqual({ ...deadline, changes: [change] });
  });

  it('is read as it was said where the act that opened it named the instant, and nothing was counted', () => {
    const at = '2025-03-03T10:00:00.000Z' as Instant;
    const named: SayableDeadline = {
      id: 'call:1',
      clock: 'call',
      stage: 'S5',
      rule: 'S5',
      trigger: { kind: 'act', event: 'CallOffered', instant: at },
      dueAt: at,
      provisional: false,
      arithmetic: { en: 'the time of the call', 'zh-Hans': '通话时间' },
      awaits: 'party:US' as Awaits,
    };
    expect(travelled(named)).toEqual(named);
  });

  it('does not tell what a service keeps beside it', () => {
    const deadline = clocks.start('reply', { event: 'CaseRegistered', at: '2025-03-03T10:00:00.000Z' as Instant });
    const kept = { ...deadline, hidden: 'of the service alone' };
    expect(travelled(kept)).toEqual(deadline);
  });
});
