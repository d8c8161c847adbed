import { Partitioners } from 'kafkajs';
import { partitionOfKey } from './partition-of-key';

describe('the partition of a key', () => {
  it.each(['', 'a', 'ab', 'abc', 'abcd', 'case-17', '9f0e5d1c-51bb-4f0d-9d9f-6f1c2f1a7a10', '税务局'])(
    'is that of Kafka’s own producers for %j',
    (key) => {
      const kafkas = Partitioners.DefaultPartitioner();
      for (const partitions of [1, 6, 7, 1_000]) {
        const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => ({
          partitionId,
          leader: 1,
          partitionErrorCode: 0,
          replicas: [],
          isr: [],
        }));
        expect(partitionOfKey(key, partitions)).toBe(
          kafkas({ topic: 'any', partitionMetadata, message: { key: Buffer.from(key), value: null } }),
        );
      }
    },
  );
});
