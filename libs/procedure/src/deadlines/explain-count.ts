import type { Bilingual, Instant, IsoDate } from '@parley/kernel';
import type { JointCalendar } from '../calendars/joint-calendar';
import type { ClockRule, ClockUnit } from '../rule-sets/clock-rule';
import type { RuleSet } from '../rule-sets/rule-set';
import type { Count } from './count-limit';
import type { CountSteps, RecordedTrigger } from './deadline';
import { seatTime } from './seat-time';

const UNITS: Readonly<Record<ClockUnit, { readonly one: string; readonly many: string; readonly zh: string }>> = {
  'joint-business-day': { one: 'joint business day', many: 'joint business days', zh: '个共同工作日' },
  'calendar-day': { one: 'calendar day', many: 'calendar days', zh: '个日历日' },
  'calendar-month': { one: 'calendar month', many: 'calendar months', zh: '个日历月' },
  hour: { one: 'hour', many: 'hours', zh: '小时' },
};

/** A length of time in words, such as `10 joint business days`. */
export function lengthInWords(length: number, unit: ClockUnit): Bilingual {
  const { one, many, zh } = UNITS[unit];
  return { en: `${length} ${length === 1 ? one : many}`, 'zh-Hans': `${length} ${zh}` };
}

const NOTHING: Bilingual = { en: '', 'zh-Hans': '' };

const range = (from: IsoDate, to: IsoDate, word: string): string => (from === to ? from : `${from}${word}${to}`);

/** Whose calendars those are. Where both are meant neither country is named before the other (I-07). */
function whose(calendar: JointCalendar, names: readonly string[]): Bilingual {
  const [one, other] = calendar.parties.filter((party) => names.includes(party.name));
  return other === undefined && one ? one.title : { en: 'both parties', 'zh-Hans': '双方' };
}

/** The days left out, such as "Saturdays and Sundays, 2025-10-13 (United States)"; empty when there are none. */
function leftOut(steps: CountSteps, calendar: JointCalendar): Bilingual {
  const closed = steps.closed.map(({ from, to, calendars }) => ({ from, to, who: whose(calendar, calendars) }));
  const en = closed.map(({ from, to, who }) => `${range(from, to, ' to ')} (${who.en})`);
  const zh = closed.map(({ from, to, who }) => `${range(from, to, '至')}（${who['zh-Hans']}）`);
  if (steps.weekendDays > 0) {
    en.unshift('Saturdays and Sundays');
    zh.unshift('周六和周日');
  }
  return { en: en.join(', '), 'zh-Hans': zh.join('、') };
}

/** Why an act's trigger day is not the day on which it was received. */
function arrival(trigger: RecordedTrigger, seat: RuleSet['seat'], calendar: JointCalendar): Bilingual {
  if (trigger.kind !== 'act' || trigger.instant === null) return NOTHING;
  const received = seatTime(trigger.instant, seat);
  const day = received.slice(0, 10) as IsoDate;
  if (day === trigger.date) return NOTHING;
  const off = calendar.parties.filter((party) => !party.isWorkingDay(day)).map((party) => party.name);
  const who = whose(calendar, off);
  const why: Bilingual =
    off.length > 0
      ? { en: `a day off for ${who.en}`, 'zh-Hans': `${who['zh-Hans']}非工作日` }
      : { en: `after the day’s end at ${seat.dayEnd}`, 'zh-Hans': `已过当日 ${seat.dayEnd} 截止时刻` };
  return {
    en: `Received ${received} in ${seat.zone}, ${why.en}, so it arrives on ${trigger.date}. `,
    'zh-Hans': `于 ${seat.zone} 时间 ${received} 收到，${why['zh-Hans']}，因此视为 ${trigger.date} 到达。`,
  };
}

