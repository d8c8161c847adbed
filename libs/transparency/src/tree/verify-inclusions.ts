import type { Digest } from '../checks';
import { sameBytes } from '../encoding/bytes';
import { LogRefused } from '../log-refused';
import { HASH_BYTES, nodeHash, splitOf } from './hashes';
import type { Range } from './proof-ranges';
import type { Inclusion, TreeHead } from './verify-inclusion';

/** Entries of one tree, and the hashes that they share. */
export interface Inclusions {
  /** At least one; by index, each index once. */
  readonly entries: readonly Pick<Inclusion, 'leaf' | 'index'>[];
  /** Those of `sharedRanges`, in its order. */
  readonly hashes: readonly Uint8Array[];
}

/**
 * The subtrees whose hashes give the root together with some entries, from left to right. A hash that several paths
 * have in common is among them once, and what follows from the entries is not.
 * @param indexes ascending, each once
 */
export function sharedRanges(indexes: readonly number[], { start, end }: Range): readonly Range[] {
  if (indexes.length === 0) return [{ start, end }];
  if (end - start === 1) return [];
  const middle = start + splitOf(end - start);
  const left = indexes.findIndex((index) => index >= middle);
  const cut = left < 0 ? indexes.length : left;
  return [
    ...sharedRanges(indexes.slice(0, cut), { start, end: middle }),
    ...sharedRanges(indexes.slice(cut), { start: middle, end }),
  ];
}

/**
 * Checks that many entries stand in a tree, each at its index (RFC 6962 §2.1.1 for each, with shared hashes once).
 * @throws LogRefused `outside-tree`, `inclusion-fails`
 */
export async function verifyInclusions(
  digest: Digest,
  { entries, hashes }: Inclusions,
  { size, root }: TreeHead,
): Promise<void> {
  for (const [at, { index }] of entries.entries()) {
    if (!Number.isSafeInteger(index) || index < 0 || index >= size)
      throw new LogRefused('outside-tree', `${String(index)} of ${String(size)}`);
    if (index <= (entries[at - 1]?.index ?? -1)) throw fails(`entry ${String(index)}`);
  }
  let [entry, hash] = [0, 0];
  const hashOf = async ({ start, end }: Range): Promise<Uint8Array> => {
    const next = entries[entry];
    if (next === undefined || next.index >= end) {
      const given = hashes[hash];
      hash += 1;
      if (given?.length !== HASH_BYTES) throw fails(`hash ${String(hash)}`);
      return given;
    }
    if (end - start === 1) {
      entry += 1;
      return next.leaf;
    }
    const middle = start + splitOf(end - start);
    const left = await hashOf({ start, end: middle });
    return nodeHash(digest, left, await hashOf({ start: middle, end }));
  };
  if (entries.length === 0) throw fails('no entry');
  const found = await hashOf({ start: 0, end: size });
  if (hash !== hashes.length || !sameBytes(found, root)) throw fails(`${String(entries.length)} entries`);
}

const fails = (about: string): LogRefused => new LogRefused('inclusion-fails', about);
