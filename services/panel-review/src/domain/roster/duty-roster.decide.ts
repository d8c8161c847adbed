import { accept, refuse, type Decision } from '@parley/kernel';
import type { RuleSet } from '@parley/procedure';
import { refusals } from '../refusals';
import { monthAt } from './duty-roster';
import type { DutyRosterFiled, FileDutyRoster, Month, RosterBook } from './roster';

/** How far ahead a side may say who serves. */
const MONTHS_AHEAD = 12;

/**
 * A desk names who of its roster serves in urgent matters in a month. Filed again for a month that runs, it counts from
 * then on: a panel keeps those who were on duty when it was opened.
 */
export function fileDutyRoster(
  { by, receivedAt, month, members }: FileDutyRoster,
  book: RosterBook,
  seat: RuleSet['seat'],
): Decision<DutyRosterFiled> {
  const ahead = monthsBetween(monthAt(receivedAt, seat), month);
  if (ahead < 0) return refuse(refusals.dutyMonthPast, '/month');
  if (ahead > MONTHS_AHEAD) return refuse(refusals.dutyMonthTooFar, '/month');
  const stranger = members.findIndex((member) => !book.members.some(({ personId }) => personId === member));
  if (stranger >= 0) return refuse(refusals.notOnRosterOfDuty, `/members/${String(stranger)}`);
  if (book.duty[month]?.join() === members.join()) return accept();
  return accept({
    type: 'DutyRosterFiled',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: { month, members, by },
  });
}

const monthsBetween = (from: Month, to: Month): number => monthNumber(to) - monthNumber(from);

const monthNumber = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
