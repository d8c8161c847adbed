import { Readable } from 'node:stream';
import type { Client } from 'pg';

/** What of a connection of `pg` is needed to stream rows, which its types do not have. */
interface CopyConnection {
  readonly stream: {
    pause(): void;
    resume(): void;
    writableNeedDrain: boolean;
    once(event: 'drain', go: () => void): void;
  };
  query(sql: string): void;
  sendCopyFromChunk(chunk: Uint8Array): void;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
}

/** A statement in progress, as `pg` calls it back. */
abstract class Copying {
  constructor(private readonly sql: string) {}

  submit(connection: CopyConnection): void {
    connection.query(this.sql);
  }
  abstract handleError(error: Error): void;
  abstract handleReadyForQuery(): void;
  handleCommandComplete(): void {
    // What counts is that the server is ready again.
  }
}

/** Bytes that wait to be read: above the first the server is told to wait, below the second to go on. */
const [MOST_WAITING, FEW_WAITING] = [4_194_304, 1_048_576];

class CopyingOut extends Copying {
  readonly #waiting: Uint8Array[] = [];
  #bytes = 0;
  #paused: CopyConnection | undefined;
  #end: { readonly error?: Error } | undefined;
  #awake = (): void => undefined;

  handleCopyData({ chunk }: { readonly chunk: Uint8Array }, connection: CopyConnection): void {
    // A row lies in a buffer that is used again.
    this.#waiting.push(Uint8Array.from(chunk));
    this.#bytes += chunk.length;
    if (this.#bytes > MOST_WAITING) {
      this.#paused = connection;
      connection.stream.pause();
    }
    this.#awake();
  }
  handleError(error: Error): void {
    this.#end ??= { error };
    this.#awake();
  }
  handleReadyForQuery(): void {
    this.#end ??= {};
    this.#awake();
  }

  async *rows(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const rows = this.#waiting.splice(0);
      for (const row of rows) {
        yield row;
        this.#bytes -= row.length;
        if (this.#bytes < FEW_WAITING) this.#goOn();
      }
      if (rows.length > 0) continue;
      if (this.#end?.error) throw this.#end.error;
      if (this.#end) return;
      await new Promise<void>((resolve) => (this.#awake = resolve));
    }
  }

  #goOn(): void {
    this.#paused?.stream.resume();
    this.#paused = undefined;
  }
}

class CopyingIn extends Copying {
  readonly done = Promise.withResolvers<undefined>();

  constructor(
    sql: string,
    private readonly rows: AsyncIterable<Uint8Array>,
  ) {
    super(sql);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    void this.#send(connection).then(
      () => connection.endCopyFrom(),
      (error: unknown) => connection.sendCopyFail(String(error)),
    );
  }
  handleError(error: Error): void {
    this.done.reject(error);
  }
  handleReadyForQuery(): void {
    this.done.resolve(undefined);
  }

  async #send(connection: CopyConnection): Promise<void> {
    for await (const chunk of this.rows) {
      connection.sendCopyFromChunk(chunk);
      if (connection.stream.writableNeedDrain)
        await new Promise<void>((resolve) => connection.stream.once('drain', resolve));
    }
  }
}

/**
 * The rows that a statement `COPY … TO STDOUT` gives, as they come. No more than a few are in memory.
 * The stream fails with the database's error.
 */
export function copyOut(client: Client, sql: string): Readable {
  const copying = new CopyingOut(sql);
  client.query(copying as unknown as Parameters<Client['query']>[0] & { submit: () => void });
  return Readable.from(copying.rows(), { objectMode: false });
}

/**
 * Gives rows to a statement `COPY … FROM STDIN`.
 * @throws the database's error, and then it has kept none of them
 */
export async function copyIn(client: Client, sql: string, rows: AsyncIterable<Uint8Array>): Promise<void> {
  const copying = new CopyingIn(sql, rows);
  client.query(copying as unknown as Parameters<Client['query']>[0] & { submit: () => void });
  await copying.done.promise;
}

/** The fields of a line of `COPY`'s text format; `null` for a NULL. */
export const copiedFields = (line: string): readonly (string | null)[] =>
  line
    .split('\t')
    .map((field) =>
      field === '\\N' ? null : field.replaceAll(/\\(.)/g, (_, letter: string) => ESCAPED[letter] ?? letter),
    );

const ESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** The bytes of a `bytea` in `COPY`'s text format, after its escapes were taken away. */
export const copiedBytes = (field: string): Buffer => Buffer.from(field.slice(2), 'hex');
