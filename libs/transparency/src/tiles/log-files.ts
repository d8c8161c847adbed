import { LogRefused } from '../log-refused';
import { HASH_BYTES } from '../tree/hashes';
import { TILE_WIDTH, tilePath, widthIn, type TilePlace } from './tile-path';

/** Reads a file of a log by its path below the prefix; `undefined` when there is none. */
export type ReadLogFile = (path: string) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/** A file of a log. */
export interface LogFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads the file at a place. A partial one that is gone has become the whole one of the same index, which begins with
 * the same bytes.
 * @throws LogRefused `file-missing`
 */
export async function readPlace(read: ReadLogFile, place: TilePlace): Promise<Uint8Array> {
  const bytes = await read(tilePath(place));
  const found = bytes ?? (place.width < TILE_WIDTH ? await read(tilePath({ ...place, width: TILE_WIDTH })) : undefined);
  if (found === undefined) throw new LogRefused('file-missing', tilePath(place));
  return found;
}

/**
 * Reads the hashes of a tile, as many as a tree of a size has there.
 * @throws LogRefused `file-missing`, `tile-cut`, and `outside-tree` for a tile that the tree has not
 */
export async function readTile(
  read: ReadLogFile,
  level: number,
  index: number,
  size: number,
): Promise<readonly Uint8Array[]> {
  const place = { level, index, width: widthIn(level, index, size) };
  if (place.width === 0) throw new LogRefused('outside-tree', `tile ${String(index)} of level ${String(level)}`);
  const bytes = await readPlace(read, place);
  const isWhole = bytes.length === TILE_WIDTH * HASH_BYTES;
  if (bytes.length !== place.width * HASH_BYTES && !isWhole) throw new LogRefused('tile-cut', tilePath(place));
  return Array.from({ length: place.width }, (_, at) => bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));
}
