import type { RecordedEvent } from '@parley/event-store';
import type { Instant, IsoDate, Sha256 } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { announceYear, cnCalendarData, type AdoptedRules, type AnnouncedCalendar } from '@parley/procedure';
import * as intake from './gen/parley/intake/v1/intake_pb';
import {
  calendarsKnownFrom,
  calendarTold,
  outagesIn,
  outageTold,
  REGISTERS,
  rulesKnownFrom,
  rulesTold,
  sayCalendar,
  sayRules,
} from './registers';
import { tell } from './tell';

const at = (second: number): Instant => `2026-12-18T10:00:0${String(second)}.000Z` as Instant;
const recordedAt = (second: number): RecordedEvent =>
  ({
    eventId: `e${String(second)}`,
    actor: { kind: 'system', process: 'spec' },
    stream: 'intake.things-register',
    occurredAt: at(second),
    recordedAt: at(second),
    revision: 0,
    tier: 'PUBLIC',
  }) as unknown as RecordedEvent;
const year = (dayOff: string, version: string, second: number): AnnouncedCalendar => ({
  calendar: announceYear(cnCalendarData, version, 2027, { off: [dayOff as IsoDate], work: [], source: 'spec' }),
  announcedAt: at(second),
});
const rules = (version: string, amends: string): AdoptedRules => ({
  version,
  amends,
  from: '2027-01-01' as IsoDate,
  inForceFrom: at(0),
  numbers: { 'clocks.translation.length': 15 },
  digest: 'ab'.repeat(32) as Sha256,
});
const calendarMessage = (second: number, announced: AnnouncedCalendar): PublicEvent =>
  tell(recordedAt(second), intake.CalendarAnnouncedSchema, sayCalendar(announced), { subject: REGISTERS.calendars });
const rulesMessage = (second: number, adopted: AdoptedRules): PublicEvent =>
  tell(recordedAt(second), intake.RuleSetAdoptedSchema, sayRules(adopted), { subject: REGISTERS.rules });

const [first, second] = [year('2027-01-04', 'CN-2027-1', 1), year('2027-01-05', 'CN-2027-2', 2)];
const [amendment, next] = [rules('2026-2', '2026-1'), rules('2026-3', '2026-2')];

describe('what is told of the registers that count and move time', () => {
  it('is read as it was said', () => {
    expect(calendarTold(calendarMessage(1, first))).toEqual(first);
    expect(rulesTold(rulesMessage(1, amendment))).toEqual(amendment);
    const released = { ...amendment, version: '2026-1', amends: null, from: null };
    expect(rulesTold(rulesMessage(1, released))).toEqual(released);
    const outage = { outageId: 'o1', outageFrom: at(1), outageTo: at(2), at: at(3), declaredBy: 'heartbeat' };
    expect(outageTold(tell(recordedAt(3), intake.OutageDeclaredSchema, outage))).toEqual({
      outageId: 'o1',
      from: at(1),
      to: at(2),
      at: at(3),
    });
  });

  it('covers nothing by an outage that was annulled, in whatever order that is heard', async () => {
    const said = { outageFrom: at(1), outageTo: at(2), at: at(3), declaredBy: 'coheads' };
    const declared = ['o1', 'o2'].map((outageId, n) =>
      tell(recordedAt(3 + n), intake.OutageDeclaredSchema, { outageId, ...said }),
    );
    const annulled = tell(recordedAt(5), intake.OutageAnnulledSchema, { outageId: 'o1', at: at(5) });
    const covering = (heard: readonly PublicEvent[]) => outagesIn({ of: () => Promise.resolve(heard) })();
    expect(await covering(declared)).toHaveLength(2);
    for (const heard of [
      [...declared, annulled],
      [annulled, ...declared],
    ])
      expect(await covering(heard)).toMatchObject([{ outageId: 'o2' }]);
  });

  it('is the same in whatever order it is heard, and however often', () => {
    const [one, other] = [calendarMessage(1, first), calendarMessage(2, second)];
    for (const heard of [
      [one, other],
      [other, one],
      [other, one, other],
    ])
      expect(calendarsKnownFrom(heard)).toEqual([first, second]);
    expect(rulesKnownFrom([rulesMessage(2, next), rulesMessage(1, amendment)])).toEqual([amendment, next]);
  });

  it('teaches nothing where it cannot be read or nobody can count on it, and is refused for itself', () => {
    const gap = {
      ...first,
      calendar: {
        ...first.calendar,
        published: { '2027': first.calendar.published['2027']!, '2029': first.calendar.published['2027']! },
      },
    };
    const [withGap, soon] = [
      calendarMessage(1, gap),
      rulesMessage(1, { ...amendment, inForceFrom: 'soon' as Instant }),
    ];
    expect(() => calendarTold(withGap)).toThrow(RangeError);
    expect(() => rulesTold(soon)).toThrow(TypeError);
    expect(calendarsKnownFrom([withGap, calendarMessage(2, second)])).toEqual([second]);
    expect(rulesKnownFrom([soon])).toEqual([]);
  });
});
