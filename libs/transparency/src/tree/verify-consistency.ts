import type { Digest } from '../checks';
import { sameBytes } from '../encoding/bytes';
import { LogRefused } from '../log-refused';
import { emptyRoot, HASH_BYTES, nodeHash, splitOf } from './hashes';
import type { TreeHead } from './verify-inclusion';

/**
 * Checks that a tree extends an earlier one (RFC 6962 §2.1.2, by the steps of RFC 9162 §2.1.4.2). Every tree extends
 * the empty one, and the same tree extends itself, both by an empty proof.
 * @throws LogRefused `consistency-fails`
 */
export async function verifyConsistency(
  digest: Digest,
  before: TreeHead,
  after: TreeHead,
  proof: readonly Uint8Array[],
): Promise<void> {
  const fails = new LogRefused('consistency-fails', `${String(before.size)} to ${String(after.size)}`);
  if (before.size > after.size || proof.some(({ length }) => length !== HASH_BYTES)) throw fails;
  for (const { size, root } of [before, after])
    if (size === 0 && !sameBytes(root, await emptyRoot(digest))) throw fails;
  if (before.size === 0 || before.size === after.size) {
    if (proof.length > 0 || (before.size > 0 && !sameBytes(before.root, after.root))) throw fails;
    return;
  }
  const isWhole = before.size === 1 || splitOf(before.size) * 2 === before.size;
  const [first, ...rest] = isWhole ? [before.root, ...proof] : proof;
  if (first === undefined) throw fails;
  let [node, last] = [before.size - 1, after.size - 1];
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  let [older, newer] = [first, first];
  for (const hash of rest) {
    if (last === 0) throw fails;
    if (node % 2 === 1 || node === last) {
      older = await nodeHash(digest, hash, older);
      newer = await nodeHash(digest, hash, newer);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      newer = await nodeHash(digest, newer, hash);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  if (last !== 0 || !sameBytes(older, before.root) || !sameBytes(newer, after.root)) throw fails;
}
