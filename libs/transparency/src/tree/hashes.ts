import type { Digest } from '../checks';
import { concat } from '../encoding/bytes';

/** Bytes of a hash. */
export const HASH_BYTES = 32;

/** The hash of a leaf (RFC 6962 §2.1): what stands before the entry keeps it from being taken for a node. */
export const leafHash = async (digest: Digest, entry: Uint8Array): Promise<Uint8Array> =>
  digest(concat(Uint8Array.of(0), entry));

/** The hash of a node over its two children (RFC 6962 §2.1). */
export const nodeHash = async (digest: Digest, left: Uint8Array, right: Uint8Array): Promise<Uint8Array> =>
  digest(ofNode(left, right));

/** The root of a tree without entries (RFC 6962 §2.1). */
export const emptyRoot = async (digest: Digest): Promise<Uint8Array> => digest(new Uint8Array());

/** The greatest power of two below `size`, which is 2 or more: where the tree parts (RFC 6962 §2.1). */
export function splitOf(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

/**
 * The root of a tree over leaf hashes that are all at hand (RFC 6962 §2.1). Level by level from the leaves: the last
 * node of an odd level is the same one above it. A digest that answers at once is not waited for at each node.
 */
export async function rootOf(digest: Digest, leaves: readonly Uint8Array[]): Promise<Uint8Array> {
  let level = leaves;
  while (level.length > 1) level = await above(digest, level);
  return level[0] ?? emptyRoot(digest);
}

async function above(digest: Digest, level: readonly Uint8Array[]): Promise<readonly Uint8Array[]> {
  const nodes: Uint8Array[] = [];
  for (const [at, right] of level.entries()) {
    const left = level[at - 1];
    if (at % 2 === 1 && left) {
      const node = digest(ofNode(left, right));
      nodes.push(node instanceof Uint8Array ? node : await node);
    } else if (at === level.length - 1) nodes.push(right);
  }
  return nodes;
}

const ofNode = (left: Uint8Array, right: Uint8Array): Uint8Array => concat(Uint8Array.of(1), left, right);
