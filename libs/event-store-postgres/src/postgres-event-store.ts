import { setMaxListeners } from 'node:events';
import {
  eventsOfCommand,
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
import { together, type Clock, type CommandId } from '@parley/kernel';
import { Pool } from 'pg';
import { AppendBatcher } from './append/append-batcher';
import type { AppendItem } from './append/append-queue';
import { WriterConnection } from './append/bound-query';
import { StreamHeads } from './append/stream-heads';
import { Announcer } from './follow/announcer';
import { Follower, type FollowerStatus } from './follow/follower';
import { HeadWatch } from './follow/head-watch';
import { SharedPages } from './follow/shared-pages';
import { readHead } from './read/read-head';
import { readPage, readStream, whole } from './read/read-page';

export type PostgresEventStoreOptions = PostgresConnection & {
  readonly clock: Clock;
  /**
   * Milliseconds between two polls of the followers, in case every wake-up gets lost; 5,000 when left out. Wake-ups get
   * lost only with a connection, and opening it anew starts a look.
   */
  readonly pollMs?: number;
  /**
   * Least milliseconds between two wake-ups of the followers; 50 when left out. Each wake-up costs every follower a
   * read, and twenty followers in one process would leave the appends little of the machine. A process with few
   * followers can take less, and lags less.
   */
  readonly wakeSpacingMs?: number;
  /**
   * Milliseconds that a statement may take before the database itself gives it up; 15,000 when left out, and 4,000 for
   * an append. A connection on which nothing comes for a third longer counts as broken. A pool that is passed in has
   * its own.
   */
  readonly patienceMs?: number;
  /**
   * Another store of this process and record, closed after this one: its one connection listens for the followers of
   * both, and its `pollMs` and `wakeSpacingMs` count for both.
   */
  readonly listensThrough?: PostgresEventStore;
};

/** A connection of the context's own role. A pool that is passed in is for the caller to end. */
export type PostgresConnection = { readonly connectionString: string } | { readonly pool: Pool };

const POOL_SIZE = 10;
const POLL_MS = 5_000;
const WAKE_SPACING_MS = 50;
const PATIENCE_MS = 15_000;
const CONNECT_MS = 10_000;

/** Opens the record that `installEventStore` has made. Nothing is connected until it is used. */
export function createPostgresEventStore(options: PostgresEventStoreOptions): PostgresEventStore {
  const { clock, pollMs = POLL_MS, wakeSpacingMs = WAKE_SPACING_MS, listensThrough } = options;
  const pool = 'pool' in options ? options.pool : openPool(options);
  const watch = listensThrough?.watch ?? new HeadWatch(pool, pollMs, wakeSpacingMs);
  return new PostgresEventStore(pool, clock, watch, async () => {
    if (!listensThrough) await watch.close();
    if (!('pool' in options)) await pool.end();
  });
}

function openPool({
  connectionString,
  patienceMs = PATIENCE_MS,
}: {
  readonly connectionString: string;
  readonly patienceMs?: number;
}): Pool {
  const pool = new Pool({
    connectionString,
    max: POOL_SIZE,
    application_name: 'parley-event-store',
    // A line can break without either end being told, and a caller that waits on it would wait for ever.
    keepAlive: true,
    keepAliveInitialDelayMillis: patienceMs,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: patienceMs,
    query_timeout: (patienceMs * 4) / 3,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/**
 * A caller that asks for so many events or fewer only looks whether there are any, as all followers of a process do at
 * the same moment.
 */
const MOST_OF_A_LOOK = 200;

/** The record in PostgreSQL. One instance per role and process; any number of processes share one record. */
export class PostgresEventStore implements EventStore {
  readonly start = '0' as Position;
  readonly #heads = new StreamHeads();
  readonly #closing = new AbortController();
  readonly #followers = new Set<Follower>();
  readonly #writer: WriterConnection;
  readonly #batcher: AppendBatcher;
  readonly #announcer: Announcer;
  readonly #pages: SharedPages;
  readonly #readHead: () => Promise<Position>;

  constructor(
    private readonly pool: Pool,
    clock: Clock,
    /** Wakes its followers, and those of the stores that listen through this one. */
    readonly watch: HeadWatch,
    /** Closes what was opened for it alone. */
    private readonly end: () => Promise<void>,
  ) {
    this.#announcer = new Announcer(pool);
    this.#pages = new SharedPages((options) => readPage(pool, options));
    const heads = together<null, Position>(async (all) => {
      const head = await readHead(pool);
      return all.map(() => head);
    });
    this.#readHead = () => heads(null);
    this.#writer = new WriterConnection(pool);
    this.#batcher = new AppendBatcher({
      connection: this.#writer,
      clock,
      heads: this.#heads,
      readDuplicate: (item, revision) => this.#readDuplicate(item, revision),
      appended: (newest) => {
        watch.moved(newest);
        this.#announcer.announce(newest);
      },
    });
    setMaxListeners(0, this.#closing.signal);
  }

  append(
    stream: StreamName,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    command: { readonly commandId: CommandId },
  ): Promise<AppendResult> {
    if (this.#closing.signal.aborted) return Promise.reject(new Error('the event store is closed'));
    return new Promise((resolve, reject) => {
      this.#batcher.add({ stream, expected, events, commandId: command.commandId, attempts: 0, resolve, reject });
    });
  }

  async read(stream: StreamName, options: ReadOptions = {}): Promise<readonly RecordedEvent[]> {
    const events = await readStream(this.pool, stream, options);
    const last = events.at(-1);
    if (last) this.#heads.saw(stream, last);
    return events;
  }

  async readAll(options: ReadAllOptions): Promise<Page> {
    const asked = { ...options, after: options.after ?? this.start };
    const page = await (asked.limit > MOST_OF_A_LOOK ? readPage(this.pool, asked) : this.#pages.read(asked));
    return options.setsAside ? page : whole(page);
  }

  async *follow(options: FollowOptions): AsyncIterable<Page> {
    const ports = {
      readPage: this.#pages.read.bind(this.#pages),
      watch: this.watch,
      start: this.start,
      closing: this.#closing.signal,
    };
    const follower = new Follower(ports, options);
    this.#followers.add(follower);
    try {
      yield* follower.pages();
    } finally {
      this.#followers.delete(follower);
    }
  }

  head(): Promise<Position> {
    return this.#readHead();
  }

  compare(a: Position, b: Position): number {
    return a.length - b.length || (a < b ? -1 : Number(a > b));
  }

  /** How each running follower gets on, for a watchdog. */
  followers(): readonly FollowerStatus[] {
    return [...this.#followers].map((follower) => follower.status());
  }

  /** Writes what was handed in, ends the followers, refuses what comes later. A pool that was passed in stays open. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#batcher.idle();
    this.#writer.close();
    this.#announcer.close();
    await this.end();
  }

  async #readDuplicate(item: AppendItem, revision: number): Promise<AppendResult> {
    const events = eventsOfCommand(await this.read(item.stream, { from: revision }), item.commandId, item.events);
    const last = events.at(-1);
    if (last === undefined) throw new Error(`the events of command ${item.commandId} cannot be read back`);
    return { kind: 'appended', revision: last.revision, position: last.position, events, duplicate: true };
  }
}
