import { derivedUuid, streamIdOf, type RecordedEvent } from '@parley/event-store';
import { latest, plusMillis, type Instant } from '@parley/kernel';
import { orderKeyOf, type PublicEvent } from '@parley/messaging';

/**
 * How late messages come at most: seconds (`prompt`), minutes (`slow`), or so late that much has happened in between
 * (`bad`).
 */
export type FeedTemper = 'prompt' | 'slow' | 'bad';

const LATEST: Readonly<Record<FeedTemper, number>> = { prompt: 2_000, slow: 10 * 60_000, bad: 36 * 3_600_000 };
/** The longest delay of a service's own processes: they read the service's own store and wait for no broker. */
const MOST_LAG_MS = 10 * 60_000;
const SPAN = 16 ** 8;

/** The instants at which a group gets a message: first, and `again`, which is `null` when the message comes once. */
export interface Deliveries {
  readonly first: Instant;
  readonly again: Instant | null;
}

/**
 * What identifies a message apart from its id and the countries in it, so that a history and its mirror image have the
 * same lateness (I-07).
 */
const likeness = ({ subject, type, time, recordedat }: PublicEvent): readonly string[] => [
  subject,
  type,
  time,
  recordedat,
];

/**
 * A feed that promises what a broker promises and no more: each message at least once, the first time in the order of
 * its case and producer. The delay and the repetition are functions of the seed and the message, so that leaving
 * something out of a history does not move the rest of it.
 */
export class ShuffledFeed {
  readonly #last = new Map<string, Instant>();

  constructor(
    private readonly seed: number,
    private readonly temper: FeedTemper,
  ) {}

  deliveriesOf(group: string, event: PublicEvent, now: Instant): Deliveries {
    const key = `${group}/${orderKeyOf(event)}`;
    const earliest = plusMillis(now, this.#within(group, ...likeness(event), 'first'));
    const first = this.#inOrder(key, earliest);
    const again =
      this.#chance(group, ...likeness(event)) < 0.25
        ? plusMillis(first, this.#within(group, ...likeness(event), 'again') * 3)
        : null;
    return { first, again };
  }

  /**
   * The instant at which a process of a service reads an event of its own service: in the order of the stream, and now
   * and then a while later.
   */
  reactionTo(
    { stream, type, recordedAt }: Pick<RecordedEvent, 'stream' | 'type' | 'recordedAt'>,
    now: Instant,
  ): Instant {
    const lag = Math.min(this.#within('process', streamIdOf(stream), type, recordedAt), MOST_LAG_MS);
    return this.#inOrder(`process/${stream}`, plusMillis(now, 1 + lag));
  }

  #inOrder(key: string, earliest: Instant): Instant {
    const at = latest(earliest, this.#last.get(key) ?? earliest);
    this.#last.set(key, at);
    return at;
  }

  #chance(...parts: readonly string[]): number {
    return Number.parseInt(derivedUuid(String(this.seed), ...parts).slice(0, 8), 16) / SPAN;
  }

  /** A delay within the span. Most are early, since it is the cube of an even chance. */
  #within(...parts: readonly string[]): number {
    return Math.floor(this.#chance(...parts) ** 3 * LATEST[this.temper]);
  }
}
