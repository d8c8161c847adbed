import type { EventStore, Position, RecordedEvent } from '@parley/event-store';
import type { CaseStream } from './case-streams';

/** Events read from one stream at a time. */
const CHUNK = 100;

/**
 * The events of several streams in the one order of the store, without holding more than a chunk of each.
 * What lies at or before the head is there whenever a stream is read, so nothing can turn up behind an event that was
 * given out already, and a reader who goes on after the last one misses nothing.
 * @param head taken before the streams were looked for; nothing behind it is given out
 */
export async function* mergeStreams(
  store: EventStore,
  streams: readonly CaseStream[],
  head: Position,
): AsyncGenerator<RecordedEvent> {
  const heads = streams.map((stream) => new StreamCursor(store, stream, head));
  for (;;) {
    const next = await earliest(store, heads);
    if (next === undefined) return;
    yield next.take();
  }
}

async function earliest(store: EventStore, heads: readonly StreamCursor[]): Promise<StreamCursor | undefined> {
  let first: { readonly cursor: StreamCursor; readonly position: Position } | undefined;
  for (const cursor of heads) {
    const event = await cursor.peek();
    if (event !== undefined && (first === undefined || store.compare(event.position, first.position) < 0))
      first = { cursor, position: event.position };
  }
  return first?.cursor;
}

/** A place in one stream, up to the head. */
class StreamCursor {
  #chunk: readonly RecordedEvent[] = [];
  #at = 0;
  #from: number;
  #done = false;

  constructor(
    private readonly store: EventStore,
    private readonly place: CaseStream,
    private readonly head: Position,
  ) {
    this.#from = place.only ?? 0;
  }

  async peek(): Promise<RecordedEvent | undefined> {
    if (this.#at >= this.#chunk.length && !this.#done) await this.#read();
    const event = this.#chunk[this.#at];
    return event !== undefined && this.store.compare(event.position, this.head) <= 0 ? event : undefined;
  }

  /** What `peek` showed. */
  take(): RecordedEvent {
    const event = this.#chunk[this.#at];
    if (event === undefined) throw new RangeError('nothing to take');
    this.#at += 1;
    return event;
  }

  async #read(): Promise<void> {
    const limit = this.place.only === undefined ? CHUNK : 1;
    this.#chunk = await this.store.read(this.place.stream, { from: this.#from, limit });
    this.#at = 0;
    this.#from += this.#chunk.length;
    this.#done = this.place.only !== undefined || this.#chunk.length < limit;
  }
}
