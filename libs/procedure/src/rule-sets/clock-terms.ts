import type { Bilingual } from '@parley/kernel';
import type { ClockId, ClockRule, ExtensionRule } from './clock-rule';
import type { DefaultId } from './silence';

/** Clocks of a track by their names. */
export type Clocks = Readonly<Partial<Record<ClockId, ClockRule>>>;

export const say = (en: string, zh: string): Bilingual => ({ en, 'zh-Hans': zh });

/** What the clock of a reply to one of many cases is, on each track. */
export const replyAmongMany = say(
  'reply of the respondent to one of many cases at once',
  '被申诉方对同时多起案件之一的答复',
);

export const byItsOwnLength = (atMost: number): ExtensionRule => ({
  atMost,
  times: 1,
  by: 'consent-or-joint-decision',
});

export const clock = (
  id: ClockId,
  stage: string,
  from: string,
  [length, unit]: readonly [number, ClockRule['unit']],
  onSilence: DefaultId,
  description: Bilingual,
  more: Partial<ClockRule> = {},
): ClockRule => ({
  id,
  stage,
  rule: stage,
  from,
  unit,
  length,
  roll: 'next-joint-business-day',
  onSilence,
  extension: byItsOwnLength(length),
  rounds: 1,
  description,
  ...more,
});

export const jbd = (length: number) => [length, 'joint-business-day'] as const;
export const days = (length: number) => [length, 'calendar-day'] as const;
export const months = (length: number) => [length, 'calendar-month'] as const;
export const hours = (length: number) => [length, 'hour'] as const;
export const byId = (...clocks: readonly ClockRule[]): Clocks =>
  Object.fromEntries(clocks.map((rule) => [rule.id, rule]));

export const fixed = { extension: null };
export const rollsNothing = { roll: 'none', extension: null } as const;
