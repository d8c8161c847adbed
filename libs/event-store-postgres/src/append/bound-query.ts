import type { Connection, Pool, PoolClient, Submittable } from 'pg';
import type { BindMessage } from './bind-message';

export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly parameters: number;
}

/** Milliseconds that an append may take in the database. */
const APPEND_MS = 4_000;

type Row = readonly (string | null)[];

/** Names of the statements that each connection has been seen to know. */
const prepared = new WeakMap<Connection, Set<string>>();

/**
 * A query for `pg`'s client that sends its own message and takes one row of text. It asks for no description of the
 * row.
 */
export class BoundQuery implements Submittable {
  readonly row: Promise<Row>;
  /** The client sets it where an answer has to come in time. Calling it ends the client's wait for this answer. */
  callback: (() => void) | undefined;
  /** The client reads it: milliseconds for an answer, a little more than the database gives itself. */
  readonly query_timeout = APPEND_MS + 1_000;
  #resolve: (row: Row) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;
  #row: Row | undefined;
  #connection: Connection | undefined;

  /**
   * @param write writes the parameters when it is this query's turn; earlier, the query before may still use the
   *   message
   */
  constructor(
    private readonly statement: Statement,
    private readonly message: BindMessage,
    private readonly write: (message: BindMessage) => void,
  ) {
    this.row = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  submit(connection: Connection): void {
    const { name, text, parameters } = this.statement;
    this.#connection = connection;
    this.message.start(name, parameters);
    this.write(this.message);
    if (prepared.get(connection)?.has(name) !== true) {
      // After a failed first use nobody knows whether the statement was prepared. Closing an unprepared one is no
      // error.
      connection.close({ type: 'S', name }, true);
      connection.parse({ name, text, types: [] }, true);
    }
    connection.stream.write(this.message.finish());
  }

  handleDataRow({ fields }: { readonly fields: Row }): void {
    this.#row = fields;
  }

  handleCommandComplete(): void {
    const connection = this.#connection;
    if (connection) prepared.set(connection, (prepared.get(connection) ?? new Set()).add(this.statement.name));
  }

  handleError(error: unknown): void {
    this.callback?.();
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    this.callback?.();
    if (this.#row) this.#resolve(this.#row);
    else this.#reject(new Error(`${this.statement.name} gave no answer`));
  }
}

/** Longer than an append may take, so no connection goes while it appends. */
const REST_MS = 10_000;

/**
 * The one connection that appends go through. It is kept between batches, because fetching one from the pool costs a
 * turn of the event loop each time, in which the database would wait for its next batch. It is let go when nothing is
 * appended for a while.
 */
export class WriterConnection {
  readonly #rest: NodeJS.Timeout;
  #client: PoolClient | undefined;

  /** @param restMs milliseconds without a batch after which it is let go */
  constructor(
    private readonly pool: Pool,
    restMs = REST_MS,
  ) {
    this.#rest = setTimeout(() => this.close(), restMs).unref();
  }

  /** The connection for a batch if it is there, without waiting. */
  get current(): PoolClient | undefined {
    this.#rest.refresh();
    return this.#client;
  }

  async open(): Promise<PoolClient> {
    if (this.#client) return this.#client;
    const client = await this.pool.connect();
    try {
      await client.query(`SET statement_timeout = ${APPEND_MS}`);
    } catch (error) {
      client.release(true);
      throw error;
    }
    client.on('error', () => this.#drop(client));
    this.#client = client;
    this.#rest.refresh();
    return client;
  }

  /** Ends the connection, broken or not. The next batch asks the pool for a new one. */
  close(): void {
    if (this.#client) this.#drop(this.#client);
  }

  #drop(client: PoolClient): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.release(true);
  }
}
