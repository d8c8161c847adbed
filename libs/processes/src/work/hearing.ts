import { commandIdOf } from '@parley/event-store';
import { instantFromMillis, type CommandId, type Instant } from '@parley/kernel';
import {
  factOf,
  keepFacts,
  newlyKnown,
  orderKeyOf,
  recordProgress,
  type Consumption,
  type Feed,
  type FeedLag,
  type MessagePage,
  type ParkedMessage,
  type PublicEvent,
  type UnreadRecord,
} from '@parley/messaging';
import { countDuplicateDropped } from '@parley/metrics';
import { backoffMillis, pause } from '@parley/projections';
import type { DataSource, EntityManager } from 'typeorm';
import type { WorkKind } from './lanes';
import { Recent } from './recent';
import type { Work } from './work';
import { addWork, parkedMessages, type NewWork } from './work-table';

/** What messages of other contexts call for, from the table of work. */
export interface MessageReaction {
  /** Unique within the service, and stable: its commands' ids depend on it. */
  readonly name: string;
  /**
   * True when a message may call for something; all may when left out. A function of the message alone. When it throws,
   * the answer throws too, and the message is parked.
   */
  readonly concerns?: (event: PublicEvent) => boolean;
  /**
   * Answers a message. Called at least once for each, in order per case and producing context. A command goes under
   * the id that is given (or one derived from it), so that it takes effect once; a refusal is an outcome and must not
   * throw.
   */
  answer(event: PublicEvent, commandId: CommandId): Promise<unknown>;
  /** How many cases are answered side by side; 8 when left out. */
  readonly lanes?: number;
}

export interface HearingOptions {
  readonly feed: Feed;
  readonly dataSource: DataSource;
  readonly work: Work;
  /** Producing contexts, such as `intake`. */
  readonly contexts: readonly string[];
  /** The one group of all instances of the service. */
  readonly group: string;
  /**
   * Milliseconds between two looks for messages whose type was unknown to the process that heard them; 60,000 when left
   * out.
   */
  readonly makeUpMs?: number;
  readonly onFailure: (failure: unknown) => void;
}

const [LANES, MAKE_UP_MS] = [8, 60_000];
const UNREAD = 'unread';

/**
 * What a service hears of others. A page of messages is one transaction: the messages as they came, a row of work for
 * each that calls for something, and the feed's own place. They are answered from the table of work, in order within a
 * case and context, and with cases side by side. A message that keeps failing holds back its own case alone.
 */
export class Hearing {
  readonly #options: HearingOptions;
  readonly #reactions: MessageReaction[] = [];
  readonly #kinds: WorkKind[] = [];
  readonly #recent = new Recent<PublicEvent>();
  readonly #stop = new AbortController();
  #consumption: Consumption | undefined;
  #makingUp: Promise<void> = Promise.resolve();
  #keptMakingUp: Promise<void> = Promise.resolve();

