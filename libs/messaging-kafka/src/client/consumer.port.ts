export interface ConsumerOptions {
  readonly groupId: string;
  readonly topics: readonly string[];
  /** Milliseconds without a heartbeat after which the group gives a member's partitions to others. */
  readonly sessionMs: number;
  /** Partitions whose batches may be in hand at the same time. */
  readonly partitionsAtOnce: number;
}

/** A message as it lies in a topic. */
export interface IncomingRecord {
  readonly offset: bigint;
  readonly key: Uint8Array | null;
  readonly value: Uint8Array | null;
  /** The last one where several headers have the same name. */
  readonly headers: Readonly<Record<string, Uint8Array>>;
}

/** The records that were fetched of one partition at once. */
export interface IncomingBatch {
  readonly topic: string;
  readonly partition: number;
  /** In the order of their offsets, and never none. */
  readonly records: readonly IncomingRecord[];
  /** Offset behind the newest record that the partition had. */
  readonly endOffset: bigint;
  /**
   * Tells the group that the member lives, if it is time to.
   * @throws when the group is dealing its partitions anew: what is in hand is to be brought to an end
   */
  heartbeat(): Promise<void>;
  /**
   * Notes that everything before an offset is done.
   * @throws when the member is no longer one of the group's, or the broker is away; then nothing was noted
   */
  commit(next: bigint): Promise<void>;
}

export interface KafkaConsumerPort {
  /**
   * Joins the group and hands over batches, those of one partition one after another. A new group begins at the first
   * record. Records that a handler leaves uncommitted or throws on come again, perhaps only after this call has failed
   * and another consumer was made. Resolves after `close`.
   * @throws when it cannot go on
   */
  run(handle: (batch: IncomingBatch) => Promise<void>): Promise<void>;
  /** The partitions of each topic that the group last gave it; `undefined` as long as it has not joined. */
  assigned(): Readonly<Record<string, readonly number[]>> | undefined;
  /**
   * Waits for the batches in hand and leaves the group; resolves also when the broker is away. Nothing is handed over
   * afterwards.
   */
  close(): Promise<void>;
}