function counting(
  { unit, counted }: Pick<ClockRule, 'unit' | 'counted'>,
  trigger: RecordedTrigger,
  count: Count,
  calendar: JointCalendar,
): Bilingual {
  const { steps, dueDate } = count;
  const { en: length, 'zh-Hans': zhLength } = lengthInWords(steps.counted, unit);
  if (unit === 'hour')
    return { en: `${length} from ${trigger.instant}. `, 'zh-Hans': `自 ${trigger.instant} 起 ${zhLength}。` };
  const days = leftOut(steps, calendar);
  const { rolledFrom } = steps;
  const on: Bilingual =
    rolledFrom !== null
      ? {
          en: `, end on ${rolledFrom}; not a joint business day (${days.en}), so it rolls`,
          'zh-Hans': `，止于 ${rolledFrom}，非共同工作日（${days['zh-Hans']}），顺延`,
        }
      : days.en !== ''
        ? { en: `, leaving out ${days.en}`, 'zh-Hans': `，不计${days['zh-Hans']}` }
        : NOTHING;
  if (steps.counted === 0) {
    const rolls: Bilingual =
      rolledFrom === null
        ? NOTHING
        : {
            en: `, not a joint business day (${days.en}), so it rolls`,
            'zh-Hans': `，非共同工作日（${days['zh-Hans']}），顺延`,
          };
    return {
      en: `The day itself, ${trigger.date}${rolls.en}: the last day is ${dueDate}. `,
      'zh-Hans': `当日 ${trigger.date}${rolls['zh-Hans']}：末日为 ${dueDate}。`,
    };
  }
  const [side, zhSide] = counted === 'back' ? ['before', '之前'] : ['after', '之后'];
  return {
    en: `${length} ${side} ${trigger.date}, which is not counted${on.en}: the last day is ${dueDate}. `,
    'zh-Hans': `${trigger.date}（不计入）${zhSide} ${zhLength}${on['zh-Hans']}：末日为 ${dueDate}。`,
  };
}

/** Times that are left out because no clock of the screening ran in them. */
function stoodStill({ stoodStill: times = [] }: CountSteps, unit: ClockUnit): Bilingual {
  if (times.length === 0) return NOTHING;
  const ends = times.map(
    ({ fromDay, toDay, from, to }) => (unit === 'hour' ? [from, to] : [fromDay, toDay]) as readonly [string, string],
  );
  return {
    en:
      'The screening stood still, and nothing is counted, from ' +
      `${ends.map(([from, to]) => `${from} to ${to}`).join(' and from ')}. `,
    'zh-Hans': `审查于${ends.map(([from, to]) => `${from}至${to}`).join('及')}停止，其间不计。`,
  };
}

/** Says in both languages how a limit was counted, so that a reader can count it again on paper. */
export function explainCount(
  rule: Pick<ClockRule, 'unit' | 'counted'>,
  trigger: RecordedTrigger,
  count: Count,
  seat: RuleSet['seat'],
  calendar: JointCalendar,
): Bilingual {
  const start = arrival(trigger, seat, calendar);
  const { unit } = rule;
  const days = counting(rule, trigger, count, calendar);
  const local = unit === 'hour' ? seatTime(count.dueAt, seat) : `${count.dueDate}T${seat.dayEnd}`;
  const provisional: Bilingual = count.provisional
    ? {
        en:
          ` Provisional: the calendars are published to ${calendar.lastPublishedYear}; a publication may ` +
          'lengthen this limit, never shorten it.',
        'zh-Hans': `此期限为暂定：历表仅公布至 ${calendar.lastPublishedYear} 年；公布后只可延长，不得缩短。`,
      }
    : NOTHING;
  const end: Bilingual = {
    en:
      `It ends at ${local} in ${seat.zone}, ${count.dueAt}; an act must arrive before. ` +
      `Calendars ${calendar.version}.`,
    'zh-Hans': `于 ${seat.zone} 时间 ${local}（${count.dueAt}）截止，须在此前到达。历表 ${calendar.version}。`,
  };
  const inLanguage = (language: keyof Bilingual): string =>
    [start, days, stoodStill(count.steps, unit), end, provisional].map((part) => part[language]).join('');
  return { en: inLanguage('en'), 'zh-Hans': inLanguage('zh-Hans') };
}

/** For a limit whose extension was repudiated, and which ends later than without it. */
export const explainLeast = (counted: Bilingual, dueAt: Instant): Bilingual => ({
  en: `${counted.en} Whoever is awaited has at least the time of a repudiation (I-67): it ends at ${dueAt}.`,
  'zh-Hans': `${counted['zh-Hans']}应为行为者至少享有否认之日起的期限（I-67），届满时刻为 ${dueAt}。`,
});

/**
 * The explanation of a deadline that stays where it is although a new count would end earlier.
 * @param stays false where its day is no longer a joint business day, so that it ends with the next one
 */
export const explainKept = (counted: Bilingual, dueAt: Instant, stays: boolean): Bilingual => ({
  en:
    `${counted.en} A change never makes a running deadline earlier (I-21): it ` +
    `${stays ? 'stays at' : 'would stay on a day that is now off, and ends at'} ${dueAt}.`,
  'zh-Hans': `${counted['zh-Hans']}任何变更均不得使进行中的期限提前（I-21）：${stays ? '仍为' : '原届满日现为非工作日，改为'} ${dueAt}。`,
});
