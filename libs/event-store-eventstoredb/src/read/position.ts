import type { Position } from '@parley/event-store';
import type { LogPosition } from '../client/event-store-client';

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
