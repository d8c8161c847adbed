const SEED = 0x9747b28c;
const M = 0x5bd1e995;
const R = 24;

/**
 * The partition of a key, as Kafka's own producers choose it: MurmurHash2 with a fixed seed. Chosen here and not by the
 * client, so that no case moves to another partition, and out of its order, when the client is changed.
 */
export function partitionOfKey(key: string, partitions: number): number {
  return (murmur2(Buffer.from(key, 'utf8')) & 0x7fffffff) % partitions;
}

function murmur2(bytes: Buffer): number {
  const whole = bytes.length & ~3;
  let hash = SEED ^ bytes.length;
  for (let at = 0; at < whole; at += 4) hash = Math.imul(hash, M) ^ mixed(bytes.readInt32LE(at));
  const rest = bytes.subarray(whole);
  if (rest.length > 0) hash = Math.imul(hash ^ rest.reduceRight((sum, byte) => (sum << 8) | byte, 0), M);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, M);
  return hash ^ (hash >>> 15);
}

function mixed(word: number): number {
  const first = Math.imul(word, M);
  return Math.imul(first ^ (first >>> R), M);
}
