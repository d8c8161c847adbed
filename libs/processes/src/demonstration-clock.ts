import {
  commandIdOf,
  domainEventOf,
  foldRecorded,
  handleCommand,
  sha256,
  type CommandContext,
  type EventStore,
} from '@parley/event-store';
import { instantFromMillis, millisOf, type Clock, type Instant } from '@parley/kernel';
import { clockDecider, clockStream, type DemonstrationClockMoved } from './clock-stream';
import { followRegister } from './follow-register';

/** A clock that ticks as the real one does, at a distance from it that stands in the record. It never goes back. */
export class DemonstrationClock implements Clock {
  /** Unknown until the record was read. */
  #offset: number | undefined;
  #latest = -Infinity;

  constructor(private readonly realMs: () => number = Date.now) {}

  now(): Instant {
    this.#latest = Math.max(this.#latest, this.realMs() + (this.#offset ?? 0));
    return instantFromMillis(this.#latest);
  }

  /**
   * Takes the time from the record, or starts the record at an instant when it is new. The store may read its time from
   * this clock. Nothing else may have asked it for the time before.
   */
  async begin(store: EventStore, startAt: Instant): Promise<void> {
    const recorded = foldRecorded(clockDecider, await store.read(clockStream));
    this.#offset = recorded ?? millisOf(startAt) - this.realMs();
    const commandId = commandIdOf(clockStream, 'begin');
    if (recorded === null)
      await this.moveTo(store, startAt, {
        ...BEGIN,
        commandId,
        cause: { kind: 'command', id: commandId, bodyDigest: sha256(startAt) },
      });
  }

  /**
   * Takes the time from a record that another process begins and moves. Nothing may ask for the time before this was
   * `true`.
   * @returns false while the record has none
   */
  async catchUp(store: EventStore): Promise<boolean> {
    const recorded = foldRecorded(clockDecider, await store.read(clockStream));
    if (recorded !== null) this.#advance(recorded);
    return recorded !== null;
  }

  /** Records that the time is now an instant, and goes by it. An instant that has passed changes nothing. */
  async moveTo(store: EventStore, to: Instant, context: CommandContext): Promise<void> {
    const outcome = await handleCommand(store, clockDecider, clockStream, { to, realMs: this.realMs() }, context);
    if (outcome.kind !== 'done') throw new Error(`the demonstration clock did not move to ${to}: ${outcome.kind}`);
    if (outcome.state !== null) this.#advance(outcome.state);
  }

  /** Follows what other processes record, until the signal. Goes on by itself after failures. */
  follow(store: EventStore, signal: AbortSignal): Promise<void> {
    return followRegister(store, clockStream, signal, (recorded) =>
      this.#advance((domainEventOf(recorded) as DemonstrationClockMoved).data.offsetMs),
    );
  }

  #advance(offset: number): void {
    this.#offset = Math.max(this.#offset ?? -Infinity, offset);
  }
}

const BEGIN = { actor: { kind: 'system', process: 'demonstration-clock' }, ruleSetVersion: 'none' } as const;
