import type { RecordedEvent, StreamHead } from '@parley/event-store';
import { LRUCache } from 'lru-cache';

/** Enough for every case in work at once, at about 200 bytes each. */
const MOST_STREAMS = 20_000;

/**
 * What this process last saw of its streams, so that an append needs no read before it. It may lag behind what other
 * processes wrote: the database checks, and a writer that was wrong links anew.
 */
export class StreamHeads {
  readonly #heads = new LRUCache<string, StreamHead>({ max: MOST_STREAMS });

  get(stream: string): StreamHead | null {
    return this.#heads.get(stream) ?? null;
  }

  /** Takes in the head that a read gave, which may be older than what is known. */
  saw(stream: string, { revision, commitment, recordedAt }: StreamHead | RecordedEvent): void {
    const known = this.#heads.peek(stream);
    if (known === undefined || known.revision < revision) this.#heads.set(stream, { revision, commitment, recordedAt });
  }

  /**
   * Takes in the head that the database's own check of an append gave, which is never older; `null` when there is no
   * such stream.
   */
  correct(stream: string, head: StreamHead | null): void {
    if (head === null) this.#heads.delete(stream);
    else this.#heads.set(stream, head);
  }
}
