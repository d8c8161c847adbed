import type { Position } from '@parley/event-store';
import type { EventStoreClient, LogPosition, StreamFilter } from '../client/all-subscription';

/**
 * Knows how far the record reaches. Events that were looked at once are not looked at again, however many of them are
 * the system's.
 */
export class NewestPosition {
  #ofRecord = START;
  /** All that lies at or before it has been looked at. */
  #looked = START;

  constructor(private readonly client: EventStoreClient) {}

  /** The position of the newest event of the record; `START` when there is none. */
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

  /** The position of the newest event of all, the system's included. No position that was ever given lies behind it. */
  async ofLog(): Promise<Position> {
    const newest = await this.client.newest(() => true);
    return newest === null ? START : positionOf(newest.position);
  }
}

/** Answers may overtake each other, and heads only grow. */
const later = (a: Position, b: Position): Position => (comparePositions(a, b) < 0 ? b : a);

const POSITION = /^(\d{1,20})(?:\/(\d{1,20}))?$/;

/** Before the first event. The log's own first record, at 0, is never an event of ours. */
export const START = '0' as Position;

/** `<commit>`, or `<commit>/<prepare>` in the rare case that they differ. */
export function positionOf({ commit, prepare }: LogPosition): Position {
  return (commit === prepare ? commit.toString() : `${commit.toString()}/${prepare.toString()}`) as Position;
}

/** @throws RangeError for a text that no store of this kind ever gave */
export function logPositionOf(position: Position): LogPosition {
  const [, commit, prepare] = POSITION.exec(position) ?? [];
  if (commit === undefined) throw new RangeError(`not a position of this store: ${position}`);
  return { commit: BigInt(commit), prepare: BigInt(prepare ?? commit) };
}

/** EventStoreDB orders its log by commit, then by prepare position. */
export function comparePositions(a: Position, b: Position): number {
  const [left, right] = [logPositionOf(a), logPositionOf(b)];
  return order(left.commit, right.commit) || order(left.prepare, right.prepare);
}

const order = (a: bigint, b: bigint): number => (a < b ? -1 : Number(a > b));

/**
 * Streams of the procedure only: those of the system begin with a dollar sign, and a linking projection's have another
 * form.
 */
const ALL: StreamFilter = { pattern: String.raw`^[a-z]+\.[a-z]+-` };
const NONE: StreamFilter = { pattern: '^$' };

/**
 * Categories (`intake.case`) and contexts (`intake`) as the beginnings of stream names, for the server to filter by.
 * Each prefix includes the sign that ends the name (`-` or `.`), so that one is never the beginning of another.
 */
export function streamFilter(categories: readonly string[] | undefined): StreamFilter {
  if (categories === undefined) return ALL;
  // A list without a prefix would let everything through.
  if (categories.length === 0) return NONE;
  return { prefixes: categories.map((category) => (category.includes('.') ? `${category}-` : `${category}.`)) };
}

/** Whether an event belongs to the record at all. */
export const isOfRecord = (stream: string): boolean => /^[a-z]+\.[a-z]+-/.test(stream);
