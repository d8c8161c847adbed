import { EventEmitter } from 'node:events';

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface Logged extends Proposed {
  readonly stream: string;
  readonly revision: number;
  /** Where its record begins in the log, in bytes; commit and prepare position alike. */
  readonly position: bigint;
  readonly createdMs: number;
}

export type Expected = number | 'no-stream' | 'stream-exists' | 'any';

export type Written =
  | { readonly kind: 'written' | 'repeated'; readonly last: Logged }
  | { readonly kind: 'wrong-version'; readonly current: number | null };

/** Bytes that a record takes beside data and metadata. It matters only that they are more than none. */
const RECORD_BYTES = 96;
const encoder = new TextEncoder();

/**
 * The log of an EventStoreDB as it is documented, in memory: events of all streams one behind the other, the system's
 * among them. It outlives the server that shows it.
 */
export class RecordLog {
  readonly #all: Logged[] = [];
  readonly #streams = new Map<string, Logged[]>();
  readonly #appended = new EventEmitter().setMaxListeners(0);
  #end = 0n;

  constructor() {
    for (const stream of ['$users', '$user-admin', '$settings']) this.writeSystemEvent(stream);
  }

  get all(): readonly Logged[] {
    return this.#all;
  }

  /** Where the next record will begin. */
  get end(): bigint {
    return this.#end;
  }

  stream(name: string): readonly Logged[] | undefined {
    return this.#streams.get(name);
  }

  /** Index in the log of the first event behind a position. */
  indexAfter(position: bigint): number {
    let [low, high] = [0, this.#all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#all[middle]?.position ?? 0n) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a record begins here, or none does yet. */
  isValid(position: bigint): boolean {
    return position >= this.#end || this.#all[this.indexAfter(position) - 1]?.position === position;
  }

  /**
   * When the expected revision lies behind the stream's own, and events stand there under the same ids, the append
   * counts as a repeated one. At the stream's own revision it is written whatever its ids are.
   */
  append(stream: string, expected: Expected, events: readonly Proposed[]): Written {
    const history = this.#streams.get(stream) ?? [];
    const current = history.length - 1;
    const wrong: Written = { kind: 'wrong-version', current: current < 0 ? null : current };
    const from = typeof expected === 'number' ? expected : expected === 'no-stream' ? -1 : current;
    if (expected === 'stream-exists' && current < 0) return wrong;
    if (from > current) return wrong;
    if (from < current) {
      const earlier = history.slice(from + 1, from + 1 + events.length);
      const last = earlier.at(-1);
      return last && events.every(({ id }, index) => earlier[index]?.id === id) ? { kind: 'repeated', last } : wrong;
    }
    return { kind: 'written', last: this.#write(stream, events) };
  }

  writeSystemEvent(stream: string): void {
    const nothing = encoder.encode('{}');
    this.#write(stream, [
      { id: crypto.randomUUID(), type: '$event', contentType: 'application/json', data: nothing, metadata: nothing },
    ]);
  }

  onAppended(listener: (event: Logged) => void): () => void {
    this.#appended.on('event', listener);
    return () => this.#appended.off('event', listener);
  }

  /** A copy as a backup restored elsewhere would be. The chunks are files, so positions stay. */
  copy(): RecordLog {
    const copy = new RecordLog();
    copy.#all.length = 0;
    copy.#streams.clear();
    for (const event of this.#all) copy.#keep(event);
    copy.#end = this.#end;
    return copy;
  }

  #write(stream: string, events: readonly Proposed[]): Logged {
    const first = this.#streams.get(stream)?.length ?? 0;
    const written = events.map((event, index): Logged => {
      const logged = { ...event, stream, revision: first + index, position: this.#end, createdMs: Date.now() };
      this.#end += BigInt(RECORD_BYTES + event.data.byteLength + event.metadata.byteLength);
      return logged;
    });
    for (const event of written) this.#keep(event);
    for (const event of written) this.#appended.emit('event', event);
    return written.at(-1)!;
  }

  #keep(event: Logged): void {
    this.#all.push(event);
    this.#streams.set(event.stream, [...(this.#streams.get(event.stream) ?? []), event]);
  }
}
