import { intake, sayLateEntry, tell } from '@parley/contracts';
import type { RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { CaseLateEntryEvent } from './late-entries.rules';

/** What the others are told of an act that came by another channel. Before registration nothing of a case is public. */
export function tellLateEntry(
  recorded: RecordedEvent,
  caseId: string,
  event: CaseLateEntryEvent,
): readonly PublicEvent[] {
  const tier = event.type === 'LateEntryClaimed' || event.data.act === 'cure' ? 'PARTIES' : 'PUBLIC';
  return [tell(recorded, intake.LateEntryNotedSchema, { caseId, ...sayLateEntry(event) }, { tier })];
}
