import type { Digest } from '../checks';
import { sameBytes } from '../encoding/bytes';
import { LogRefused } from '../log-refused';
import { readEntries } from '../tiles/entry-bundle';
import { readTile, type ReadLogFile } from '../tiles/log-files';
import { TiledTree } from '../tiles/tiled-tree';
import { hashesAt, TILE_WIDTH, tilePath, widthIn } from '../tiles/tile-path';
import { leafHash, rootOf } from '../tree/hashes';

export interface FilesToCheck {
  readonly read: ReadLogFile;
  /** Entries of the log. */
  readonly size: number;
  /** Tiles and bundles that hold only entries before this one are taken as checked. */
  readonly from?: number;
  /** Is told each entry from `from` on. */
  readonly each?: (entry: Uint8Array, index: number) => void;
}

/** Hashes of a level that were computed from below: the first of them has this number at its level. */
interface Computed {
  readonly first: number;
  readonly hashes: readonly Uint8Array[];
}

/**
 * Reads a log from its storage and hashes it again: every entry against its tile, and every tile against those above.
 * @returns the root of the tree of this size
 * @throws LogRefused `file-missing`, `tile-cut`, `bundle-cut`, `tile-differs`
 */
export async function checkFiles(digest: Digest, files: FilesToCheck): Promise<Uint8Array> {
  const { read, size, from = 0 } = files;
  let computed = await leaves(digest, files);
  for (let level = 0; hashesAt(level, size) > 0; level += 1) {
    const first = Math.floor(from / TILE_WIDTH ** (level + 1));
    const hashes: Uint8Array[] = [];
    for (let index = first; widthIn(level, index, size) > 0; index += 1) {
      const tile = await readTile(read, level, index, size);
      for (const [at, hash] of tile.entries()) {
        const given = computed.hashes[index * TILE_WIDTH + at - computed.first];
        if (given && !sameBytes(given, hash))
          throw new LogRefused(
            'tile-differs',
            `hash ${String(at)} of ${tilePath({ level, index, width: tile.length })}`,
          );
      }
      if (tile.length === TILE_WIDTH) hashes.push(await rootOf(digest, tile));
    }
    computed = { first, hashes };
  }
  return new TiledTree(read, size, digest).root();
}

async function leaves(digest: Digest, { read, size, from = 0, each }: FilesToCheck): Promise<Computed> {
  const first = Math.floor(from / TILE_WIDTH);
  const hashes: Uint8Array[] = [];
  for (let index = first; widthIn('entries', index, size) > 0; index += 1)
    for (const [at, entry] of (await readEntries(read, index, size)).entries()) {
      hashes.push(await leafHash(digest, entry));
      if (index * TILE_WIDTH + at >= from) each?.(entry, index * TILE_WIDTH + at);
    }
  return { first: first * TILE_WIDTH, hashes };
}
