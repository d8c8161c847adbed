/** A message on its way to the broker. */
export interface OutgoingRecord {
  /** Chosen by the sender: a client's own way to choose would move cases when the client is changed. */
  readonly partition: number;
  readonly key: string | null;
  readonly value: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

export interface KafkaProducerPort {
  /**
   * Sends to one topic, in order within each partition, and resolves when every in-sync replica has it all. The records
   * of one partition are one batch of Kafka's.
   * @throws when it is not known to be there; some of it may be. The next call begins with a new producer id.
   */
  send(topic: string, records: readonly OutgoingRecord[]): Promise<void>;
  /** Resolves also when the broker is away. */
  close(): Promise<void>;
}
