import type { Admin, Kafka } from 'kafkajs';
import type { TopicDescription } from '../../topics';
import type { KafkaAdminPort, PartitionEnds } from '../admin.port';
import { LastingConnection } from './lasting-connection';

export class KafkajsAdmin implements KafkaAdminPort {
  readonly #connection: LastingConnection<Admin>;

  constructor(kafka: Kafka) {
    this.#connection = new LastingConnection(() => kafka.admin());
  }

  async existing(topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    // Asks for all topics, because asking for one that does not exist is an error.
    const all = await this.#connection.use((admin) => admin.fetchTopicMetadata());
    return new Map(
      all.topics.flatMap(({ name, partitions }) => (topics.includes(name) ? [[name, partitions.length] as const] : [])),
    );
  }

  async create(topics: readonly TopicDescription[]): Promise<void> {
    await this.#connection.use((admin) =>
      admin.createTopics({
        // When kafkajs waits for leaders, it fails on a broker that has not heard of the topic yet.
        waitForLeaders: false,
        topics: topics.map(({ name, partitions, replication, config }) => ({
          topic: name,
          numPartitions: partitions,
          replicationFactor: replication,
          configEntries: Object.entries(config).map(([key, value]) => ({ name: key, value })),
        })),
      }),
    );
  }

  async ends(topic: string): Promise<readonly PartitionEnds[]> {
    const found = await this.#connection.use((admin) => admin.fetchTopicOffsets(topic));
    return byPartition(found).map(({ low, high }) => ({ first: BigInt(low), end: BigInt(high) }));
  }

  async committed(groupId: string, topic: string): Promise<readonly bigint[]> {
    const found = await this.#connection.use((admin) => admin.fetchOffsets({ groupId, topics: [topic] }));
    return byPartition(found.find((each) => each.topic === topic)?.partitions ?? []).map(({ offset }) =>
      BigInt(offset),
    );
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}

const byPartition = <P extends { readonly partition: number }>(partitions: readonly P[]): readonly P[] =>
  partitions.toSorted((a, b) => a.partition - b.partition);
