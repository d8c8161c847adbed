import { setTimeout as delay } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { failureReason } from './failure-reason';
import type { Inbox } from './inbox';
import { MessageParkedError } from './message-parked.error';
import { PageInbox } from './page-inbox';
import type { ParkedMessage } from './parked-message';
import { ParkingLot } from './parking-lot';

export interface KeyedDeliveryOptions<Message> {
  readonly manager: EntityManager;
  readonly group: string;
  idOf(message: Message): string;
  /** Order holds within a key, and a message that fails holds back its key only. */
  keyOf(message: Message): string;
  /** @param inbox of the group; what it notes is written down before the messages count as delivered */
  handle(message: Message, inbox: Inbox): Promise<void>;
  /** What is kept of a parked message; JSON. */
  toBody(message: Message): unknown;
  fromBody(body: unknown): Message | Promise<Message>;
  /** How many keys are delivered side by side, so that their writes are committed together; 1 when left out. */
  readonly lanes?: number;
  /** Times that a message is tried before it is parked; 5 when left out. */
  readonly tries?: number;
  /** Milliseconds before the second try, doubled for each further one; 20 when left out. */
  readonly retryMs?: number;
  /** Told of each try that fails, and with a `MessageParkedError` when a message is parked for it. */
  readonly onFailure?: (failure: unknown) => void;
}

const TRIES = 5;

interface FailedMessage {
  readonly failure: unknown;
  readonly reason: string;
  readonly tries: number;
}

/**
 * Hands messages to a handler, tries again, and parks what keeps failing together with all that comes behind it in its
 * key.
 */
export class KeyedDelivery<Message> {
  readonly #options: KeyedDeliveryOptions<Message>;
  readonly #lot: ParkingLot;

  constructor(options: KeyedDeliveryOptions<Message>) {
    this.#options = options;
    this.#lot = new ParkingLot(options.manager, options.group);
  }

  /**
   * Delivers messages, those of one key one after another. When it resolves each was handled or is parked.
   * @param messages in an order that keeps the order of each key
   * @throws what keeps a message from being parked; then no further key is begun, and those under way are waited for
   */
  async deliver(messages: readonly Message[]): Promise<void> {
    const { keyOf, idOf, manager, group, lanes = 1 } = this.#options;
    const inbox = new PageInbox(manager, group, messages.map(idOf));
    const byKey = Map.groupBy(messages, keyOf);
    const held = new Set(await this.#lot.heldKeys([...byKey.keys()]));
    const waiting = [...byKey].values();
    let failure: { readonly error: unknown } | undefined;
    const lane = async (): Promise<void> => {
      for (const [key, ofKey] of waiting) {
        if (failure) return;
        await this.#deliverKey(key, ofKey, held.has(key), inbox).catch((error: unknown) => (failure ??= { error }));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    await inbox.note();
    if (failure) throw failure.error;
  }

  async #deliverKey(key: string, messages: readonly Message[], heldBefore: boolean, inbox: Inbox): Promise<void> {
    const { idOf, toBody, handle, group, onFailure, tries = TRIES } = this.#options;
    let held = heldBefore;
    for (const message of messages) {
      const failed = held ? undefined : await this.#attempt(() => handle(message, inbox), tries);
      if (!failed && !held) continue;
      held = true;
      const id = idOf(message);
      const { reason = null, tries: tried = 0 } = failed ?? {};
      await this.#lot.park({ id, key, body: toBody(message), reason, tries: tried });
      if (failed) onFailure?.(new MessageParkedError(group, id, tried, failed.failure));
    }
  }

  async parked(): Promise<readonly ParkedMessage[]> {
    return (await this.#lot.list()).map(({ body: _body, ...message }) => message);
  }

  /**
   * Tries each once: nothing is delivered meanwhile, and to wait for many that go on failing would hold back the cases
   * that have none.
   * @param signal ends it behind the message in hand; the rest stays parked, as it was
   * @see Consumption.replayParked; not while `deliver` runs, or a message may be left behind one that is gone
   */
  async replay(key?: string, signal?: AbortSignal): Promise<number> {
    const { manager, group, handle, fromBody } = this.#options;
    const failedKeys = new Set<string>();
    let handled = 0;
    for (const parked of await this.#lot.list(key)) {
      if (signal?.aborted) break;
      if (failedKeys.has(parked.key)) continue;
      const inbox = new PageInbox(manager, group, [parked.id]);
      const failed = await this.#attempt(async () => handle(await fromBody(parked.body), inbox), 1);
      await inbox.note();
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

  async #attempt(act: () => Promise<void>, tries: number): Promise<FailedMessage | undefined> {
    const { onFailure, retryMs = 20 } = this.#options;
    for (let tried = 1; ; tried++) {
      try {
        await act();
        return undefined;
      } catch (failure) {
        onFailure?.(failure);
        if (tried >= tries) return { failure, reason: failureReason(failure), tries: tried };
        await delay(retryMs * 2 ** (tried - 1));
      }
    }
  }
}
