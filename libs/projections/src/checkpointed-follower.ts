import {
  isKnownTo,
  LaterEventError,
  type Page,
  type Position,
  type RecordedEvent,
  type UnreadableEventError,
} from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import { countProofFailure } from '@parley/metrics';
import {
  CheckpointLostError,
  claimCheckpoint,
  moveCheckpoint,
  releaseCheckpoint,
  seeCheckpoint,
  type HeldCheckpoint,
} from './checkpoint';
import { concerning, countConcerning, nextConcerning } from './concerning';
import type { FollowerOptions, FollowerStatus } from './follower-options';
import { Moves } from './moves';
import { backoffMillis, pause } from './pause';
import { untilAborted } from './until-aborted';

const TAKE_OVER_MS = 10_000;
/** How often a follower that hears nothing checks that there is nothing to hear. */
const WATCHDOG_MS = 10_000;
/** A position that was reached without an event of its own is written only so often. */
const KEEP_EMPTY_MS = 30_000;
/** How long a caller that waits for a position trusts that the next page will wake it. */
const RECHECK_MS = 25;

/**
 * Follows the store from a checkpoint in the service's own database, and goes on by itself whatever fails. Of two with
 * the same name, the one that claimed last moves. The other is fenced at its next move, stands by, and takes over when
 * there is something to do and nobody does it. Before an event of a kind that it does not know it stops, and leaves the
 * checkpoint to one that knows it. Were the event passed by, it would be lost for everything that is made of it.
 */
