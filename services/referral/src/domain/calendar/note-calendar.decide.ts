import { accept, type Decision } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import type { KeepsClocks } from '../move-clocks';
import type { CalendarNoted } from './calendar-events';
import type { NoteCalendar } from './note-calendar';

/**
 * Counts clocks anew on calendars that were announced (I-21, I-22).
 * @param rules the version to which the case or the agreement is pinned; the one in force before a case is registered
 */
export function noteCalendar(
  { version, at }: NoteCalendar,
  { running }: KeepsClocks,
  rules: string | undefined,
  clocksOf: ClocksOf,
): Decision<CalendarNoted> {
  const clocks = rules === undefined ? clocksOf.at(at) : clocksOf(rules);
  const opens = Object.values(running).flatMap((deadline) => clocks.recount(deadline, at) ?? []);
  if (opens.length === 0) return accept();
  return accept({
    type: 'CalendarNoted',
    occurredAt: at,
    rule: 'I-21',
    tier: 'PARTIES',
    data: { version, opens, closes: [] },
  });
}
