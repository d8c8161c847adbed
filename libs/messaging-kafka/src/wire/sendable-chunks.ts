import type { OutgoingRecord } from '../client/producer.port';

/**
 * This is below what a topic takes in one batch, so that only a single message can be too large, and never a chunk of
 * several.
 */
const CHUNK_BYTES = 786_432;
/** What the attributes of an event take beside its data, generously. */
const ENVELOPE_BYTES = 1_024;

/**
 * Splits records, in their order, into chunks that are sent at once. A record that is larger than a chunk goes alone.
 */
export function sendableChunks(
  records: readonly OutgoingRecord[],
  chunkBytes = CHUNK_BYTES,
): readonly (readonly OutgoingRecord[])[] {
  const chunks: OutgoingRecord[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const record of records) {
    const size = record.value.length + ENVELOPE_BYTES;
    if (bytes + size > chunkBytes) {
      chunks.push([]);
      bytes = 0;
    }
    chunks.at(-1)?.push(record);
    bytes += size;
  }
  return chunks;
}
