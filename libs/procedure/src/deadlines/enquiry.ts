import { refuse, type Instant, type IsoDate, type RefusalReason, type Refused } from '@parley/kernel';
import type { JointCalendar } from '../calendars/joint-calendar';
import type { ClockId } from '../rule-sets/clock-rule';
import type { RuleSet, Track } from '../rule-sets/rule-set';
import type { Deadline, Trigger } from './deadline';
import { wouldBeDue } from './set-deadline';

/** A question about a deadline that nobody has set: from a day, or from an instant. */
export interface Enquiry {
  readonly ruleSet: RuleSet;
  readonly clock: ClockId;
  readonly track: Track;
  readonly day?: IsoDate;
  readonly at?: Instant;
  readonly calendar: JointCalendar;
}

const COUNTING = { rule: 'counting-time', status: 422 } as const;

/** Why a question about a deadline has no answer. */
export const enquiryRefusals = {
  unknownRules: {
    rule: 'rule-set',
    status: 422,
    code: 'rule-set-not-found',
    en: 'There is no such version of the rules; /v1/procedure lists them.',
    'zh-Hans': '没有该规则版本；各版本见 /v1/procedure。',
  },
  clockNotOnTrack: {
    ...COUNTING,
    code: 'clock-not-on-track',
    en: 'This track has no such clock; ask about another track, or see the clocks of each at /v1/procedure.',
    'zh-Hans': '该程序类别没有此期限；请查询其他类别，或在 /v1/procedure 查看各类别的期限。',
  },
  dayOrInstant: {
    ...COUNTING,
    code: 'day-or-instant',
    en: 'Name either the day or the instant of what starts the clock, and not both.',
    'zh-Hans': '请只指明期限起算事件的日期或时刻之一。',
  },
  hoursFromInstant: {
    ...COUNTING,
    code: 'hours-need-instant',
    en: 'This clock counts hours: name the instant of what starts it instead of the day.',
    'zh-Hans': '此期限以小时计算：请指明起算事件的时刻，而非日期。',
  },
  unknownYear: {
    ...COUNTING,
    code: 'calendar-year-unknown',
    en: 'The day lies outside the years that the calendars of both parties can count.',
    'zh-Hans': '该日期不在双方历表可计算的年份之内。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * Answers what a deadline would be. Nothing is recorded, and the answer explains itself as a real one does (I-16).
 * @returns the deadline, or the refusal with the JSON pointer of the wrong field
 */
export function enquire({ ruleSet, clock, track, day, at, calendar }: Enquiry): Deadline | Refused {
  const rule = ruleSet.tracks[track].clocks[clock];
  if (rule === undefined) return refuse(enquiryRefusals.clockNotOnTrack, '/clock');
  const trigger = triggerOf(day, at);
  if (trigger === undefined) return refuse(enquiryRefusals.dayOrInstant, '/day');
  if (trigger.kind === 'day' && rule.unit === 'hour') return refuse(enquiryRefusals.hoursFromInstant, '/at');
  return wouldBeDue({ ruleSet, clock, track, trigger, calendar }, trigger.kind === 'day' ? '/day' : '/at');
}

function triggerOf(day: IsoDate | undefined, at: Instant | undefined): Trigger | undefined {
  if (day === undefined) return at === undefined ? undefined : { kind: 'act', event: 'enquiry', at };
  return at === undefined ? { kind: 'day', event: 'enquiry', date: day } : undefined;
}