  constructor(options: HearingOptions) {
    this.#options = options;
    this.#addKind({
      name: UNREAD,
      lanes: 1,
      isWorthTrying: ({ body }) => this.#reread(body) !== undefined,
      do: ({ body }) => this.#takeUnread(body),
    });
  }

  /** Adds a reaction. Before the start only. */
  add(reaction: MessageReaction): void {
    const { dataSource, group } = this.#options;
    const { name, lanes = LANES } = reaction;
    this.#reactions.push(reaction);
    this.#addKind({
      name,
      lanes,
      do: async ({ id }) => {
        const event = this.#recent.get(id) ?? (await factOf(dataSource.manager, id));
        await reaction.answer(event, commandIdOf(group, name, id));
      },
    });
  }

  start(): void {
    const { feed, contexts, group, dataSource } = this.#options;
    this.#makingUp = this.#makeUp();
    this.#keptMakingUp = this.#keepMakingUp();
    this.#consumption = feed.consume({
      contexts,
      group,
      signal: this.#stop.signal,
      take: (manager, page) => this.#take(manager, page),
      taken: () => this.#options.work.call(),
      progress: (told, instant) => recordProgress(dataSource.manager, group, told, instant),
    });
  }

  /** Resolves when everything recorded before the call was taken, and all that it calls for is done or parked. */
  async idle(): Promise<void> {
    await this.heard();
    await this.#options.work.idle(this.#kinds.map(({ name }) => name));
  }

  /** Resolves when everything recorded before the call was taken. */
  async heard(): Promise<void> {
    await this.#makingUp;
    await this.#consumption?.idle();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#keptMakingUp;
    await this.#consumption?.stop();
  }

  lag(): readonly FeedLag[] {
    return this.#consumption?.lag() ?? [];
  }

  /** Messages that could not be answered or even read, and those that wait behind one. */
  async parked(): Promise<readonly ParkedMessage[]> {
    return parkedMessages(
      this.#options.dataSource.manager,
      this.#kinds.map(({ name }) => name),
    );
  }

  /** Tries parked messages again, in order; of one key when it is given. @returns how many were answered */
  async replayParked(key?: string): Promise<number> {
    let done = 0;
    for (const kind of this.#kinds) done += await this.#options.work.replay(kind, key);
    return done;
  }

  #addKind(kind: WorkKind): void {
    this.#kinds.push(kind);
    this.#options.work.add(kind);
  }

  async #take(manager: EntityManager, { events, unread }: MessagePage): Promise<void> {
    const { feed, group } = this.#options;
    await this.#makingUp;
    const fresh = await keepFacts(manager, events, (type) => feed.isKnown?.(type) ?? true);
    for (let dropped = events.length - fresh.size; dropped > 0; dropped--) countDuplicateDropped(group);
    const unheard = new Map(events.filter(({ id }) => fresh.has(id)).map((event) => [event.id, event]));
    await addWork(manager, [...this.#workOf([...unheard.values()]), ...unread.map(workOfUnread)]);
  }

  #workOf(events: readonly PublicEvent[]): readonly NewWork[] {
    const work = events.flatMap((event) =>
      this.#reactions.flatMap(({ name, concerns }) => (mayConcern(concerns, event) ? workOf(name, event) : [])),
    );
    const called = new Set(work.map(({ id }) => id));
    for (const event of events) if (called.has(event.id)) this.#recent.add(event.id, event);
    return work;
  }

  #reread(body: unknown): PublicEvent | undefined {
    return this.#options.feed.reread?.(body);
  }

  async #takeUnread(body: unknown): Promise<void> {
    const { dataSource, work } = this.#options;
    const event = this.#reread(body);
    if (!event) throw new TypeError('a record is no public event');
    await dataSource.transaction((manager) => this.#take(manager, { events: [event], unread: [] }));
    work.call();
  }

  /** An instance of an older version may go on hearing beside this one for a while. */
  async #keepMakingUp(): Promise<void> {
    const { makeUpMs = MAKE_UP_MS } = this.#options;
    const { signal } = this.#stop;
    await this.#makingUp;
    while (!signal.aborted) {
      await pause(makeUpMs, signal);
      await this.#makeUp();
    }
  }

  /**
   * Adds the work of messages whose type was unknown when they came. At the start this comes before any new message.
   */
  async #makeUp(): Promise<void> {
    const { feed, dataSource, work, onFailure } = this.#options;
    const { signal } = this.#stop;
    for (let failures = 1; !signal.aborted; failures++) {
      try {
        await dataSource.transaction(async (manager) => {
          const events = await newlyKnown(manager, (type) => feed.isKnown?.(type) ?? true);
          await addWork(manager, this.#workOf(events));
        });
        work.call();
        return;
      } catch (failure) {
        onFailure(failure);
        await pause(backoffMillis(failures), signal);
      }
    }
  }
}

function mayConcern(concerns: MessageReaction['concerns'], event: PublicEvent): boolean {
  try {
    return concerns?.(event) ?? true;
  } catch {
    return true;
  }
}

const workOf = (kind: string, event: PublicEvent): NewWork => ({
  kind,
  id: event.id,
  key: orderKeyOf(event),
  body: null,
  recordedAt: event.recordedat,
});

/** A key of its own, so that it holds nobody back. */
const workOfUnread = ({ id, context, reason, body }: UnreadRecord): NewWork => ({
  kind: UNREAD,
  id,
  key: id,
  body,
  recordedAt: now(),
  parkedFor: `not a public event of ${context}: ${reason}`,
});

const now = (): Instant => instantFromMillis(Date.now());
