import { plusMillis, type Instant } from '@parley/kernel';
import type { RuleSet } from '@parley/procedure';
import type { Grade, HotlineTime, Rung } from './hotline';

const NEXT: Readonly<Record<HotlineTime['id'], Rung>> = { official: 'coheads', coheads: 'deputies' };

/** Whom a request goes to when the time of a rung is over. */
export const nextRung = (rung: HotlineTime['id']): Rung => NEXT[rung];

/** The instant so many minutes after a request. */
export const minutesAfter = (requestedAt: Instant, minutes: number): Instant =>
  plusMillis(requestedAt, minutes * 60_000);

/** The time of a rung, counted from the request: hours and minutes of the clock, at any hour of any day. */
export function timeOfRung(
  rung: HotlineTime['id'],
  grade: Grade,
  requestedAt: Instant,
  { hotline }: RuleSet,
): HotlineTime {
  const minutes = rung === 'official' ? hotline[grade].coHeads : hotline[grade].deputies;
  const dueAt = minutesAfter(requestedAt, minutes);
  return {
    id: rung,
    clock: 'hotline',
    stage: 'hotline',
    rule: 'hotline',
    trigger: { kind: 'act', event: 'HotlineRequested', instant: requestedAt },
    dueAt,
    provisional: false,
    arithmetic: {
      en: `${String(minutes)} minutes of the clock after the request of ${requestedAt}: ${dueAt}.`,
      'zh-Hans': `自 ${requestedAt} 提出请求起 ${String(minutes)} 分钟：${dueAt}。`,
    },
  };
}
