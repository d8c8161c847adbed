import { passesCategories, type EventStore, type RecordedEvent, type UnreadableEventError } from '@parley/event-store';
import { instantFromMillis, type Instant } from '@parley/kernel';
import type { ParkedMessage } from '@parley/messaging';
import {
  countConcerning,
  nextConcerning,
  type FollowedRecord,
  type FollowerStatus,
  type Projection,
  type ServiceFollower,
} from '@parley/projections';
import { reactionIdOf, readAgain, type EventBody, type Reaction } from './reaction';
import type { WorkKind } from './lanes';
import { Recent } from './recent';
import { Work, type WorkOptions } from './work';
import { addWork, countWork, oldestWork, parkedMessages, type NewWork } from './work-table';

export interface ReactionsOptions extends Omit<WorkOptions, 'follower'> {
  readonly store: EventStore;
  readonly follower: ServiceFollower;
}

const LANES = 8;
const UNREADABLE = 'unreadable';

/** One reaction of a service as an operator and the rest of the service see it. */
export class RunningReaction implements FollowedRecord {
  constructor(
    private readonly reaction: Reaction,
    private readonly kind: WorkKind,
    private readonly work: Work,
    private readonly options: ReactionsOptions,
  ) {}

  status(): FollowerStatus {
    return this.options.follower.status();
  }

  /** How many events it has still to answer; no more than `most` are counted. Parked ones do not count. */
  async behind(most: number): Promise<number> {
    const { follower, dataSource } = this.options;
    const unread = await countConcerning(this.#concern, await follower.handled(), most);
    return unread >= most
      ? most
      : Math.min(most, unread + (await countWork(dataSource.manager, [this.kind.name], most)));
  }

  /** When the oldest event that it has still to answer was recorded; `undefined` when there is none. */
  async waitingSince(): Promise<Instant | undefined> {
    const { dataSource, follower } = this.options;
    const inHand = await oldestWork(dataSource.manager, this.kind.name);
    return inHand ?? (await nextConcerning(this.#concern, await follower.handled()))?.recordedAt;
  }

  /** Resolves when everything recorded before the call has been answered, or is parked. */
  async idle(): Promise<void> {
    await this.options.follower.idle();
    await this.work.idle([this.kind.name]);
  }

  /** Events that could not be answered, and those of the same stream that wait behind them. */
  async parked(): Promise<readonly ParkedMessage[]> {
    return parkedMessages(this.options.dataSource.manager, [this.kind.name]);
  }

  /** Tries parked events again, in order; of one stream when it is given. @returns how many were answered */
  async replayParked(stream?: string): Promise<number> {
    return this.work.replay(this.kind, stream);
  }

  get #concern() {
    const { categories, concerns } = this.reaction;
    return { store: this.options.store, categories, concerns };
  }
}

/**
 * The reactions of a service: each event that calls for one becomes a row of work in the transaction of its page, and
 * is answered from there.
 */
export class Reactions {
  readonly work: Work;
  readonly #options: ReactionsOptions;
  readonly #reactions: Reaction[] = [];
  readonly #recent = new Recent<RecordedEvent>();

  /** Events of the service that cannot be read. */
  readonly unreadable: RunningReaction;

  constructor(options: ReactionsOptions) {
    this.#options = options;
    this.work = new Work(options);
    options.follower.table(this.#projection());
    this.unreadable = this.#unreadable();
  }

  /** Adds a reaction. Before the follower's start only. */
  add(reaction: Reaction): RunningReaction {
    const kind: WorkKind = {
      name: reaction.name,
      lanes: reaction.lanes ?? LANES,
      do: async ({ id, body }) => {
        const event = this.#recent.get(id) ?? (await readAgain(this.#options.store, body as EventBody));
        await reaction.react(event, reactionIdOf(reaction.name, event));
      },
    };
    this.#reactions.push(reaction);
    this.work.add(kind);
    return new RunningReaction(reaction, kind, this.work, this.#options);
  }

  /** Resolves when all work that the tables hold at the call is done or parked, and what it called for as well. */
  async idle(): Promise<void> {
    while (await this.work.idle()) {
      await this.#options.follower.idle();
      if (await this.work.isIdle()) return;
    }
  }

  /**
   * An event that cannot be read is parked: it stands among the operations until it is mended, and is answered then, or
   * is dismissed, on record. Nothing else waits for it but its own stream, on which nobody can decide meanwhile.
   */
  #unreadable(): RunningReaction {
    const { store, dataSource } = this.#options;
    const kind: WorkKind = {
      name: UNREADABLE,
      lanes: 1,
      do: async ({ body }) => {
        const event = await readAgain(store, body as EventBody);
        await addWork(dataSource.manager, this.#workOf(event));
        this.work.call();
      },
    };
    this.work.add(kind);
    const concerns = (): boolean => false;
    const nothing = { name: UNREADABLE, categories: [], concerns, react: () => Promise.resolve() };
    return new RunningReaction(nothing, kind, this.work, this.#options);
  }

  #answering(event: RecordedEvent): readonly Reaction[] {
    return this.#reactions.filter(
      ({ categories, concerns }) => passesCategories(event.stream, categories) && (concerns?.(event) ?? true),
    );
  }

  #workOf(event: RecordedEvent): readonly NewWork[] {
    return this.#answering(event).map(({ name }) => rowOf(name, event));
  }

  #projection(): Projection {
    const categories = (): readonly string[] => [...new Set(this.#reactions.flatMap((each) => each.categories))];
    return {
      name: 'work',
      get categories() {
        return categories();
      },
      concerns: (event) => this.#answering(event).length > 0,
      tables: [],
      apply: async (manager, events) => {
        await addWork(
          manager,
          events.flatMap((event) => this.#workOf(event)),
        );
      },
      setAside: (manager, unreadable) => addWork(manager, unreadable.map(rowOfUnreadable)),
      committed: (events) => {
        for (const event of events) this.#recent.add(event.eventId, event);
        this.work.call();
      },
    };
  }
}

const rowOf = (kind: string, { eventId, stream, revision, recordedAt }: RecordedEvent): NewWork => ({
  kind,
  id: eventId,
  key: stream,
  body: { stream, revision } satisfies EventBody,
  recordedAt,
});

const rowOfUnreadable = ({ kept: { eventId, ...body }, message }: UnreadableEventError): NewWork => ({
  kind: UNREADABLE,
  id: eventId,
  key: body.stream,
  body: body satisfies EventBody,
  // When it was recorded is among what cannot be read.
  recordedAt: instantFromMillis(Date.now()),
  parkedFor: message,
});
