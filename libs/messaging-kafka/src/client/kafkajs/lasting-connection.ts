import { pause } from '@parley/projections';
import { kafkajsFailure } from './kafkajs-failure';

interface Connection {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
}

/** A connection, and what is being asked over it. */
interface Line<C> {
  readonly open: Promise<C>;
  readonly asked: Set<Promise<unknown>>;
}

/** Saying goodbye is a courtesy. A broker that is away must not turn it into a wait. */
const GOODBYE_MS = 3_000;

/** Waits for the end of a connection, but no longer than it takes with a broker that is there. */
export const goodbye = (ended: Promise<unknown>): Promise<void> =>
  Promise.race([ended.then(() => undefined).catch(() => undefined), pause(GOODBYE_MS, new AbortController().signal)]);

/**
 * A connection that is made when it is first needed, and made anew after anything failed on it: an idempotent producer
 * that has lost count of its sequence, or an admin that has learnt a coordinator which is gone, would go on failing.
 */
export class LastingConnection<C extends Connection> {
  readonly #make: () => C;
  #line: Line<C> | undefined;
  #isClosed = false;

  constructor(make: () => C) {
    this.#make = make;
  }

  async use<T>(fn: (connection: C) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new Error('the connection to the broker was closed');
    const line = (this.#line ??= { open: this.#connect(), asked: new Set() });
    const asked = line.open.then(fn);
    line.asked.add(asked);
    try {
      return await asked;
    } catch (failure) {
      if (this.#line === line) {
        this.#line = undefined;
        void hangUp(line);
      }
      throw kafkajsFailure(failure);
    } finally {
      line.asked.delete(asked);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#line) await goodbye(hangUp(this.#line));
  }

  async #connect(): Promise<C> {
    const connection = this.#make();
    try {
      await connection.connect();
      return connection;
    } catch (failure) {
      void connection.disconnect().catch(() => undefined);
      throw failure;
    }
  }
}

/**
 * Ends a connection once nothing is asked over it any more. For an open request kafkajs would connect anew, and nobody
 * would end that connection.
 */
async function hangUp<C extends Connection>({ open, asked }: Line<C>): Promise<void> {
  const connection = await open.catch(() => undefined);
  await Promise.allSettled(asked);
  await connection?.disconnect().catch(() => undefined);
}
