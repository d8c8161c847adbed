import { InMemoryEventStore, type ReadOptions, type RecordedEvent, type StreamName } from '@parley/event-store';

/**
 * The store in memory, which hands out the events of a stream as they stand and copies each but once: nobody in a simulation scribbles on
 * them, and every act reads its stream from the beginning.
 */
export class SharedEventStore extends InMemoryEventStore {
  readonly #handedOut = new Map<StreamName, readonly RecordedEvent[]>();

  override async read(stream: StreamName, { from = 0, limit }: ReadOptions = {}): Promise<readonly RecordedEvent[]> {
    const before = this.#handedOut.get(stream) ?? [];
    const since = await super.read(stream, { from: before.length });
    const all = since.length > 0 ? [...before, ...since] : before;
    this.#handedOut.set(stream, all);
    return from === 0 && limit === undefined ? all : all.slice(from, limit === undefined ? undefined : from + limit);
  }
}
