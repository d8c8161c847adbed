import type { Position } from '@parley/event-store';
import type { EventStoreClient } from '../client/event-store-client';
import { comparePositions, positionOf, START } from './position';
import { isOfRecord } from './stream-filter';

/**
 * Knows how far the record reaches. What was looked at once is not looked at again, however much of it is the system's.
 */
export class NewestPosition {
  #ofRecord = START;
  /** All that lies at or before it has been looked at. */
  #looked = START;

  constructor(private readonly client: EventStoreClient) {}

  /** Of the newest event of the record; `START` when there is none. */
  async ofRecord(): Promise<Position> {
    const known = this.#looked;
    let newest: Position | undefined;
    const found = await this.client.newest(({ stream, position }) => {
      newest ??= positionOf(position);
      return isOfRecord(stream) || comparePositions(positionOf(position), known) <= 0;
    });
    if (found !== null && isOfRecord(found.stream)) this.#ofRecord = later(this.#ofRecord, positionOf(found.position));
    if (newest !== undefined) this.#looked = later(this.#looked, newest);
    return this.#ofRecord;
  }

  /** Of the newest event of all, the system's included: no position that was ever given lies behind it. */
  async ofLog(): Promise<Position> {
    const newest = await this.client.newest(() => true);
    return newest === null ? START : positionOf(newest.position);
  }
}

/** Answers may overtake each other, and heads only grow. */
const later = (a: Position, b: Position): Position => (comparePositions(a, b) < 0 ? b : a);
