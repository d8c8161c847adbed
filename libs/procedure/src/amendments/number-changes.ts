import type { Bilingual } from '@parley/kernel';
import type { ClockId } from '../rule-sets/clock-rule';
import type { RuleSet, Track } from '../rule-sets/rule-set';
import type { Numbers } from './amendment';
import { numbersOf } from './rule-numbers';

/** A number in which a version differs from the one that it amends. */
export interface NumberChange {
  /** Its place, such as `tracks.standard.clocks.reply.length`. */
  readonly field: string;
  /** What its clock is; `null` for a number that is no clock's. */
  readonly clock: Bilingual | null;
  readonly before: number;
  readonly after: number;
}

/** How the numbers of a version differ from those of the one that it amends, in the order of the rule set. */
export const numberChanges = (base: RuleSet, numbers: Numbers): readonly NumberChange[] =>
  Object.entries(numbersOf(base)).flatMap(([field, before]) => {
    const after = numbers[field] ?? before;
    return after === before ? [] : [{ field, clock: clockOf(field, base), before, after }];
  });

function clockOf(field: string, { tracks }: RuleSet): Bilingual | null {
  const [part, name, , clock] = field.split('.');
  const rule =
    part === 'clocks'
      ? tracks.standard.clocks[name as ClockId]
      : part === 'tracks'
        ? tracks[name as Track].clocks[clock as ClockId]
        : undefined;
  return rule ? rule.description : null;
}
