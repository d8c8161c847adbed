import type { CommandId } from '@parley/kernel';
import type { NewEvent, RecordedEvent } from './envelope';
import { eventIdOf } from './event-ids';

/**
 * What a command wrote when it first came: the run of events at the front of `history` that carries its ids. A retry
 * may decide for fewer events than were written then, so the events beyond those of the retry are recognised by their
 * derived ids.
 * @param history of the stream, from the first event of the command on
 */
export function eventsOfCommand(
  history: readonly RecordedEvent[],
  commandId: CommandId,
  retried: readonly NewEvent[],
): readonly RecordedEvent[] {
  let end = 0;
  while (end < history.length && history[end]?.eventId === (retried[end]?.eventId ?? eventIdOf(commandId, end)))
    end += 1;
  return history.slice(0, end);
}
