/**
 * A topic does not have the number of partitions that was set. Nothing is told until it has: cases would lose their
 * order, and marks their meaning.
 */
export class PartitionsDifferError extends Error {
  override readonly name = 'PartitionsDifferError';

  constructor(topic: string, found: number, set: number) {
    super(
      `the topic ${topic} has ${found} partitions, and PARLEY_KAFKA_PARTITIONS says ${set}; a topic ` +
        'keeps the number that it was made with',
    );
  }
}
