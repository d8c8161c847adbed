import type { RecordedEvent } from '@parley/event-store';
import type { CaseHistory } from '../../simulation/history/case-history';

/**
 * Whether a service had heard of an event when it recorded another. An event is told in several messages, which come
 * one by one: with `message`, whether it had heard that one.
 */
export const hadHeard = (
  each: CaseHistory,
  by: string,
  source: string,
  { recorded }: { readonly recorded: RecordedEvent },
  before: RecordedEvent,
  message = '',
): boolean =>
  each.heard.some(
    ({ by: service, event, at }) =>
      service === by &&
      event.source === `/parley/${source}` &&
      event.sequence === recorded.revision &&
      event.type.endsWith(message) &&
      at <= before.recordedAt,
  );
