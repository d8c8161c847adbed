import type { RecordedEvent } from '@parley/event-store';
import type { CommandId, RefusalReason } from '@parley/kernel';
import type { PublicEvent, Publishes } from '@parley/messaging';
import type { Firing, NoteCalendar, Timer } from '@parley/processes';

/**
 * One service as the simulation runs it: its own deciders, processes and messages, and nothing of Nest or a database.
 */
export interface SimulatedService {
  readonly context: string;
  readonly publishes: Publishes;
  /** Contexts of whose events it hears. */
  readonly hears: readonly string[];
  /** What it does with another context's event. It may come twice under the same command id. */
  hear(event: PublicEvent, commandId: CommandId): Promise<void>;
  /** What its processes do about an event of its own. */
  react(event: RecordedEvent, commandId: CommandId): Promise<unknown>;
  /** Decides a deadline that has passed. */
  fire(firing: Firing): Promise<unknown>;
  /** Counts a stream's limits anew on a calendar that was announced; absent where none counts working days. */
  recount?(stream: string, note: NoteCalendar, commandId: CommandId): Promise<unknown>;
  /** Contexts that must have been heard past the expiry before a timer may fire. */
  waitsFor(timer: Timer): readonly string[];
  /** Every reason for which its domain refuses. */
  readonly refusals: Readonly<Record<string, RefusalReason>>;
}
