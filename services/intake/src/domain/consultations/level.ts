import type { Instant } from '@parley/kernel';
import type { FiledCase } from '../case-state';

/**
 * Who consults, the first ones first. What the last have not settled stays with the co-heads when the time of S5 ends.
 */
export const LEVELS = ['officials', 'deputies', 'coheads'] as const;
export type Level = (typeof LEVELS)[number];

/** The level above; none above the co-heads. */
export const levelAbove = (level: Level): Level | undefined => LEVELS[LEVELS.indexOf(level) + 1];

/**
 * The level at which a case is consulted on at an instant: from the end of the officials' time on it is the deputies',
 * though the default that says so is put on record a little later (I-18).
 */
export function levelAt({ running }: FiledCase, level: Level, instant: Instant): Level {
  const officials = running['officials'];
  return level === 'officials' && officials !== undefined && instant >= officials.dueAt ? 'deputies' : level;
}
