import type { Digest } from '../checks';
import { LogRefused } from '../log-refused';
import { emptyRoot, nodeHash, rootOf } from '../tree/hashes';
import { consistencyRanges, inclusionRanges, wholeSubtrees, type Range } from '../tree/proof-ranges';
import { sharedRanges } from '../tree/verify-inclusions';
import { readTile, type ReadLogFile } from './log-files';
import { TILE_WIDTH } from './tile-path';

/**
 * The tree of a size over the tiles of a log. Its hashes are computed of what the tiles say: a root or proof of it is
 * worth what the checkpoint is that it is compared with.
 */
export class TiledTree {
  readonly #tiles = new Map<string, Promise<readonly Uint8Array[]>>();

  constructor(
    private readonly read: ReadLogFile,
    /** Entries of the tree. */
    readonly size: number,
    private readonly digest: Digest,
  ) {}

  /** @throws LogRefused when a tile is missing or cut */
  async root(): Promise<Uint8Array> {
    return this.size === 0 ? emptyRoot(this.digest) : this.#hashOf({ start: 0, end: this.size });
  }

  /** The hashes of an inclusion proof for the entry at an index (RFC 6962 §2.1.1). @throws LogRefused */
  async inclusion(index: number): Promise<readonly Uint8Array[]> {
    if (!Number.isSafeInteger(index) || index < 0 || index >= this.size)
      throw new LogRefused('outside-tree', `${String(index)} of ${String(this.size)}`);
    return this.#hashesOf(inclusionRanges(index, { start: 0, end: this.size }));
  }

  /**
   * The hashes that prove many entries at once (`verifyInclusions`).
   * @param indexes ascending, each once
   * @throws LogRefused
   */
  async inclusions(indexes: readonly number[]): Promise<readonly Uint8Array[]> {
    const last = indexes.at(-1) ?? 0;
    if (last >= this.size) throw new LogRefused('outside-tree', `${String(last)} of ${String(this.size)}`);
    return this.#hashesOf(sharedRanges(indexes, { start: 0, end: this.size }));
  }

  /** The hashes of a consistency proof from an earlier size (RFC 6962 §2.1.2). @throws LogRefused */
  async consistency(before: number): Promise<readonly Uint8Array[]> {
    if (!Number.isSafeInteger(before) || before < 0 || before > this.size)
      throw new LogRefused('outside-tree', `${String(before)} of ${String(this.size)}`);
    return before === 0 ? [] : this.#hashesOf(consistencyRanges(before, { start: 0, end: this.size }));
  }

  async #hashesOf(ranges: readonly Range[]): Promise<readonly Uint8Array[]> {
    const hashes: Uint8Array[] = [];
    for (const range of ranges) hashes.push(await this.#hashOf(range));
    return hashes;
  }

  /** The hash of a subtree at the right edge, or of a whole one: the whole subtrees in it, joined from the right. */
  async #hashOf(range: Range): Promise<Uint8Array> {
    const [last, ...before] = (await Promise.all(wholeSubtrees(range).map((part) => this.#whole(part)))).reverse();
    if (last === undefined) throw new RangeError('a subtree holds an entry at least');
    let hash = last;
    for (const left of before) hash = await nodeHash(this.digest, left, hash);
    return hash;
  }

  /** The hash of a whole subtree of a power of two, of the tile that has it or has what it is made of. */
  async #whole({ start, end }: Range): Promise<Uint8Array> {
    let [level, unit] = [0, 1];
    while (unit * TILE_WIDTH <= end - start) [level, unit] = [level + 1, unit * TILE_WIDTH];
    const first = start / unit;
    const tile = await this.#tile(level, Math.floor(first / TILE_WIDTH));
    const at = first % TILE_WIDTH;
    return rootOf(this.digest, tile.slice(at, at + (end - start) / unit));
  }

  #tile(level: number, index: number): Promise<readonly Uint8Array[]> {
    const key = `${String(level)}/${String(index)}`;
    const tile = this.#tiles.get(key) ?? readTile(this.read, level, index, this.size);
    this.#tiles.set(key, tile);
    return tile;
  }
}
