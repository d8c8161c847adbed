import { accept, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { NoteCalendar } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import type { CalendarNoted } from './calendar-events';

/**
 * Counts the panel's clocks anew on calendars that were announced (I-21, I-22), and keeps the long-stop that the intake
 * counted anew.
 */
export function noteCalendar(
  { version, longStop, at }: NoteCalendar,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<CalendarNoted> {
  const opens = Object.values(state.running).flatMap((deadline) => clocks.recount(deadline, at) ?? []);
  if (opens.length === 0 && (longStop === null || longStop === state.longStop)) return accept();
  return accept({
    type: 'CalendarNoted',
    occurredAt: at,
    rule: 'I-21',
    tier: 'PUBLIC',
    data: { version, longStop, opens, closes: [] },
  });
}
