import type { Position } from '@parley/event-store';
import type { EventStoreClient, StoredEvent } from '../client/event-store-client';
import { comparePositions, positionOf, START } from './position';
import { isOfRecord } from './stream-filter';

/** So many of the newest events are looked at, and more only while all of them are the system's. */
const STEPS = [1, 16, 256, 4_096, 65_536];

/** Knows how far the record reaches. Heads only grow, so it need never look further back than the last one. */
export class NewestPosition {
  #known = START;

  constructor(private readonly client: EventStoreClient) {}

  /** Of the newest event of the record; `START` when there is none. */
  async ofRecord(): Promise<Position> {
    for (const step of STEPS) {
      const newest = await this.client.readNewest(step);
      const head = newest.find(({ stream }) => isOfRecord(stream));
      if (head !== undefined) return this.#saw(positionOf(head.position));
      if (newest.length < step || this.#reachesKnown(newest)) break;
    }
    return this.#known;
  }

  /** Of the newest event of all, the system's included: no position that was ever given lies behind it. */
  async ofLog(): Promise<Position> {
    const [newest] = await this.client.readNewest(1);
    return newest === undefined ? START : positionOf(newest.position);
  }

  #saw(position: Position): Position {
    if (comparePositions(position, this.#known) > 0) this.#known = position;
    return this.#known;
  }

  #reachesKnown(newest: readonly StoredEvent[]): boolean {
    const oldest = newest.at(-1);
    return this.#known !== START && oldest !== undefined && comparePositions(positionOf(oldest.position), this.#known) <= 0;
  }
}
