import { uptime } from 'node:os';
import { instantFromMillis, type Clock, type Instant } from '@parley/kernel';
import { pause } from '@parley/projections';
import { NotReadyError } from '../process/start-error';

/** Milliseconds by which a clock may be set, and still be believed. */
export const CLOCK_BOUND_MS = 60_000;
/** Milliseconds by which it may differ from that of the database, which records nothing of a time further away. */
const DATABASE_BOUND_MS = 5_000;
const LOOK_MS = 2_000;
/**
 * A machine's clock is corrected more slowly than this, so the anchor follows no faster, and nobody can lead it away in
 * small steps.
 */
const MOST_DRIFT = 1 / 1_000;

/** A machine's readings of time, each in milliseconds. */
export interface Readings {
  /** Since 1970; somebody may set it. */
  wall(): number;
  /** Nobody can set it, but it may stand still while the machine sleeps. */
  steady(): number;
  /** Runs on while the machine sleeps. It costs a look into a file, so it is asked last. */
  uptime(): number;
}

const MACHINE: Readings = {
  wall: () => Date.now(),
  steady: () => performance.now(),
  uptime: () => uptime() * 1_000,
};

const areNear = (one: number, other: number): boolean => Math.abs(one - other) <= CLOCK_BOUND_MS;

/**
 * The machine's clock, which is not believed when it jumps, because deadlines are counted by it and the record cannot
 * be changed. After a jump, time goes on from before it, and there is a reason to take no acts, until the clock is
 * right again.
 */
export class TrustedClock implements Clock {
  #anchor: { readonly wall: number; readonly steady: number; readonly uptime: number };
  #jumped: string | undefined;
  #apart: string | undefined;

  constructor(private readonly machine: Readings = MACHINE) {
    this.#anchor = this.#read();
  }

  now(): Instant {
    return instantFromMillis(this.millis());
  }

  /** The time in milliseconds since 1970. */
  millis(): number {
    const wall = this.machine.wall();
    const believed = this.#anchor.wall + this.#passed(wall);
    if (areNear(wall, believed)) {
      this.#jumped = undefined;
      return wall;
    }
    this.#jumped = `the clock of this machine jumped from ${shown(believed)} to ${shown(wall)}`;
    return believed;
  }

  /** Why time is not to be trusted, in a sentence that anybody may read, or `undefined`. */
  reason(): string | undefined {
    this.millis();
    return this.#jumped ?? this.#apart;
  }

  /** Compares the machine's clock with that of the database. @throws what asking it throws */
  async compare(askDatabase: () => Promise<number>): Promise<void> {
    const before = this.machine.wall();
    const database = await askDatabase();
    const after = this.machine.wall();
    this.#apart =
      database < before - DATABASE_BOUND_MS || database > after + DATABASE_BOUND_MS
        ? `the clock of this machine says ${shown(after)}, and that of the database ${shown(database)}`
        : undefined;
    if (this.reason() === undefined) this.#moveAnchor();
  }

  /** Compares the two again and again, until the signal. While the database does not answer, the last answer stands. */
  async follow(askDatabase: () => Promise<number>, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.compare(askDatabase).catch(() => undefined);
      await pause(LOOK_MS, signal);
    }
  }

  /** Milliseconds since the anchor. The machine may have slept, if its clock is not where the steady one says. */
  #passed(wall: number): number {
    const steady = this.machine.steady() - this.#anchor.steady;
    return areNear(wall, this.#anchor.wall + steady) ? steady : this.machine.uptime() - this.#anchor.uptime;
  }

  /** The anchor goes with the machine's clock, no faster than a clock is corrected. */
  #moveAnchor(): void {
    const now = this.#read();
    const passed = this.#passed(now.wall);
    const believed = this.#anchor.wall + passed;
    const most = passed * MOST_DRIFT;
    this.#anchor = { ...now, wall: believed + Math.min(most, Math.max(-most, now.wall - believed)) };
  }

  #read() {
    return { wall: this.machine.wall(), steady: this.machine.steady(), uptime: this.machine.uptime() };
  }
}

/** Compares the clocks before anything is recorded. @throws NotReadyError while they are too far apart */
export async function trustClock(clock: TrustedClock, askDatabase: () => Promise<number>): Promise<void> {
  await clock.compare(askDatabase);
  const reason = clock.reason();
  if (reason !== undefined) throw new NotReadyError(reason);
}

/** Why a record cannot go on at a time, or `undefined`. New entries would bear times before those that it holds. */
export const earlierThanRecord = (now: number, newest: number | undefined): string | undefined =>
  newest !== undefined && now < newest - CLOCK_BOUND_MS
    ? `it is ${shown(now)} by the clock, and the newest entry of the record is of ${shown(newest)}`
    : undefined;

const shown = (millis: number): string => instantFromMillis(millis).slice(0, 19).concat('Z');
