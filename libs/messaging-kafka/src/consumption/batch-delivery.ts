import { countUnknownEvent, countUnreadable } from '@parley/metrics';
import type { Subscription } from '@parley/messaging';
import { backoffMillis, pause } from '@parley/projections';
import type { DataSource } from 'typeorm';
import type { IncomingBatch, IncomingRecord } from '../client/consumer.port';
import type { OriginKeys } from '../origin/origin-keys';
import { readSignedRecord } from '../wire/read-record';
import type { PartitionProgress } from './partition-progress';
import { unreadOf } from './unreadable-record';

export interface BatchDeliveryOptions {
  readonly dataSource: DataSource;
  readonly subscription: Subscription;
  readonly progress: PartitionProgress;
  readonly origins: OriginKeys;
  /** The context that tells in a topic. */
  readonly contextOf: (topic: string) => string;
  readonly isKnown?: (type: string) => boolean;
  readonly onFailure: (failure: unknown) => void;
  /** Milliseconds between two heartbeats while a batch is in hand. */
  readonly heartbeatMs: number;
}

/** Records between two commits. No more than these are delivered again after a crash, or keep a stop waiting. */
const CHUNK = 500;

/**
 * Brings a batch through. It takes each chunk in one transaction and then notes it with the broker. Heartbeats
 * meanwhile tell the group that this member lives.
 */
export class BatchDelivery {
  readonly #options: BatchDeliveryOptions;

  constructor(options: BatchDeliveryOptions) {
    this.#options = options;
  }

  /**
   * Resolves when the batch is done, or was given up in front of a chunk that is not done.
   * @param committed told of each offset that the broker has noted
   */
  async deliver(batch: IncomingBatch, stop: AbortSignal, committed: (next: bigint) => void): Promise<void> {
    const { heartbeatMs } = this.#options;
    const lost = new AbortController();
    const signal = AbortSignal.any([stop, lost.signal]);
    // A timer, because a single chunk may take longer than a session. A heartbeat between chunks would come too late.
    const beat = setInterval(() => void batch.heartbeat().catch(() => lost.abort()), heartbeatMs).unref();
    try {
      for (let at = 0; at < batch.records.length && !signal.aborted; at += CHUNK) {
        const chunk = batch.records.slice(at, at + CHUNK);
        if (!(await this.#bringThrough(batch, chunk, signal))) return;
        const next = (chunk.at(-1)?.offset ?? batch.endOffset - 1n) + 1n;
        await batch.commit(next);
        committed(next);
      }
    } finally {
      clearInterval(beat);
    }
  }

  /** Tries until the chunk is done, because going on without it would skip it. `false` when it was given up. */
  async #bringThrough(batch: IncomingBatch, chunk: readonly IncomingRecord[], signal: AbortSignal): Promise<boolean> {
    for (let failures = 1; !signal.aborted; failures++) {
      try {
        await this.#take(batch, chunk);
        return true;
      } catch (failure) {
        this.#options.onFailure(failure);
        await pause(backoffMillis(failures), signal);
      }
    }
    return false;
  }

  async #take({ topic, partition }: IncomingBatch, chunk: readonly IncomingRecord[]): Promise<void> {
    const { contextOf, dataSource, subscription, progress, origins, isKnown = () => true } = this.#options;
    const context = contextOf(topic);
    const place = { topic, partition, context };
    const read = await Promise.all(
      chunk.map(async (record) => ({ record, ...(await readSignedRecord(origins, place, record)) })),
    );
    const events = read.flatMap((each) => (each.kind === 'event' ? each.event : []));
    const unread = read.flatMap((each) => (each.kind === 'unreadable' ? unreadOf({ place, ...each }) : []));
    if (events.length + unread.length > 0) {
      await dataSource.transaction((manager) => subscription.take(manager, { events, unread }));
      subscription.taken?.();
    }
    for (const { reason } of unread) countUnreadable(context, reason);
    for (const event of events) if (!isKnown(event.type)) countUnknownEvent(context, 'type');
    // Only the last mark is needed: all that lies before an earlier mark lies before this one too.
    const mark = read.findLast((each) => each.kind === 'mark');
    if (mark) await progress.heard(partition, mark.mark);
  }
}
