import { failureReason, MessageParkedError } from '@parley/messaging';
import { backoffMillis, Moves, pause, type Led, type ServiceFollower } from '@parley/projections';
import type { DataSource } from 'typeorm';
import { attempt, type Attempts } from './attempt';
import { Lanes, type WorkKind } from './lanes';
import { replayParked } from './replay-parked';
import { countWork, newestWork, parkedWork, parkWork, strikeOff, workToDo, type WorkRow } from './work-table';

export interface WorkOptions extends Attempts {
  readonly dataSource: DataSource;
  /** The work is done in the process in which this one follows. */
  readonly follower: ServiceFollower;
  /** Milliseconds between two tries of parked rows; 60,000 when left out. */
  readonly replayMs?: number;
  /**
   * Milliseconds between two looks at the table, for rows that another process added; 500 when left out. It is eight
   * times as long when none has added anything for a while.
   */
  readonly pollMs?: number;
}

const [REPLAY_MS, POLL_MS] = [60_000, 500];
/** After so many looks in vain it looks less often. */
const [LOOKS_IN_VAIN, SELDOM] = [60, 8];
/** Rows taken in hand at once. */
const TAKEN = 1_000;
/** How long a waiting caller trusts that the next row will wake it. */
const RECHECK_MS = 25;

const nameOf = ({ kind, id }: Pick<WorkRow, 'kind' | 'id'>): string => `${kind} ${id}`;

/**
 * Does the work that events and messages call for, from the service's table of work: in order within a kind and key,
 * and keys side by side. A row that fails is tried again, then parked with its reason, and holds back its key alone.
 */
