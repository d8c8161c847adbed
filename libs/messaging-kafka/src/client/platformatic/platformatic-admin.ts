import { ListOffsetTimestamps, type Admin } from '@platformatic/kafka';
import type { TopicDescription } from '../../topics';
import type { KafkaAdminPort, PartitionEnds } from '../admin.port';

const ALREADY_THERE = 'TOPIC_ALREADY_EXISTS';

export class PlatformaticAdmin implements KafkaAdminPort {
  readonly #admin: Admin;

  constructor(admin: Admin) {
    this.#admin = admin;
  }

  async existing(topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const all = new Set(await this.#admin.listTopics());
    const wanted = topics.filter((topic) => all.has(topic));
    if (wanted.length === 0) return new Map();
    const metadata = await this.#admin.metadata({ topics: wanted, forceUpdate: true });
    return new Map(wanted.flatMap((topic) => [[topic, metadata.topics.get(topic)?.partitionsCount ?? 0] as const]));
  }

  async create(topics: readonly TopicDescription[]): Promise<void> {
    for (const { name, partitions, replication, config } of topics) {
      const configs = Object.entries(config).map(([key, value]) => ({ name: key, value }));
      await this.#admin
        .createTopics({ topics: [name], partitions, replicas: replication, configs })
        .catch((failure: unknown) => {
          if (!JSON.stringify(failure).includes(ALREADY_THERE)) throw failure;
        });
    }
  }

  async ends(topic: string): Promise<readonly PartitionEnds[]> {
    const partitions = (await this.existing([topic])).get(topic);
    if (partitions === undefined) throw new Error(`there is no topic ${topic}`);
    const [first, end] = await Promise.all([
      this.#offsets(topic, partitions, ListOffsetTimestamps.EARLIEST),
      this.#offsets(topic, partitions, ListOffsetTimestamps.LATEST),
    ]);
    return Array.from({ length: partitions }, (_, partition) => ({
      first: first.get(partition) ?? 0n,
      end: end.get(partition) ?? 0n,
    }));
  }

  async committed(groupId: string, topic: string): Promise<readonly bigint[]> {
    const partitions = (await this.existing([topic])).get(topic) ?? 0;
    const groups = [
      {
        groupId,
        topics: [{ name: topic, partitionIndexes: Array.from({ length: partitions }, (_, partition) => partition) }],
      },
    ];
    const [group] = await this.#admin.listConsumerGroupOffsets({ groups });
    const found = group?.topics.find(({ name }) => name === topic)?.partitions ?? [];
    const byPartition = new Map(found.map(({ partitionIndex, committedOffset }) => [partitionIndex, committedOffset]));
    return Array.from({ length: partitions }, (_, partition) => byPartition.get(partition) ?? -1n);
  }

  async close(): Promise<void> {
    await this.#admin.close().catch(() => undefined);
  }

  async #offsets(topic: string, partitions: number, timestamp: bigint): Promise<ReadonlyMap<number, bigint>> {
    const asked = Array.from({ length: partitions }, (_, partitionIndex) => ({ partitionIndex, timestamp }));
    const [found] = await this.#admin.listOffsets({ topics: [{ name: topic, partitions: asked }] });
    return new Map((found?.partitions ?? []).map(({ partitionIndex, offset }) => [partitionIndex, offset]));
  }
}
