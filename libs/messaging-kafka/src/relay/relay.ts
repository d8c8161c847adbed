import { plusMillis, type Instant } from '@parley/kernel';
import type { Publication, PublicEvent, Publishes } from '@parley/messaging';
import { withSpan } from '@parley/telemetry';
import {
  backoffMillis,
  CheckpointedFollower,
  pause,
  type FollowedPage,
  type FollowerStatus,
} from '@parley/projections';
import type { KafkaClient } from '../client/kafka-client';
import type { KafkaPublisherOptions } from './kafka-publisher';
import { unlessAborted } from '../unless-aborted';
import { TopicWriter } from './topic-writer';

export interface RelayOptions extends KafkaPublisherOptions {
  readonly client: KafkaClient;
  readonly context: string;
  readonly publishes: Publishes;
  stopped(): void;
}

const RECORDING_MS = 2_000;
const PROGRESS_MS = 5_000;
/** A page can hold hundreds of events; links beyond these tell nothing more. */
const MOST_LINKS = 32;
/**
 * How long a page in hand may go on after a stop. A broker that is there needs less, and nobody waits for one that is
 * away.
 */
const LAST_PAGE_MS = 5_000;

/**
 * Tells what one context records. Only the instance of a service that holds the checkpoint's lease sends. It moves the
 * checkpoint after the acknowledgement, so events that a crash leaves in between are sent twice, and none is left out.
 */
export class Relay implements Publication {
  readonly #options: RelayOptions;
  readonly #topic: TopicWriter;
  readonly #follower: CheckpointedFollower;
  readonly #beat: NodeJS.Timeout;
  readonly #stopped = new AbortController();
  readonly #givenUp = new AbortController();
  #marked = '' as Instant;
  #marking: Promise<void> = Promise.resolve();
  #isBeating = false;

  constructor(options: RelayOptions) {
    const { store, dataSource, context, pageSize, takeOverMs, onFailure, progressMs = PROGRESS_MS } = options;
    this.#options = options;
    this.#topic = new TopicWriter(options.client, options.kafka, context, options.signerOf(context));
    this.#follower = new CheckpointedFollower({
      store,
      dataSource,
      name: `relay:${context}`,
      categories: [context],
      handle: (page) => this.#send(page),
      ...(pageSize === undefined ? {} : { pageSize }),
      ...(takeOverMs === undefined ? {} : { takeOverMs }),
      ...(onFailure === undefined ? {} : { onFailure }),
    });
    this.#follower.start();
    this.#beat = setInterval(() => void this.#beatOnce(), progressMs).unref();
  }

  /** How it goes: with `lastFailure` while it cannot send, `standing-by` while another instance does. */
  status(): FollowerStatus {
    return this.#follower.status();
  }

  /** How many events it has still to tell of; no more than `most` are counted. */
  behind(most: number): Promise<number> {
    return this.#follower.behind(most);
  }

  /** Resolves when everything recorded so far is acknowledged. Waits as long as the broker is away. */
  told(): Promise<void> {
    return this.#follower.idle();
  }

  /**
   * Resolves when everything recorded so far is acknowledged, and marked as told. A mark is a message to each
   * partition, which every consumer notes: more work than most of what is told.
   */
  async idle(): Promise<void> {
    await this.told();
    const { signal } = this.#stopped;
    for (let failures = 1; ; failures++) {
      signal.throwIfAborted();
      if (await this.#tryMark()) return;
      await pause(backoffMillis(failures), signal);
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#beat);
    this.#stopped.abort(new Error(`the relay of ${this.#options.context} was stopped`));
    const giveUp = setTimeout(() => this.#givenUp.abort(), LAST_PAGE_MS);
    await this.#follower.stop();
    await this.#unlessGivenUp(this.#marking).catch(() => undefined);
    clearTimeout(giveUp);
    await this.#topic.close();
    this.#options.stopped();
  }

  async #send({ events, move }: FollowedPage): Promise<void> {
    const told = events.flatMap((event) => this.#options.publishes(event));
    if (told.length > 0) await this.#unlessGivenUp(this.#tell(told));
    await move(this.#options.dataSource.manager);
  }

  /**
   * Sends in a trace of its own that is linked to the causes. The broker's client adds a span for each message below
   * it.
   */
  #tell(told: readonly PublicEvent[]): Promise<void> {
    const causes = [...new Set(told.map(({ traceparent }) => traceparent))].slice(-MOST_LINKS);
    return withSpan(
      `relay ${this.#options.context}`,
      { links: causes, attributes: { 'parley.events': told.length } },
      () => this.#topic.send(told),
    );
  }

  async #beatOnce(): Promise<void> {
    // An instance that stands by would only say again what the active one says. Marks that wait for a broker would all
    // come at once.
    if (this.#isBeating || this.#follower.status().state !== 'following') return;
    this.#isBeating = true;
    await this.#tryMark();
    this.#isBeating = false;
  }

  /** `false` when it failed. The failure is told. */
  async #tryMark(): Promise<boolean> {
    try {
      await this.#mark();
      return true;
    } catch (failure) {
      this.#options.onFailure?.(failure);
      return false;
    }
  }

  /** One mark at a time, so that none goes back. */
  #mark(): Promise<void> {
    const marking = this.#marking.then(() => this.#markOnce());
    this.#marking = marking.catch(() => undefined);
    return marking;
  }

  async #markOnce(): Promise<void> {
    const { clock, recordingMs = RECORDING_MS } = this.#options;
    // The clock is read before the log: what is recorded after this look is recorded later than it.
    const instant = plusMillis(clock.now(), -recordingMs);
    if (instant <= this.#marked || !(await this.#follower.isCaughtUp())) return;
    await this.#topic.mark(instant);
    this.#marked = instant;
  }

  #unlessGivenUp<T>(work: Promise<T>): Promise<T> {
    return unlessAborted(work, this.#givenUp.signal, 'the broker did not answer before the stop');
  }
}
