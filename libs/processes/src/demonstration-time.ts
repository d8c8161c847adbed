import { setTimeout as delay } from 'node:timers/promises';
import { commandIdOf, eventIdOf, type CommandContext, type EventStore } from '@parley/event-store';
import { latest, refuse, type CommandId, type Instant, type Refused } from '@parley/kernel';
import { clockStream } from './clock-stream';
import type { DeadlineTimers } from './deadline-timers';
import type { DemonstrationClock } from './demonstration-clock';
import type { RequestGate } from './request-gate';

/** Whoever works in answer to the record: projections, feeds, process managers. */
export interface Settles {
  /** Resolves when everything recorded before the call has been dealt with. */
  idle(): Promise<void>;
}

export type SteppedTimers = Pick<DeadlineTimers, 'idle' | 'fireDue' | 'nextDue'>;

export interface DemonstrationTimeOptions {
  readonly store: EventStore;
  readonly clock: DemonstrationClock;
  readonly gate: RequestGate;
  /** Real milliseconds after which a step in which nothing goes on any more has not settled; 60,000 when left out. */
  readonly settleMs?: number;
}

export interface Advanced {
  readonly kind: 'advanced';
  readonly from: Instant;
  readonly to: Instant;
  /** Expiries at which it stopped on its way. */
  readonly expiries: readonly Instant[];
}

/** How far a move has come that is still under way. */
export interface Moving extends Omit<Advanced, 'kind'> {
  readonly kind: 'moving';
}

/** Real milliseconds until a step without progress is given up, and between two looks for progress. */
const [SETTLE_MS, LOOK_MS] = [60_000, 1_000];

/** Why a move is refused. */
export const FORWARD_ONLY = {
  code: 'clock-goes-forward-only',
  rule: 'demonstration-clock',
  en: 'The demonstration clock only goes forward.',
  'zh-Hans': '演示时钟只能向前移动。',
} as const;

export const forwardOnly = () => refuse(FORWARD_ONLY, '/to');

/** Moves demonstration time, expiry by expiry, so that defaults come in the same order as in real time. */
export class DemonstrationTime {
  readonly #options: DemonstrationTimeOptions;
  readonly #working: Settles[] = [];
  readonly #timers: SteppedTimers[] = [];
  #turn: Promise<unknown> = Promise.resolve();
  #moving: Moving | undefined;

  constructor(options: DemonstrationTimeOptions) {
    this.#options = options;
  }

  /** Makes a move wait for these, too. */
  waitFor(...working: readonly Settles[]): void {
    this.#working.push(...working);
  }

  /** Makes a move stop at these timers' expiries, and fire them. */
  step(...timers: readonly SteppedTimers[]): void {
    this.#timers.push(...timers);
  }

  /**
   * Moves to an instant, stopping at each expiry on the way until all has settled. Holds new requests meanwhile and
   * waits for those inside. Resolves when all has settled at the instant.
   * @param context of the operator's command; each step has an id derived from its own
   * @throws when nothing goes on any more and it has not settled: the clock stays where it is, and a further move goes
   *   on from there
   */
  advanceTo(instant: Instant, context: CommandContext): Promise<Advanced | Refused> {
    const turn = this.#turn.then(() => this.#advance(instant, context));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Moves to an instant as `advanceTo` does, and answers how far it has come when it takes longer than a patience. It
   * goes on then; the same command again waits for it anew.
   * @param patienceMs real milliseconds
   */
  async advanceOrTell(
    instant: Instant,
    context: CommandContext,
    patienceMs: number,
  ): Promise<Advanced | Moving | Refused> {
    const turn = this.advanceTo(instant, context);
    // It may fail when nobody waits for it any more. Whoever asks again is told.
    turn.catch(() => undefined);
    const patience = new AbortController();
    const told = delay(patienceMs, undefined, { signal: patience.signal }).then((): Moving => {
      const now = this.#options.clock.now();
      return this.#moving ?? { kind: 'moving', from: now, to: now, expiries: [] };
    });
    told.catch(() => undefined);
    try {
      return await Promise.race([turn, told]);
    } finally {
      patience.abort();
    }
  }

  /** Resolves when everybody is idle, no timer is due, and nothing was recorded meanwhile. */
  async settle(): Promise<void> {
    const ended = { value: false };
    try {
      await Promise.race([this.#settle(ended), this.#standsStill(ended)]);
    } finally {
      ended.value = true;
    }
  }

  /** @throws when nothing was recorded for too long. Many expiries of one instant take their time, and are recorded. */
  async #standsStill(ended: { readonly value: boolean }): Promise<void> {
    const { store, settleMs = SETTLE_MS } = this.#options;
    let [head, since] = [await store.head(), performance.now()];
    while (!ended.value) {
      await delay(Math.min(LOOK_MS, settleMs), undefined, { ref: false });
      const next = await store.head();
      if (store.compare(next, head) !== 0) [head, since] = [next, performance.now()];
      if (performance.now() - since >= settleMs)
        throw new Error(`demonstration time did not settle within ${settleMs} ms`);
    }
  }

  async #advance(
    instant: Instant,
    { writeBefore: _aMoveTakesItsTime, ...context }: CommandContext,
  ): Promise<Advanced | Refused> {
    const { store, clock, gate } = this.#options;
    const open = await gate.close();
    try {
      const from = clock.now();
      const comesAgain = instant < from && (await this.#wasReached(instant, context));
      if (instant < from && !comesAgain) return forwardOnly();
      const expiries: Instant[] = [];
      this.#moving = { kind: 'moving', from, to: from, expiries };
      await this.settle();
      if (comesAgain) return advanced(from, from, []);
      for (;;) {
        const next = await this.#nextExpiry(clock.now());
        const target = next !== undefined && next < instant ? next : instant;
        await clock.moveTo(store, target, { ...context, commandId: stepIdOf(context, target) });
        this.#moving = { kind: 'moving', from, to: target, expiries: [...expiries] };
        await this.settle();
        if (target === instant) return advanced(from, latest(instant, clock.now()), expiries);
        expiries.push(target);
      }
    } finally {
      this.#moving = undefined;
      open();
    }
  }

  async #settle(ended: { readonly value: boolean }): Promise<void> {
    const { store } = this.#options;
    while (!ended.value) {
      const before = await store.head();
      await Promise.all([...this.#working, ...this.#timers].map((one) => one.idle()));
      let fired = 0;
      for (const timers of this.#timers) fired += await timers.fireDue();
      if (fired === 0 && store.compare(await store.head(), before) === 0) return;
    }
  }

  /**
   * True for a command that comes again after the clock has moved for it. The first one may have been given up before
   * all had settled.
   */
  async #wasReached(instant: Instant, context: CommandContext): Promise<boolean> {
    const id = eventIdOf(stepIdOf(context, instant), 0);
    return (await this.#options.store.read(clockStream)).some((event) => event.eventId === id);
  }

  async #nextExpiry(after: Instant): Promise<Instant | undefined> {
    const nexts = await Promise.all(this.#timers.map((timers) => timers.nextDue(after)));
    return nexts.filter((next) => next !== undefined).toSorted()[0];
  }
}

const stepIdOf = (context: CommandContext, target: Instant): CommandId => commandIdOf(context.commandId, target);
const advanced = (from: Instant, to: Instant, expiries: readonly Instant[]): Advanced => ({
  kind: 'advanced',
  from,
  to,
  expiries,
});
