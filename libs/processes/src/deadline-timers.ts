import { commandIdOf } from '@parley/event-store';
import { millisOf, plusMillis, type Clock, type CommandId, type Instant } from '@parley/kernel';
import { failureReason } from '@parley/messaging';
import { countDeadlineFired } from '@parley/metrics';
import { pause, type FollowerStatus, type ReadModel, type ServiceFollower } from '@parley/projections';
import type { DataSource } from 'typeorm';
import type { RunningLimits } from './service-process';
import type { Firing, Timer } from './timer';
import {
  dueTimers,
  lockTimer,
  markFailed,
  markFired,
  nextExpiry,
  overdueTimers,
  streamsWithTimers,
  type OverdueTimer,
} from './timer-table';
import { timersProjection } from './timers.projection';

export interface DeadlineTimersOptions {
  /** The service's follower, which keeps the table of timers. */
  readonly follower: ServiceFollower;
  readonly dataSource: DataSource;
  readonly clock: Clock;
  /** The service's own streams, whose events open and close deadlines. */
  readonly categories: readonly string[];
  /**
   * Issues the command that the expiry calls for, under the id that it is given. A refusal is an outcome and must not
   * throw; when it throws, it is tried again. It must not wait for projections, since they may wait for it.
   */
  fire(firing: Firing): Promise<unknown>;
  /**
   * True when a timer may fire, for instance because every other context was heard past its expiry. It is asked again
   * until then.
   */
  guard?(timer: Timer): Promise<boolean>;
  /**
   * Nothing fires until so many milliseconds after the expiry. This is the longest time that a request may take, so
   * that an act which came in time is recorded first. 0 under a demonstration clock, which holds requests instead.
   */
  readonly marginMs: number;
  /**
   * Milliseconds between two looks while something is due or changes; 1,000 when left out. Otherwise it looks again at
   * the next expiry, or after five times as long if that is sooner.
   */
  readonly pollMs?: number;
  readonly onFailure?: (failure: unknown) => void;
}

const [POLL_MS, IDLE_POLLS] = [1_000, 5];

/** The same for each firing of one deadline at one expiry, in any process and after any crash. */
export const firingIdOf = (timer: Timer): CommandId =>
  commandIdOf('timer', timer.stream, timer.deadlineId, timer.dueAt);

/**
 * Fires each deadline of a service's cases when it expires, with nobody logged on, and also after a stop over the
 * expiry. Each takes effect once, whatever crashes and however many processes poll. Within a stream they fire in order
 * of expiry.
 */
export class DeadlineTimers {
  readonly #options: DeadlineTimersOptions;
  readonly #table: ReadModel;
  readonly #stop = new AbortController();
  #polling: Promise<void> | undefined;
  #hasChanged = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: DeadlineTimersOptions) {
    this.#options = options;
    this.#table = options.follower.table({
      ...timersProjection(options.categories),
      committed: () => {
        this.#hasChanged = true;
      },
    });
  }

  start(): void {
    this.#polling ??= this.#poll();
  }

  /** Resolves when the firing in hand is done. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#polling;
    await this.#turn;
  }

  /** The status of the table of timers. */
  status(): FollowerStatus {
    return this.#table.status();
  }

  /** Resolves when the timers are those of everything recorded before the call. */
  async idle(): Promise<void> {
    await this.#table.idle();
  }

  /**
   * Fires all that is due now, and all that becomes due by that, in order of expiry. A timer that fails, or that its
   * guard holds, stays and keeps back the later ones of its stream.
   * @returns how many fired
   */
  fireDue(): Promise<number> {
    const turn = this.#turn.then(() => this.#fireAll());
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** The earliest expiry after an instant, by everything recorded so far. */
  async nextDue(after: Instant): Promise<Instant | undefined> {
    await this.#table.idle();
    return nextExpiry(this.#options.dataSource.manager, after);
  }

  /** The streams of some categories in which a deadline ends in a span, by everything recorded so far. */
  async streams(...[categories, span]: Parameters<RunningLimits['streams']>): Promise<readonly string[]> {
    await this.#table.idle();
    return streamsWithTimers(this.#options.dataSource.manager, categories, span);
  }

  /** Timers that should have fired and have not, with the reason where firing failed. For the operator. */
  async overdue(): Promise<readonly OverdueTimer[]> {
    return overdueTimers(this.#options.dataSource.manager, this.#dueUntil());
  }

  async #poll(): Promise<void> {
    const { pollMs = POLL_MS, onFailure } = this.#options;
    let next = 0;
    while (this.#isRunning()) {
      if (this.#hasChanged || performance.now() >= next) {
        this.#hasChanged = false;
        try {
          next = performance.now() + (await this.#look(IDLE_POLLS * pollMs));
        } catch (failure) {
          if (this.#isRunning()) onFailure?.(failure);
        }
      }
      await pause(pollMs, this.#stop.signal);
    }
  }

  /** @returns milliseconds until the next look, at most `most`, since other processes change the table too */
  async #look(most: number): Promise<number> {
    const { manager } = this.#options.dataSource;
    const until = this.#dueUntil();
    let next = await nextExpiry(manager);
    if (next !== undefined && next <= until) {
      if ((await dueTimers(manager, until)).length > 0) {
        await this.fireDue();
        return 0;
      }
      next = await nextExpiry(manager, until);
    }
    return next === undefined ? most : Math.min(most, millisOf(next) - millisOf(until));
  }

  async #fireAll(): Promise<number> {
    const setAside = new Set<string>();
    let fired = 0;
    for (;;) {
      // A firing may close, move or open other timers, and the table has to know before the next look.
      await this.#table.idle();
      const due = await dueTimers(this.#options.dataSource.manager, this.#dueUntil(), [...setAside]);
      if (due.length === 0) return fired;
      for (const timer of due) {
        if (!this.#isRunning()) return fired;
        if (await this.#fire(timer)) fired += 1;
        else setAside.add(timer.stream);
      }
    }
  }

  /** The row stays locked while it fires, so a second poller skips it. A crash in between leaves it open. */
  async #fire(timer: Timer): Promise<boolean> {
    const { dataSource, clock, fire, onFailure } = this.#options;
    try {
      if (!(await this.#isFree(timer))) return false;
      return await dataSource.transaction(async (manager) => {
        if (!(await lockTimer(manager, timer))) return false;
        await fire.call(this.#options, { timer, commandId: firingIdOf(timer) });
        const now = clock.now();
        await markFired(manager, timer, now);
        countDeadlineFired(timer.clock, millisOf(now) - millisOf(timer.dueAt));
        return true;
      });
    } catch (failure) {
      onFailure?.(failure);
      await markFailed(dataSource.manager, timer, failureReason(failure));
      return false;
    }
  }

  /**
   * True when nothing holds a timer. Whatever its guard waited for may have moved it; then it is no longer found under
   * its expiry.
   */
  async #isFree(timer: Timer): Promise<boolean> {
    const { guard } = this.#options;
    if (!guard) return true;
    if (!(await guard.call(this.#options, timer))) return false;
    await this.#table.idle();
    return true;
  }

  #isRunning(): boolean {
    return !this.#stop.signal.aborted;
  }

  #dueUntil(): Instant {
    return plusMillis(this.#options.clock.now(), -this.#options.marginMs);
  }
}
