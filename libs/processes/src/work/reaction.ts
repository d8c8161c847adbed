import { commandIdOf, type EventStore, type RecordedEvent } from '@parley/event-store';
import type { CommandId } from '@parley/kernel';

/** What events call for: a command, from the table of work. */
export interface Reaction {
  /** Unique within the service, and stable: its commands' ids depend on it. */
  readonly name: string;
  readonly categories: readonly string[];
  /** True when an event may call for a command; all may when left out. A function of the event alone. */
  readonly concerns?: (event: RecordedEvent) => boolean;
  /**
   * Answers an event with a command, or not at all. Called at least once for each event, in order per stream. A command
   * goes under the id that is given (or one derived from it), so that it takes effect once; a refusal is an outcome and
   * must not throw.
   */
  react(event: RecordedEvent, commandId: CommandId): Promise<unknown>;
  /** How many streams are answered side by side; 8 when left out. */
  readonly lanes?: number;
}

/** Where an event stands; work keeps nothing else of it. */
export interface EventBody {
  readonly stream: string;
  readonly revision: number;
}

/** The command of a reaction to an event, the same each time. */
export const reactionIdOf = (name: string, event: Pick<RecordedEvent, 'eventId'>): CommandId =>
  commandIdOf('process', name, event.eventId);

/** Reads the event of a row of work again. */
export async function readAgain(store: EventStore, { stream, revision }: EventBody): Promise<RecordedEvent> {
  const [event] = await store.read(stream as Parameters<EventStore['read']>[0], { from: revision, limit: 1 });
  if (!event) throw new Error(`event ${String(revision)} of ${stream} is not in the store`);
  return event;
}
