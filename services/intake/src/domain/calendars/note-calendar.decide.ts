import { accept, type Decision, type Instant } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { FiledCase } from '../case-state';
import { isCounted } from '../running-deadline';
import type { CalendarNoted } from './calendars-events';

/** A calendar was announced, by which the clocks of this command count. */
export interface NoteCalendar {
  readonly type: 'NoteCalendar';
  /** Version of the joint calendar. */
  readonly version: string;
  /** When it was announced. */
  readonly at: Instant;
}

/**
 * Counts what runs anew on calendars that were announced (I-21, I-22); a case whose limits all stay as they are records
 * nothing.
 */
export function noteCalendar({ version, at }: NoteCalendar, state: FiledCase, clocks: Clocks): Decision<CalendarNoted> {
  const opens = Object.values(state.running).flatMap((deadline) =>
    isCounted(deadline) ? (clocks.recount(deadline, at) ?? []) : [],
  );
  if (opens.length === 0) return accept();
  return accept({
    type: 'CalendarNoted',
    occurredAt: at,
    rule: 'I-21',
    tier: 'registration' in state ? 'PUBLIC' : 'PARTIES',
    data: { version, opens, closes: [] },
  });
}
