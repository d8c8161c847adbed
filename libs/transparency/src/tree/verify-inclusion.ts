import type { Digest } from '../checks';
import { sameBytes } from '../encoding/bytes';
import { LogRefused } from '../log-refused';
import { HASH_BYTES, nodeHash } from './hashes';

/** A tree as its checkpoint says it. */
export interface TreeHead {
  /** Entries of the tree, blanks included. */
  readonly size: number;
  /** The root hash, 32 bytes. */
  readonly root: Uint8Array;
}

export interface Inclusion {
  /** The leaf hash of the entry. */
  readonly leaf: Uint8Array;
  /** The place of the entry, from 0. */
  readonly index: number;
  /** From the sibling of the leaf to the child of the root. */
  readonly hashes: readonly Uint8Array[];
}

/**
 * Checks that an entry stands in a tree at its index (RFC 6962 §2.1.1, by the steps of RFC 9162 §2.1.3.2).
 * @throws LogRefused `outside-tree`, `inclusion-fails`
 */
export async function verifyInclusion(
  digest: Digest,
  { leaf, index, hashes }: Inclusion,
  tree: TreeHead,
): Promise<void> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= tree.size)
    throw new LogRefused('outside-tree', `${String(index)} of ${String(tree.size)}`);
  let [node, last, hash] = [index, tree.size - 1, leaf];
  for (const sibling of hashes) {
    if (last === 0 || sibling.length !== HASH_BYTES) throw fails(index);
    if (node % 2 === 1 || node === last) {
      hash = await nodeHash(digest, sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      hash = await nodeHash(digest, hash, sibling);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  if (last !== 0 || !sameBytes(hash, tree.root)) throw fails(index);
}

const fails = (index: number): LogRefused => new LogRefused('inclusion-fails', `entry ${String(index)}`);
