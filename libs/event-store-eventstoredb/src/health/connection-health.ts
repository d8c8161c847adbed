import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStoreClient } from '../client/all-subscription';
import { EventStoreAwayError } from '../client/event-store-address';

const [FIRST_TRY_MS, LONGEST_TRY_MS] = [100, 10_000];

export interface HealthPorts {
  /** Asks the server for something small that needs every right. */
  readonly probe: () => Promise<unknown>;
  readonly onFailure: (failure: unknown) => void;
  readonly closing: AbortSignal;
}

/**
 * Whether the server can be worked with, as the latest call found it. While it cannot, it is asked again, ever more
 * rarely, so that the answer becomes right again even when nobody else asks.
 */
export class ConnectionHealth {
  /** The first answer is still to come. */
  #reason: string | null = 'EventStoreDB has not answered yet';
  #probing = false;

  constructor(private readonly ports: HealthPorts) {}

  /** In one sentence each, without the password. */
  unready(): readonly string[] {
    return this.#reason === null ? [] : [this.#reason];
  }

  /** Does a call, and learns from how it went. */
  async watch<T>(call: () => Promise<T>): Promise<T> {
    try {
      const result = await call();
      this.#reason = null;
      return result;
    } catch (error) {
      this.failed(error);
      throw error;
    }
  }

  /**
   * Takes in the failure of a call that was not watched. An error that is no fault of the connection counts as an
   * answer.
   */
  failed(error: unknown): void {
    if (this.ports.closing.aborted) return;
    if (!(error instanceof EventStoreAwayError)) {
      this.#reason = null;
      return;
    }
    if (error.message !== this.#reason) this.ports.onFailure(error);
    this.#reason = error.message;
    this.probe();
  }

  /** Asks until there is an answer. */
  probe(): void {
    if (this.#probing) return;
    this.#probing = true;
    void this.#untilAnswered().finally(() => {
      this.#probing = false;
    });
  }

  async #untilAnswered(): Promise<void> {
    const { closing, probe } = this.ports;
    for (let wait = FIRST_TRY_MS; !closing.aborted; wait = Math.min(2 * wait, LONGEST_TRY_MS)) {
      await this.watch(probe).catch(() => undefined);
      if (this.#reason === null) return;
      await sleep(wait, undefined, { signal: closing, ref: false }).catch(() => undefined);
    }
  }
}

/**
 * A client whose calls report how the connection is. Subscriptions last long, so their readers report on them instead.
 */
export function watchedClient(client: EventStoreClient, health: ConnectionHealth): EventStoreClient {
  return {
    append: (stream, expected, events) => health.watch(() => client.append(stream, expected, events)),
    readStream: (stream, from, limit) => health.watch(() => client.readStream(stream, from, limit)),
    newest: (isWanted) => health.watch(() => client.newest(isWanted)),
    subscribe: (after, filter) => client.subscribe(after, filter),
    close: () => client.close(),
  };
}
