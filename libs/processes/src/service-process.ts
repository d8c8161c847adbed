import type { CommandContext } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import type { DeadlineTimersOptions } from './deadline-timers';
import type { RecountingOptions } from './recounting';
import type { Timer } from './timer';
import type { MessageReaction } from './work/hearing';
import type { Reaction } from './work/reaction';

/** What a service hears of others, and what their messages call for. */
export interface Hears {
  /** Producing contexts, such as `intake`. */
  readonly contexts: readonly string[];
  readonly reactions: readonly MessageReaction[];
}

/** What an event of a service's own calls for. */
export interface OwnReaction extends Reaction {
  /** No default of the service comes before all events that it concerns are answered. */
  readonly holdsDefaults?: true;
}

/**
 * Everything that a service does by itself: about its own record, about what others tell, and when time passes. It is
 * the same value in every deployment and in the simulation.
 */
export interface ServiceProcess {
  readonly hears: Hears;
  /** What its own events call for. */
  readonly reactions: readonly OwnReaction[];
  /** Absent in a service without clocks; so is `recounts`. */
  readonly timers?: Pick<DeadlineTimersOptions, 'categories' | 'fire'> & {
    /**
     * Contexts that must have been heard past the expiry before a default may come. Something that they recorded by
     * then may have moved its end, or be an act in time (I-19, I-21, I-61, S11).
     */
    waitsFor(timer: Timer): readonly string[];
    /** What must have been heard of those contexts besides the timer's own case: registers that move any clock. */
    readonly alongside?: readonly string[];
  };
  /** Streams whose limits count working days, and how each takes a calendar that was announced. */
  readonly recounts?: Pick<RecountingOptions, 'categories' | 'recount'>;
}

/** All the limits that run in a service, for acts that move any of them. */
export interface RunningLimits {
  /** Has the limits that count working days counted anew on the calendars in force, once for each announcement. */
  countAnew(announcedAt: Instant, cause: CommandContext['cause']): Promise<void>;
  /**
   * Streams in which a limit ends after an instant, and not after `until` where it is given, by all recorded so far.
   */
  streams(
    categories: readonly string[],
    span: { readonly after: Instant; readonly until?: Instant },
  ): Promise<readonly string[]>;
}
