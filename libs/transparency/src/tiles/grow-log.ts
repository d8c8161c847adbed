import type { Digest } from '../checks';
import { concat } from '../encoding/bytes';
import { leafHash, rootOf } from '../tree/hashes';
import { entryBundle, readEntries } from './entry-bundle';
import { readTile, type LogFile, type ReadLogFile } from './log-files';
import { hashesAt, TILE_WIDTH, tilePath } from './tile-path';

/**
 * The files that a log of `size` entries gains by new ones: bundles, tiles of every level that they reach, partial ones
 * at the right edge included. The same entries after the same log always give the same files.
 * @param read reads the files of the log of `size` entries
 * @throws LogRefused when such a file is missing or cut, or an entry too long
 */
export async function growLog(
  read: ReadLogFile,
  size: number,
  entries: readonly Uint8Array[],
  digest: Digest,
): Promise<readonly LogFile[]> {
  const last = Math.floor(size / TILE_WIDTH);
  const bundles = inTiles(last, [...(await readEntries(read, last, size)), ...entries]);
  const files = bundles.map(({ index, held }) => ({
    path: tilePath({ level: 'entries', index, width: held.length }),
    bytes: entryBundle(held),
  }));
  let hashes = await Promise.all(entries.map((entry) => leafHash(digest, entry)));
  for (let level = 0; hashes.length > 0; level += 1) {
    const index = Math.floor(hashesAt(level, size) / TILE_WIDTH);
    const before = hashesAt(level, size) % TILE_WIDTH === 0 ? [] : await readTile(read, level, index, size);
    const tiles = inTiles(index, [...before, ...hashes]);
    files.push(
      ...tiles.map((tile) => ({
        path: tilePath({ level, index: tile.index, width: tile.held.length }),
        bytes: concat(...tile.held),
      })),
    );
    const whole = tiles.filter(({ held }) => held.length === TILE_WIDTH);
    hashes = await Promise.all(whole.map(({ held }) => rootOf(digest, held)));
  }
  return files;
}

interface InTile {
  readonly index: number;
  readonly held: readonly Uint8Array[];
}

const inTiles = (first: number, all: readonly Uint8Array[]): readonly InTile[] =>
  Array.from({ length: Math.ceil(all.length / TILE_WIDTH) }, (_, at) => ({
    index: first + at,
    held: all.slice(at * TILE_WIDTH, (at + 1) * TILE_WIDTH),
  }));
