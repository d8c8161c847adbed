import type { Instant, PersonId } from '@parley/kernel';
import { seatDate, type RuleSet } from '@parley/procedure';
import type { Month, RosterBook } from './roster';

/** The month of an instant at the seat. */
export const monthAt = (instant: Instant, seat: RuleSet['seat']): Month => seatDate(instant, seat).slice(0, 7);

/**
 * Who serves in urgent matters in a month, in the order of the roster. Where a side filed nothing, or nobody whom it
 * named is left, its whole roster is on duty: silence never blocks.
 */
export function onDuty({ members, duty }: RosterBook, month: Month): readonly PersonId[] {
  const listed = members.map(({ personId }) => personId);
  const named = listed.filter((person) => duty[month]?.includes(person));
  return named.length > 0 ? named : listed;
}
