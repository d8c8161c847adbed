import { panelReview, tell } from '@parley/contracts';
import { derivedUuid, domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { RosterEvent } from './register.rules';

/** Tells everybody how many names of a side's roster count from here on, and nothing else of it. */
export function tellOfRoster(recorded: RecordedEvent): readonly PublicEvent[] {
  const { data, occurredAt: at } = domainEventOf(recorded) as RosterEvent;
  if (!('names' in data)) return [];
  // It stands in for a case, so that what is told of one roster is heard in its order.
  const subject = derivedUuid('roster', data.roster);
  const counted = { caseId: subject, at, side: data.roster, names: data.names };
  return [tell(recorded, panelReview.RosterCountedSchema, counted, { tier: 'PUBLIC', subject })];
}
