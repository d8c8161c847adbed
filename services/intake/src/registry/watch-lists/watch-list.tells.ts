import { intake, tell } from '@parley/contracts';
import { derivedUuid, domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { WatchListFiled } from './watch-list.rules';

/** The id that stands in for a case in what is told of a side's watch list. */
export const watchListIdOf = (party: string): string => derivedUuid('watch-list', party);

/** Tells everybody that a side has a watch list now, or has none any more, and nothing else of it. */
export function tellOfWatchList(recorded: RecordedEvent): readonly PublicEvent[] {
  const { data, occurredAt: at } = domainEventOf(recorded) as WatchListFiled;
  if (data.becomes === null) return [];
  const caseId = watchListIdOf(data.party);
  const told = { caseId, party: data.party, status: data.becomes, at };
  return [tell(recorded, intake.WatchListRecordedSchema, told, { tier: 'PUBLIC', subject: caseId })];
}
