import type { StreamName } from '@parley/event-store';
import type { CommandId, Instant } from '@parley/kernel';

/** A deadline as it stands in `opens` of an event's data. It may hold more; timers need only this. */
export interface OpenedDeadline {
  /** Unique in its case and stable: opening it again moves it. */
  readonly id: string;
  /** Which clock of the rule set it is: `reply`, `long-stop` … */
  readonly clock: string;
  readonly dueAt: Instant;
}

/** What the data of any domain event may carry for the timers. */
export interface MovesDeadlines {
  readonly opens?: readonly OpenedDeadline[];
  /** Ids of deadlines that no longer run. */
  readonly closes?: readonly string[];
}

/** A deadline that runs in one stream. */
export interface Timer {
  readonly stream: StreamName;
  /** Id of the stream: the case. */
  readonly subject: string;
  readonly deadlineId: string;
  readonly clock: string;
  /** The expiry. In law the default happens at this instant, however late the timer fires. */
  readonly dueAt: Instant;
}

/** What a firing says to the handler of its command. */
export interface Firing {
  readonly timer: Timer;
  /** The same for each firing of this deadline at this expiry, so that it takes effect once. */
  readonly commandId: CommandId;
}
