import { derivedUuid } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';

/** How a side goes about a case. */
export type Temper = 'lawful' | 'silent' | 'obstructive' | 'late' | 'confused';

const TEMPERS: readonly Temper[] = [
  'lawful',
  'lawful',
  'lawful',
  'lawful',
  'silent',
  'obstructive',
  'obstructive',
  'late',
  'confused',
];

/**
 * Members of a panel sit in their own name, so few are silent. A panel of silent members would lapse before it had done
 * anything.
 */
const TEMPERS_OF_MEMBERS: readonly Temper[] = [
  'lawful',
  'lawful',
  'lawful',
  'lawful',
  'lawful',
  'lawful',
  'lawful',
  'late',
  'confused',
  'obstructive',
  'silent',
];

/**
 * The temper of a side, or of the members that it nominated, in a case. It is a function of the run's seed, so it stays
 * when the rest of a history is changed.
 */
export function temperOf(seed: number, caseId: CaseId, house: string, who: 'officials' | 'members'): Temper {
  const number = Number.parseInt(derivedUuid(String(seed), caseId, house, who).slice(0, 8), 16);
  const tempers = who === 'officials' ? TEMPERS : TEMPERS_OF_MEMBERS;
  return tempers[number % tempers.length] ?? 'lawful';
}

/** In how many of a hundred moves a side does anything at all. */
export const activity: Readonly<Record<Temper, number>> = {
  lawful: 100,
  silent: 4,
  obstructive: 85,
  late: 70,
  confused: 90,
};

/** How many of a hundred acts are sent in the wrong name. */
export const mistakes: Readonly<Record<Temper, number>> = {
  lawful: 2,
  silent: 0,
  obstructive: 6,
  late: 3,
  confused: 25,
};
