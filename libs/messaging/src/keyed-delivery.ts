import { setTimeout as delay } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { failureReason } from './failure-reason';
import type { ParkedMessage } from './parked-message';
import { ParkingLot } from './parking-lot';

export interface KeyedDeliveryOptions<Message> {
  readonly manager: EntityManager;
  readonly group: string;
  idOf(message: Message): string;
  /** Order holds within a key, and a message that fails holds back its key only. */
  keyOf(message: Message): string;
  handle(message: Message): Promise<void>;
  /** What is kept of a parked message; JSON. */
  toBody(message: Message): unknown;
  fromBody(body: unknown): Message | Promise<Message>;
  /** Times that a message is tried before it is parked; 5 when left out. */
  readonly tries?: number;
  /** Milliseconds before the second try, doubled for each further one; 20 when left out. */
  readonly retryMs?: number;
  readonly onFailure?: (failure: unknown) => void;
}

/** Hands messages to a handler, tries again, and parks what keeps failing together with all that comes behind it in its key. */
export class KeyedDelivery<Message> {
  readonly #options: KeyedDeliveryOptions<Message>;
  readonly #lot: ParkingLot;

  constructor(options: KeyedDeliveryOptions<Message>) {
    this.#options = options;
    this.#lot = new ParkingLot(options.manager, options.group);
  }

  /**
   * Delivers messages one after another. When it resolves each was handled or is parked.
   * @param messages in an order that keeps the order of each key
   */
  async deliver(messages: readonly Message[]): Promise<void> {
    const { keyOf, idOf, toBody } = this.#options;
    const held = new Set(await this.#lot.heldKeys([...new Set(messages.map((message) => keyOf(message)))]));
    for (const message of messages) {
      const [id, key] = [idOf(message), keyOf(message)];
      const failed = held.has(key) ? { reason: null, tries: 0 } : await this.#attempt(message);
      if (!failed) continue;
      held.add(key);
      await this.#lot.park({ id, key, body: toBody(message), ...failed });
    }
  }

  async parked(): Promise<readonly ParkedMessage[]> {
    return (await this.#lot.list()).map(({ body: _body, ...message }) => message);
  }

  /** @see Consumption.replayParked; not while `deliver` runs, or a message may be left behind one that is gone */
  async replay(key?: string): Promise<number> {
    const failedKeys = new Set<string>();
    let handled = 0;
    for (const parked of await this.#lot.list(key)) {
      if (failedKeys.has(parked.key)) continue;
      const failed = await this.#attempt(await this.#options.fromBody(parked.body));
      if (failed) {
        failedKeys.add(parked.key);
        await this.#lot.failAgain(parked.id, failed.reason, failed.tries);
      } else {
        handled += 1;
        await this.#lot.release(parked.id);
      }
    }
    return handled;
  }

  async #attempt(message: Message): Promise<{ readonly reason: string; readonly tries: number } | undefined> {
    const { handle, onFailure, tries = 5, retryMs = 20 } = this.#options;
    for (let tried = 1; ; tried++) {
      try {
        await handle(message);
        return undefined;
      } catch (failure) {
        onFailure?.(failure);
        if (tried >= tries) return { reason: failureReason(failure), tries: tried };
        await delay(retryMs * 2 ** (tried - 1));
      }
    }
  }
}
