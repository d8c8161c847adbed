import type { RecordedEvent } from '@parley/event-store';
import type { Publication, Publisher, PublicEvent, Publishes } from '@parley/messaging';

/**
 * Where a tail finds what contexts make public. The log itself is the outbox, so to publish is to say how a context's
 * events are read; nothing is copied, and `told` and `idle` have nothing to wait for.
 */
export class TailPublisher implements Publisher {
  readonly #contexts = new Map<string, Publishes>();

  publish(context: string, publishes: Publishes): Publication {
    if (this.#contexts.has(context)) throw new Error(`${context} is published already`);
    this.#contexts.set(context, madeOnce(publishes));
    return {
      told: async () => undefined,
      idle: async () => undefined,
      stop: async () => void this.#contexts.delete(context),
    };
  }

  /** How a context's events are read. @throws when it is not published */
  publishesOf(context: string): Publishes {
    const publishes = this.#contexts.get(context);
    if (!publishes) throw new Error(`${context} is not published`);
    return publishes;
  }
}

/** Several consumers of one process are handed the same event, and its public events are the same for all. */
function madeOnce(publishes: Publishes): Publishes {
  const made = new WeakMap<RecordedEvent, readonly PublicEvent[]>();
  return (event) => {
    const known = made.get(event);
    if (known) return known;
    const fresh = publishes(event);
    made.set(event, fresh);
    return fresh;
  };
}
