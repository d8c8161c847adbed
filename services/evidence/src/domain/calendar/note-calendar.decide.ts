import { accept, type Decision } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { clocksOfCase } from '../clocks-of-case';
import type { KnownCase } from '../evidence-state';
import type { NoteCalendar } from '../exhibit-commands';
import type { CalendarNoted } from './calendar-events';

/** Counts the clocks of evidence anew on calendars that were announced (I-21, I-22). */
export function noteCalendar(
  { version, at }: NoteCalendar,
  state: KnownCase,
  clocksOf: ClocksOf,
): Decision<CalendarNoted> {
  const clocks = clocksOfCase(state, at, clocksOf);
  const opens = Object.values(state.running).flatMap((deadline) => clocks.recount(deadline, at) ?? []);
  if (opens.length === 0) return accept();
  return accept({
    type: 'CalendarNoted',
    occurredAt: at,
    rule: 'I-21',
    tier: 'PARTIES',
    data: { version, opens, closes: [] },
  });
}
