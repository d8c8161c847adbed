import { once } from 'node:events';
import type { ClientBase, Connection, Submittable } from 'pg';

const FLUSH_BYTES = 256 * 1024;
const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const END = Buffer.from([0xff, 0xff]);
/** Microseconds from the beginning of Unix time to PostgreSQL's, 1 January 2000. */
const POSTGRES_EPOCH_MICROS = 946_684_800_000_000n;

/** Rows of COPY's binary format, written one field after the other. */
export class CopyRows {
  #buffer = Buffer.allocUnsafe(4 * FLUSH_BYTES);
  #at = HEADER.copy(this.#buffer);

  row(fields: number): void {
    this.#ensure(2);
    this.#at = this.#buffer.writeInt16BE(fields, this.#at);
  }

  nothing(): void {
    this.#ensure(4);
    this.#at = this.#buffer.writeInt32BE(-1, this.#at);
  }

  text(value: string): void {
    this.#ensure(4 + 3 * value.length);
    const length = this.#buffer.write(value, this.#at + 4);
    this.#at = this.#buffer.writeInt32BE(length, this.#at) + length;
  }

  bytes(value: Uint8Array): void {
    this.#ensure(4 + value.byteLength);
    this.#at = this.#buffer.writeInt32BE(value.byteLength, this.#at);
    this.#buffer.set(value, this.#at);
    this.#at += value.byteLength;
  }

  hex(value: string): void {
    this.#ensure(4 + value.length / 2);
    const length = this.#buffer.write(value, this.#at + 4, 'hex');
    this.#at = this.#buffer.writeInt32BE(length, this.#at) + length;
  }

  uuid(value: string): void {
    this.hex(value.replaceAll('-', ''));
  }

  int8(value: bigint): void {
    this.#ensure(12);
    this.#at = this.#buffer.writeBigInt64BE(value, this.#buffer.writeInt32BE(8, this.#at));
  }

  timestamptz(value: Date): void {
    this.int8(BigInt(value.getTime()) * 1_000n - POSTGRES_EPOCH_MICROS);
  }

  boolean(value: boolean): void {
    this.bytes(Uint8Array.of(value ? 1 : 0));
  }

  /** The bytes written since the last call, when there are enough to send. */
  take(atLeast = FLUSH_BYTES): Buffer | undefined {
    if (this.#at < atLeast) return undefined;
    const taken = Buffer.from(this.#buffer.subarray(0, this.#at));
    this.#at = 0;
    return taken;
  }

  #ensure(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.byteLength) return;
    const grown = Buffer.allocUnsafe(2 * (this.#at + bytes));
    this.#buffer.copy(grown, 0, 0, this.#at);
    this.#buffer = grown;
  }
}

/**
 * Copies rows into a table, as fast as the server takes them.
 * @param target of `COPY … FROM STDIN`: the table and its columns
 * @param write one row of the item
 */
export async function copyIn<Item>(
  client: ClientBase,
  target: string,
  items: Iterable<Item>,
  write: (rows: CopyRows, item: Item) => void,
): Promise<void> {
  const copy = client.query(new CopyIn(`COPY ${target} FROM STDIN (FORMAT binary)`));
  const connection = await copy.ready;
  const rows = new CopyRows();
  for (const item of items) {
    write(rows, item);
    const chunk = rows.take();
    if (chunk) await send(connection, chunk);
  }
  await send(connection, Buffer.concat([rows.take(0) ?? END.subarray(2), END]));
  connection.endCopyFrom();
  await copy.done;
}

/** Methods that `pg` has and its types leave out. */
interface CopyConnection extends Connection {
  endCopyFrom(): void;
  sendCopyFromChunk(chunk: Buffer): void;
}

async function send(connection: CopyConnection, chunk: Buffer): Promise<void> {
  connection.sendCopyFromChunk(chunk);
  if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
  else await new Promise(setImmediate);
}

class CopyIn implements Submittable {
  readonly ready: Promise<CopyConnection>;
  readonly done: Promise<void>;
  #begin: (connection: CopyConnection) => void = () => undefined;
  #finish: () => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;
  #failed: unknown;

  constructor(private readonly text: string) {
    const begun = Promise.withResolvers<CopyConnection>();
    const finished = Promise.withResolvers<undefined>();
    [this.ready, this.done] = [begun.promise, finished.promise];
    this.#begin = begun.resolve;
    this.#finish = () => finished.resolve(undefined);
    this.#fail = (error) => {
      begun.reject(error);
      finished.reject(error);
    };
    this.done.catch(() => undefined);
  }

  submit(connection: Connection): void {
    connection.query(this.text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    this.#begin(connection);
  }

  handleCommandComplete(): void {
    // The server still has to say that it is ready.
  }

  handleError(error: unknown): void {
    this.#failed = error;
    this.#fail(error);
  }

  handleReadyForQuery(): void {
    if (this.#failed === undefined) this.#finish();
  }
}
