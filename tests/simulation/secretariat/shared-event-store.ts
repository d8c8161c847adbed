import {
  InMemoryEventStore,
  type AppendResult,
  type EventStore,
  type Page,
  type ReadAllOptions,
  type ReadOptions,
  type RecordedEvent,
  type StreamName,
} from '@parley/event-store';

/**
 * The store in memory, which hands out one copy of each event to all readers. Nobody in a simulation changes events.
 * Every act reads its stream from the beginning, and the payload is parsed once for each copy, so one copy saves much
 * time.
 */
export class SharedEventStore extends InMemoryEventStore {
  readonly #streams = new Map<StreamName, readonly RecordedEvent[]>();
  readonly #copies = new Map<string, RecordedEvent>();

  override async append(...asked: Parameters<EventStore['append']>): Promise<AppendResult> {
    const result = await super.append(...asked);
    return result.kind === 'appended' ? { ...result, events: result.events.map(this.#copyOf) } : result;
  }

  override async read(stream: StreamName, { from = 0, limit }: ReadOptions = {}): Promise<readonly RecordedEvent[]> {
    const before = this.#streams.get(stream) ?? [];
    const since = await super.read(stream, { from: before.length });
    const all = since.length > 0 ? [...before, ...since.map(this.#copyOf)] : before;
    this.#streams.set(stream, all);
    return from === 0 && limit === undefined ? all : all.slice(from, limit === undefined ? undefined : from + limit);
  }

  override async readAll(options: ReadAllOptions): Promise<Page> {
    const page = await super.readAll(options);
    return { ...page, events: page.events.map(this.#copyOf) };
  }

  /** Gives the copy that was handed out first. */
  readonly #copyOf = (event: RecordedEvent): RecordedEvent => {
    const handedOut = this.#copies.get(event.eventId) ?? event;
    this.#copies.set(event.eventId, handedOut);
    return handedOut;
  };
}
