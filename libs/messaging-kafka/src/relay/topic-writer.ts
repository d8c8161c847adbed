import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { KafkaAdminPort } from '../client/admin.port';
import type { KafkaClient } from '../client/kafka-client';
import type { KafkaProducerPort, OutgoingRecord } from '../client/producer.port';
import { ensureTopicsBy } from '../ensure-topics';
import type { KafkaSettings } from '../settings/kafka-settings';
import { signatureOf, type MessageSigner } from '../origin/message-signer';
import { SIGNATURE_HEADER } from '../origin/signed-bytes';
import { topicOf } from '../topics';
import { PartitionsDifferError } from './partitions-differ.error';
import { headersOf } from '../wire/cloud-event-headers';
import { partitionOfKey } from '../wire/partition-of-key';
import { recordOfMark } from '../wire/progress-mark';
import { sendableChunks } from '../wire/sendable-chunks';

/** Writes to the topic of one context, each message signed, and makes it where it is not there yet. */
export class TopicWriter {
  readonly #kafka: KafkaSettings;
  readonly #context: string;
  readonly #topic: string;
  readonly #signer: MessageSigner;
  readonly #producer: KafkaProducerPort;
  readonly #admin: KafkaAdminPort;
  #partitions: Promise<number> | undefined;

  constructor(client: KafkaClient, kafka: KafkaSettings, context: string, signer: MessageSigner) {
    this.#kafka = kafka;
    this.#context = context;
    this.#topic = topicOf(kafka.namespace, context);
    this.#signer = signer;
    this.#producer = client.producer();
    this.#admin = client.admin();
  }

  /** Resolves when all are acknowledged by every in-sync replica. @throws when that is not known; some may be there */
  async send(events: readonly PublicEvent[]): Promise<void> {
    if (events.length === 0) return;
    const partitions = await this.#partitionCount();
    const records = events.map((event): OutgoingRecord => ({
      partition: partitionOfKey(event.subject, partitions),
      key: event.subject,
      value: event.data,
      headers: headersOf(event),
    }));
    for (const chunk of sendableChunks(records)) await this.#send(chunk);
  }

  /** Marks every partition: all that the context recorded before the instant lies before the mark. */
  async mark(instant: Instant): Promise<void> {
    const partitions = await this.#partitionCount();
    const mark = recordOfMark({ context: this.#context, instant, partitions });
    await this.#send(Array.from({ length: partitions }, (_, partition) => ({ ...mark, partition, key: null })));
  }

  async close(): Promise<void> {
    await Promise.all([this.#producer.close(), this.#admin.close()]);
  }

  async #send(records: readonly OutgoingRecord[]): Promise<void> {
    await this.#producer.send(this.#topic, await Promise.all(records.map((record) => this.#signed(record))));
  }

  async #signed(record: OutgoingRecord): Promise<OutgoingRecord> {
    const signature = await signatureOf(this.#signer, { topic: this.#topic, partition: record.partition }, record);
    return { ...record, headers: { ...record.headers, [SIGNATURE_HEADER]: signature } };
  }

  /**
   * The broker is asked once. A topic keeps its number of partitions, and an instance that took another number would
   * move cases to other partitions, out of their order.
   * @throws PartitionsDifferError when it is not the number that was set
   */
  async #partitionCount(): Promise<number> {
    this.#partitions ??= this.#findPartitionCount();
    try {
      return await this.#partitions;
    } catch (failure) {
      this.#partitions = undefined;
      throw failure;
    }
  }

  async #findPartitionCount(): Promise<number> {
    await ensureTopicsBy(this.#admin, this.#kafka, [this.#context]);
    const partitions = (await this.#admin.existing([this.#topic])).get(this.#topic);
    if (partitions === undefined) throw new Error(`the topic ${this.#topic} was made and is not there yet`);
    if (partitions !== this.#kafka.partitions)
      throw new PartitionsDifferError(this.#topic, partitions, this.#kafka.partitions);
    return partitions;
  }
}