export class CheckpointedFollower {
  readonly #options: FollowerOptions;
  readonly #stop = new AbortController();
  readonly #moves = new Moves();
  #running: Promise<void> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #state: FollowerStatus['state'] = 'starting';
  #position: Position | undefined;
  #caughtUp = false;
  #movedAt = performance.now();
  #keptAt = performance.now();
  #failures = 0;
  #lastFailure: string | undefined;
  #unknownKind: string | undefined;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Resolves when the page in hand is done. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#moves.tell();
    await this.#running;
    await this.#turn;
    await this.#options.lost?.();
    this.#state = 'stopped';
  }

  status(): FollowerStatus {
    return {
      state: this.#state,
      ...(this.#position === undefined ? {} : { position: this.#position }),
      caughtUp: this.#caughtUp,
      secondsSinceMoved: (performance.now() - this.#movedAt) / 1000,
      ...(this.#lastFailure === undefined ? {} : { lastFailure: this.#lastFailure }),
      ...(this.#unknownKind === undefined ? {} : { unknownKind: this.#unknownKind }),
    };
  }

  /** Resolves when everything recorded before the call has been handled. @throws when stopped meanwhile */
  async idle(): Promise<void> {
    await this.#reach(await this.#options.store.head());
    await this.exclusively(async () => undefined);
  }

  /** True when everything that the store shows now is handled, here or by whoever holds the checkpoint. */
  async isCaughtUp(): Promise<boolean> {
    const position = await this.handled();
    return position !== undefined && (await nextConcerning(this.#options, position)) === undefined;
  }

  /**
   * How many events come after the handled ones, here or at whoever holds the checkpoint. No more than `most` are
   * counted, and it is never 0 while there is one.
   */
  async behind(most: number): Promise<number> {
    return countConcerning(this.#options, (await this.handled()) ?? this.#options.store.start, most);
  }

  /** When the oldest event that is still to be handled was recorded; `undefined` when there is none. */
  async waitingSince(): Promise<Instant | undefined> {
    const { store } = this.#options;
    return (await nextConcerning(this.#options, (await this.handled()) ?? store.start))?.recordedAt;
  }

  /** Runs a function while no page is in hand. */
  exclusively<T>(fn: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(fn);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    let held: HeldCheckpoint | undefined;
    while (!signal.aborted) {
      try {
        held ??= await this.#claim();
        held = await this.#follow(held);
        // A source that ends by itself, such as a closed store, must not be asked again at once for ever.
        await pause(backoffMillis(1), signal);
      } catch (failure) {
        held = undefined;
        if (failure instanceof CheckpointLostError) held = await this.#afterLosing(failure.checkpoint);
        else await this.#afterFailing(failure);
      }
    }
  }

  async #claim(): Promise<HeldCheckpoint> {
    const { dataSource, name, claimed } = this.#options;
    const held = await claimCheckpoint(dataSource.manager, name);
    await claimed?.(held);
    return held;
  }

  async #follow(from: HeldCheckpoint): Promise<HeldCheckpoint> {
    const { store, categories, pageSize } = this.#options;
    let held = from;
    this.#moved(held.position ?? store.start, false);
    this.#state = 'following';
    this.#unknownKind = undefined;
    const cut = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, cut.signal]);
    const watchdog = setInterval(() => void this.#watch(cut), this.#options.watchdogMs ?? WATCHDOG_MS).unref();
    try {
      const size = pageSize === undefined ? {} : { pageSize };
      const pages = store.follow({ after: held.position ?? store.start, categories, signal, ...size });
      for await (const page of untilAborted(pages, signal)) {
        held = await this.exclusively(() => this.#handle(page, held));
        this.#moved(page.position, page.caughtUp);
        this.#failures = 0;
        this.#lastFailure = undefined;
      }
    } finally {
      clearInterval(watchdog);
    }
    return held;
  }

  async #handle(page: Page, held: HeldCheckpoint): Promise<HeldCheckpoint> {
    const { store } = this.#options;
    const at = page.events.findIndex((event) => !isKnownTo(store, event));
    const later = page.events[at];
    if (!later) return this.#handleKnown(page, held);
    const last = page.events[at - 1];
    const before = last && {
      events: page.events.slice(0, at),
      position: last.position,
      unreadable: page.unreadable?.filter(({ position }) => store.compare(position, last.position) <= 0) ?? [],
    };
    return this.#leave(later, before ? await this.#handleKnown(before, held) : held);
  }

  /** Gives up the checkpoint before an event of a newer version. */
  async #leave(later: RecordedEvent, held: HeldCheckpoint): Promise<never> {
    const { dataSource, onFailure } = this.#options;
    onFailure?.(new LaterEventError(later));
    await releaseCheckpoint(dataSource.manager, held);
    throw new CheckpointLostError(held);
  }

  async #handleKnown(page: Omit<Page, 'caughtUp'>, held: HeldCheckpoint): Promise<HeldCheckpoint> {
    const { dataSource, handle } = this.#options;
    const events = concerning(page, this.#options);
    const { unreadable = [] } = page;
    this.#tellOf(unreadable);
    if (events.length === 0 && unreadable.length === 0) {
      if (page.position === held.position || performance.now() - this.#keptAt < KEEP_EMPTY_MS) return held;
      this.#keptAt = performance.now();
      return moveCheckpoint(dataSource.manager, held, page.position);
    }
    let moved: HeldCheckpoint | undefined;
    await handle({
      events,
      unreadable,
      position: page.position,
      held,
      move: async (manager) => void (moved = await moveCheckpoint(manager, held, page.position)),
    });
    if (!moved) throw new Error(`the handler of ${this.#options.name} left the checkpoint where it was`);
    this.#keptAt = performance.now();
    return moved;
  }

  /** An event that nobody can read was tampered with: an alarm, and no reason to keep the others waiting. */
  #tellOf(unreadable: readonly UnreadableEventError[]): void {
    for (const failure of unreadable) {
      this.#options.onFailure?.(failure);
      countProofFailure('record');
    }
  }

  /** Begins anew when a silent failure of the source has left the follower behind. */
  async #watch(cut: AbortController): Promise<void> {
    const before = this.#movedAt;
    try {
      if (await this.isCaughtUp()) this.#movedAt = performance.now();
      else if (
        this.#movedAt === before &&
        performance.now() - before >= (this.#options.watchdogMs ?? WATCHDOG_MS) &&
        (await this.#isWaiting())
      )
        cut.abort();
    } catch (failure) {
      this.#options.onFailure?.(failure);
    }
  }

  /** True when no page is in hand, so that the follower waits for the source and not for the handler. */
  async #isWaiting(): Promise<boolean> {
    return Promise.race([this.#turn.then(() => true), pause(1, this.#stop.signal).then(() => false)]);
  }

  /** A rebuild moves the checkpoint under its holder's epoch; then the follower simply goes on from there. */
  async #afterLosing(lost: HeldCheckpoint): Promise<HeldCheckpoint | undefined> {
    const { store, dataSource, name, takeOverMs = TAKE_OVER_MS } = this.#options;
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        const seen = await seeCheckpoint(dataSource.manager, name);
        if (!seen) return undefined;
        if (seen.epoch === lost.epoch) return seen;
        if (this.#state !== 'standing-by') await this.#options.lost?.();
        this.#state = 'standing-by';
        const position = seen.position ?? store.start;
        const next = await nextConcerning(this.#options, position);
        const isCaughtUp = next === undefined;
        const isLeft = seen.idleMs > takeOverMs && !isCaughtUp;
        if (isLeft && isKnownTo(store, next)) return undefined;
        this.#unknownKind = isLeft ? next.type : undefined;
        // The tables are as new as the other follower keeps them, and the status has to say so.
        if (position !== this.#position || isCaughtUp) this.#moved(position, isCaughtUp);
        this.#caughtUp = isCaughtUp;
      } catch (failure) {
        this.#options.onFailure?.(failure);
      }
      await pause(takeOverMs / 4, signal);
    }
    return undefined;
  }

  async #afterFailing(failure: unknown): Promise<void> {
    if (this.#stop.signal.aborted) return;
    this.#state = 'failing';
    this.#failures += 1;
    this.#lastFailure = failure instanceof Error ? failure.message : String(failure);
    this.#options.onFailure?.(failure);
    await pause(backoffMillis(this.#failures), this.#stop.signal);
  }

  #moved(position: Position, caughtUp: boolean): void {
    this.#position = position;
    this.#caughtUp = caughtUp;
    this.#movedAt = performance.now();
    this.#moves.tell();
  }

  async #reach(target: Position): Promise<void> {
    const { store } = this.#options;
    for (;;) {
      if (this.#stop.signal.aborted) throw new Error(`the follower ${this.#options.name} was stopped`);
      const position = await this.handled();
      if (position !== undefined) {
        if (store.compare(position, target) >= 0) return;
        const next = await nextConcerning(this.#options, position);
        if (next === undefined || store.compare(next.position, target) > 0) return;
      }
      await this.#moves.next(RECHECK_MS);
    }
  }

  /** Where the group stands: in memory for the one that moves, in the database for one that stands by. */
  async handled(): Promise<Position | undefined> {
    if (this.#state !== 'standing-by') return this.#position;
    const { store, dataSource, name } = this.#options;
    const seen = await seeCheckpoint(dataSource.manager, name);
    return seen && (seen.position ?? store.start);
  }
}
