import { accept, refuse, type Instant, type PersonId } from '@parley/kernel';
import { seatDate, type RuleSet } from '@parley/procedure';
import { rosterRefusals } from './availability.rules';
import { countingNames, type DutyRosterFiled, type Month, type RosterBook } from './register.rules';
import type { FileDutyRoster } from './roster.rules';

/** The month of an instant at the seat. */
export const monthAt = (instant: Instant, seat: RuleSet['seat']): Month => seatDate(instant, seat).slice(0, 7);

/**
 * The members who serve in urgent matters in a month, in the order of the roster. When the side filed nothing, or the
 * name of nobody whom it named counts, the whole roster is on duty: silence never blocks.
 */
export function onDuty(book: RosterBook, month: Month): readonly PersonId[] {
  const names = countingNames(book).map(({ personId }) => personId);
  const named = names.filter((person) => book.duty[month]?.includes(person));
  return named.length > 0 ? named : names;
}

/** How far ahead a side may say who serves. */
const MONTHS_AHEAD = 12;

/**
 * A desk names the members of its roster who serve in urgent matters in a month. A new filing for the current month
 * counts for cases that are filed from then on: a case keeps those who were on duty at its filing.
 */
export function fileDutyRoster(
  { by, roster, receivedAt, month, members }: FileDutyRoster,
  book: RosterBook,
  seat: RuleSet['seat'],
) {
  const ahead = monthsBetween(monthAt(receivedAt, seat), month);
  if (ahead < 0) return refuse(rosterRefusals.dutyMonthPast, '/month');
  if (ahead > MONTHS_AHEAD) return refuse(rosterRefusals.dutyMonthTooFar, '/month');
  const stranger = members.findIndex((member) => !book.members.some(({ personId }) => personId === member));
  if (stranger >= 0) return refuse(rosterRefusals.notOnRosterOfDuty, `/members/${String(stranger)}`);
  if (book.duty[month]?.join() === members.join()) return accept();
  return accept<DutyRosterFiled>({
    type: 'DutyRosterFiled',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: { roster, month, members, by },
  });
}

const monthsBetween = (from: Month, to: Month): number => monthNumber(to) - monthNumber(from);

const monthNumber = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
