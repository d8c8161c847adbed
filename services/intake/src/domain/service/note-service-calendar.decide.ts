import { accept, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { NoteServiceCalendar } from './service-commands';
import type { ServiceTimesRecounted } from './service-events';
import type { ServiceState } from './service-state';

/** Times of retrieval are counted anew on calendars that were announced, as every other (I-21, I-22). */
export function noteServiceCalendar(
  { version, at }: NoteServiceCalendar,
  state: ServiceState,
  clocks: Clocks,
): Decision<ServiceTimesRecounted> {
  const opens = Object.values(state.running).flatMap((deadline) => clocks.recount(deadline, at) ?? []);
  if (opens.length === 0) return accept();
  return accept({
    type: 'ServiceTimesRecounted',
    occurredAt: at,
    rule: 'I-21',
    tier: 'PARTIES',
    data: { version, opens, closes: [] },
  });
}
