import type { TopicDescription } from '../topics';

/** The offsets of one partition between which something can be read. */
export interface PartitionEnds {
  /** Offset of the first record that is still there. */
  readonly first: bigint;
  /** Offset behind the last record. */
  readonly end: bigint;
}

export interface KafkaAdminPort {
  /** Those of the topics that exist, with the number of their partitions. */
  existing(topics: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * Makes topics; one that is there already, made by another meanwhile, is left as it is. Brokers may hear of them a
   * little later.
   */
  create(topics: readonly TopicDescription[]): Promise<void>;
  /** By partition, 0 first. @throws when there is no such topic */
  ends(topic: string): Promise<readonly PartitionEnds[]>;
  /** Where a group goes on in a topic, by partition; -1 where it noted nothing yet. */
  committed(groupId: string, topic: string): Promise<readonly bigint[]>;
  /** Resolves also when the broker is away. */
  close(): Promise<void>;
}
