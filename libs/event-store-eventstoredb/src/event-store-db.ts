import { setMaxListeners } from 'node:events';
import {
  contextOf,
  type AppendResult,
  type EventStore,
  type ExpectedRevision,
  type FollowOptions,
  type NewEvent,
  type Page,
  type Position,
  type ReadAllOptions,
  type ReadOptions,
  type RecordedEvent,
  type StreamName,
} from '@parley/event-store';
import type { Clock, CommandId } from '@parley/kernel';
import { Appender, KnownStreams } from './append/appender';
import { CLOCK_STREAM, ServerClock } from './append/server-clock';
import { StreamTurns } from './append/stream-turns';
import type { EventStoreClient } from './client/all-subscription';
import { Follower, type FollowerStatus } from './follow/follower';
import { HeadWatch } from './follow/head-watch';
import { PageReader, type PageReaderPorts } from './follow/page-reader';
import { ConnectionHealth, watchedClient } from './health/connection-health';
import { comparePositions, NewestPosition, START } from './read/position';
import { recordedEvent } from './read/recorded-event';
import { withRetries } from './with-retries';

const DEFAULT_PAGE = 500;
/**
 * After so many milliseconds, the wait for its turn included, an append is not begun again. With the deadline of a call
 * added, it is decided in less than the 10 s that a default waits for writes under way.
 */
const GIVE_UP_MS = 5_000;
/** Milliseconds between two polls of the followers, in case a subscription says nothing. */
const POLL_MS = 250;
/** How often a follower is told of its progress during a long search. */
const TELL_MS = 500;

export interface EventStoreDbPorts {
  readonly client: EventStoreClient;
  readonly contexts: readonly string[];
  readonly clock: Clock;
  readonly onFailure: (failure: unknown) => void;
}

/** The record in EventStoreDB. One instance per service and process; any number of processes share one record. */
export class EventStoreDb implements EventStore {
  readonly start = START;
  readonly #client: EventStoreClient;
  readonly #closing = new AbortController();
  readonly #health: ConnectionHealth;
  readonly #streams = new KnownStreams();
  readonly #turns = new StreamTurns();
  readonly #followers = new Set<Follower>();
  readonly #appender: Appender;
  readonly #reading: PageReaderPorts;

  constructor(private readonly ports: EventStoreDbPorts) {
    const { client, clock, onFailure } = ports;
    setMaxListeners(0, this.#closing.signal);
    this.#health = new ConnectionHealth({
      probe: () => client.newest(() => true),
      onFailure,
      closing: this.#closing.signal,
    });
    this.#client = watchedClient(client, this.#health);
    const serverClock = new ServerClock(clock, () => this.read(CLOCK_STREAM));
    this.#appender = new Appender({ client: this.#client, clock, streams: this.#streams, serverClock });
    const newest = new NewestPosition(this.#client);
    this.#reading = { client: this.#client, newest, watch: new HeadWatch(() => newest.ofRecord(), POLL_MS) };
    this.#health.probe();
  }

  /**
   * Keeps the port's promises, except for one: it notices that an event id belongs to another stream only when this
   * process wrote that event lately.
   * @throws EventStoreAwayError when there is no answer; whether it was written is unknown then, and the same call is
   *   harmless
   */
  async append(
    stream: StreamName,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    command: { readonly commandId: CommandId },
  ): Promise<AppendResult> {
    const { contexts } = this.ports;
    if (this.#closing.signal.aborted) throw new Error('the event store is closed');
    if (!contexts.includes(contextOf(stream))) {
      throw new Error(`a store of ${contexts.join(', ') || 'no context'} may not append to stream ${stream}`);
    }
    const request = {
      stream,
      expected,
      events,
      commandId: command.commandId,
      giveUpAt: performance.now() + GIVE_UP_MS,
    };
    const result = await this.#turns.take(stream, () => this.#appender.append(request));
    if (result.kind === 'appended') this.#reading.watch.moved(result.position);
    return result;
  }

  async read(stream: StreamName, options: ReadOptions = {}): Promise<readonly RecordedEvent[]> {
    const events = (await withRetries(() => this.#client.readStream(stream, options.from ?? 0, options.limit))).map(
      recordedEvent,
    );
    this.#streams.saw(stream, events);
    return events;
  }

  async readAll(options: ReadAllOptions): Promise<Page> {
    const { after = START, categories, limit } = options;
    const page = await withRetries(async () => {
      const reader = new PageReader(this.#reading, {
        after,
        categories,
        pageSize: limit,
        signal: this.#closing.signal,
      });
      try {
        return await reader.next();
      } finally {
        reader.close();
      }
    });
    if (page === null) throw new Error('the event store is closed');
    const [unreadable] = page.unreadable ?? [];
    if (unreadable && !options.setsAside) throw unreadable;
    return page;
  }

  async *follow(options: FollowOptions): AsyncIterable<Page> {
    const { after = START, categories, pageSize = DEFAULT_PAGE } = options;
    const signal = AbortSignal.any([options.signal, this.#closing.signal]);
    const ports = { ...this.#reading, failed: (error: unknown) => this.#health.failed(error) };
    const follower = new Follower(ports, { after, categories, pageSize, tellMs: TELL_MS, signal });
    this.#followers.add(follower);
    try {
      yield* follower.pages();
    } finally {
      this.#followers.delete(follower);
    }
  }

  head(): Promise<Position> {
    return withRetries(() => this.#reading.newest.ofRecord());
  }

  compare(a: Position, b: Position): number {
    return comparePositions(a, b);
  }

  /**
   * Why the store cannot be worked with just now, in one sentence and never with the password; empty while the last
   * call was answered. It goes on trying by itself.
   */
  unready(): readonly string[] {
    return this.#health.unready();
  }

  /** How each running follower gets on, for a watchdog. */
  followers(): readonly FollowerStatus[] {
    return [...this.#followers].map((follower) => follower.status());
  }

  /** Ends the followers, waits for appends in flight, refuses what comes later. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#reading.watch.close();
    await this.#turns.idle();
    await this.#client.close();
  }
}
