import { pause } from '@parley/projections';

interface Connection {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
}

/** To say goodbye is a courtesy that a broker which is away must not turn into waiting. */
const GOODBYE_MS = 3_000;

/** Ends a connection, and waits for that no longer than a broker would take that is there. */
export const goodbye = (connection: Pick<Connection, 'disconnect'>): Promise<void> =>
  Promise.race([connection.disconnect().catch(() => undefined), pause(GOODBYE_MS, new AbortController().signal)]);

/**
 * A connection that is made when it is first needed, and made anew after anything failed on it: an idempotent producer that has lost
 * count of its sequence, or an admin that has learnt a coordinator which is gone, would go on failing.
 */
export class LastingConnection<C extends Connection> {
  readonly #make: () => C;
  #open: Promise<C> | undefined;
  #isClosed = false;

  constructor(make: () => C) {
    this.#make = make;
  }

  async use<T>(fn: (connection: C) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new Error('the connection to the broker was closed');
    const open = (this.#open ??= this.#connect());
    try {
      return await fn(await open);
    } catch (failure) {
      if (this.#open === open) this.#open = undefined;
      void open.then(goodbye, () => undefined);
      throw failure;
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const closed = this.#open?.then(goodbye, () => undefined);
    await Promise.race([closed, pause(GOODBYE_MS, new AbortController().signal)]);
  }

  async #connect(): Promise<C> {
    const connection = this.#make();
    try {
      await connection.connect();
      return connection;
    } catch (failure) {
      void goodbye(connection);
      throw failure;
    }
  }
}