export class Work implements Led {
  readonly #options: WorkOptions;
  readonly #kinds = new Map<string, WorkKind>();
  readonly #moves = new Moves();
  /** Rows that were taken, until they are struck off or parked. */
  readonly #taken = new Set<string>();
  /** Rows that were let go while the table was being read. The reading may show them as they were before. */
  readonly #letGo = new Set<string>();
  readonly #lanes = new Lanes({
    go: (kind, row) => this.#do(kind, row),
    ended: (left) => this.#release(left),
  });
  readonly #preparations: (() => Promise<void>)[] = [];
  #done: WorkRow[] = [];
  #striking: Promise<void> | undefined;
  #leading: { readonly stop: AbortController; readonly ended: Promise<unknown> } | undefined;
  #isCalled = false;
  /** The table may hold more than was taken at once. */
  #isMore = false;

  constructor(options: WorkOptions) {
    this.#options = options;
    options.follower.leads(this);
  }

  /** Adds a kind. Before the follower's start only. */
  add(kind: WorkKind): void {
    if (this.#kinds.has(kind.name)) throw new Error(`there is work of the kind ${kind.name} already`);
    this.#kinds.set(kind.name, kind);
  }

  /** Adds a preparation that runs each time before a process begins to work. Before the follower's start only. */
  prepare(preparation: () => Promise<void>): void {
    this.#preparations.push(preparation);
  }

  /** Says that there may be new rows. */
  call(): void {
    this.#isCalled = true;
    this.#moves.tell();
  }

  lead(): void {
    if (this.#leading) return;
    const stop = new AbortController();
    const ended = this.#getReady(stop.signal).then(() =>
      Promise.all([this.#keepWorking(stop.signal), this.#keepReplaying(stop.signal)]),
    );
    this.#leading = { stop, ended };
  }

  async rest(): Promise<void> {
    const leading = this.#leading;
    if (!leading) return;
    leading.stop.abort();
    this.#moves.tell();
    await leading.ended;
    this.#lanes.clear();
    while (this.#lanes.isBusy) await this.#moves.next(RECHECK_MS);
    await this.#striking;
    this.#taken.clear();
    this.#leading = undefined;
  }

  /** Resolves when all rows of some kinds that were there at the call are done or parked. @returns false without any */
  async idle(kinds: readonly string[] = [...this.#kinds.keys()]): Promise<boolean> {
    const { manager } = this.#options.dataSource;
    const upTo = await newestWork(manager);
    if (upTo === null) return false;
    this.call();
    while ((await countWork(manager, kinds, 1, upTo)) > 0) {
      if (this.#options.follower.status().state === 'stopped') throw new Error('the work was stopped');
      await this.#moves.next(RECHECK_MS);
    }
    return true;
  }

  /** True when nothing is left to do except parked rows. */
  async isIdle(): Promise<boolean> {
    return (await countWork(this.#options.dataSource.manager, [...this.#kinds.keys()], 1)) === 0;
  }

  /** Tries the parked rows of a kind again; of one key when it is given. @returns how many were done */
  async replay(kind: WorkKind, key?: string, signal?: AbortSignal): Promise<number> {
    const { dataSource, onFailure } = this.#options;
    const done = await replayParked(dataSource, kind, { key, signal, onFailure });
    if (done > 0) this.call();
    return done;
  }

  async #getReady(signal: AbortSignal): Promise<void> {
    for (let failures = 1; !signal.aborted; failures++) {
      try {
        for (const preparation of this.#preparations) await preparation();
        return;
      } catch (failure) {
        this.#options.onFailure?.(failure);
        await pause(backoffMillis(failures), signal);
      }
    }
  }

  async #keepWorking(signal: AbortSignal): Promise<void> {
    const { pollMs = POLL_MS, onFailure } = this.#options;
    let [failures, inVain] = [0, 0];
    while (!signal.aborted) {
      const wasCalled = this.#isCalled;
      this.#isCalled = false;
      try {
        const taken = await this.#take();
        if (!wasCalled) inVain = taken > 0 ? 0 : inVain + 1;
        failures = 0;
      } catch (failure) {
        onFailure?.(failure);
        await pause(backoffMillis(++failures), signal);
      }
      await this.#nextCall(performance.now() + (inVain < LOOKS_IN_VAIN ? 1 : SELDOM) * pollMs, signal);
    }
  }

  async #nextCall(until: number, signal: AbortSignal): Promise<void> {
    for (let left = until - performance.now(); left > 0 && !this.#isCalled && !signal.aborted;) {
      await this.#moves.next(left);
      left = until - performance.now();
    }
  }

  /** @returns how many rows are new here */
  async #take(): Promise<number> {
    let taken = 0;
    this.#letGo.clear();
    const rows = await workToDo(this.#options.dataSource.manager, [...this.#kinds.keys()], TAKEN);
    this.#isMore = rows.length === TAKEN;
    for (const row of rows) {
      if (this.#taken.has(nameOf(row)) || this.#letGo.has(nameOf(row))) continue;
      this.#taken.add(nameOf(row));
      this.#lanes.put(row);
      taken += 1;
    }
    for (const kind of this.#kinds.values()) this.#lanes.pump(kind);
    return taken;
  }

  /** Rows that wait behind a failed one are found again when that is done. */
  #release(rows: readonly WorkRow[]): void {
    for (const row of rows) {
      this.#taken.delete(nameOf(row));
      this.#letGo.add(nameOf(row));
    }
    this.#moves.tell();
  }

  /** @returns false when it is parked, or has to wait for the next process that follows */
  async #do(kind: WorkKind, row: WorkRow): Promise<boolean> {
    const { dataSource, onFailure } = this.#options;
    if (this.#isResting()) return false;
    const failed = await attempt(kind, row, this.#options);
    if (!failed) {
      this.#strike(row);
      return true;
    }
    // Something that the row needed may have ended before it.
    if (this.#isResting()) return false;
    try {
      await parkWork(dataSource.manager, row, failureReason(failed.failure), failed.tries);
      onFailure?.(new MessageParkedError(kind.name, row.id, failed.tries, failed.failure));
    } catch (failure) {
      onFailure?.(failure);
    }
    return false;
  }

  /** Strikes off a row, together with others. The commands are idempotent, so nothing waits for it. */
  #strike(row: WorkRow): void {
    this.#done.push(row);
    this.#striking ??= this.#strikeAll().finally(() => (this.#striking = undefined));
  }

  async #strikeAll(): Promise<void> {
    while (this.#done.length > 0) {
      const rows = this.#done;
      this.#done = [];
      try {
        await strikeOff(this.#options.dataSource.manager, rows);
      } catch (failure) {
        // The rows are still in the table, and will be done again to no effect.
        this.#options.onFailure?.(failure);
      }
      this.#release(rows);
      if (this.#isMore) this.call();
    }
  }

  #isResting(): boolean {
    return this.#leading?.stop.signal.aborted ?? true;
  }

  /** A case that waits for somebody to look would wait for ever where nobody does (I-17). */
  async #keepReplaying(signal: AbortSignal): Promise<void> {
    const { replayMs = REPLAY_MS, onFailure } = this.#options;
    for (;;) {
      await pause(replayMs, signal);
      if (signal.aborted) return;
      await this.#replayAll(signal).catch((failure: unknown) => onFailure?.(failure));
    }
  }

  async #replayAll(signal: AbortSignal): Promise<void> {
    const { dataSource, onFailure } = this.#options;
    const parked = new Set((await parkedWork(dataSource.manager, [...this.#kinds.keys()])).map(({ kind }) => kind));
    for (const kind of this.#kinds.values())
      if (parked.has(kind.name))
        await this.replay(kind, undefined, signal).catch((failure: unknown) => onFailure?.(failure));
  }
}
