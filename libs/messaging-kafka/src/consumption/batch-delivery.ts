import { countUnknownEvent, countUnreadable } from '@parley/metrics';
import type { KeyedDelivery, ParkingLot, PublicEvent } from '@parley/messaging';
import { backoffMillis, pause } from '@parley/projections';
import type { IncomingBatch, IncomingRecord } from '../client/consumer.port';
import { readRecord } from '../wire/read-record';
import type { PartitionProgress } from './partition-progress';
import type { Standstill } from './standstill';
import { parkUnreadable } from './unreadable-record';

export interface BatchDeliveryOptions {
  readonly delivery: KeyedDelivery<PublicEvent>;
  readonly lot: ParkingLot;
  readonly progress: PartitionProgress;
  /** Shared with replays, which need everything else to stand still. */
  readonly standstill: Standstill;
  /** The context that tells in a topic. */
  readonly contextOf: (topic: string) => string;
  readonly isKnown?: (type: string) => boolean;
  readonly onFailure: (failure: unknown) => void;
  /** Milliseconds between two heartbeats while a batch is in hand. */
  readonly heartbeatMs: number;
}

/**
 * Records between two commits: what is delivered again after a crash, and what a stop has to wait for, is no more than
 * these.
 */
const CHUNK = 500;

/**
 * Brings a batch through: handled or parked, in the database, then noted with the broker; and while it takes, the group
 * knows that we live.
 */
export class BatchDelivery {
  readonly #options: BatchDeliveryOptions;

  constructor(options: BatchDeliveryOptions) {
    this.#options = options;
  }

  /**
   * Resolves when the batch is done, or given up as a whole piece before a record that is not done.
   * @param committed told of each offset that the broker has noted
   */
  async deliver(batch: IncomingBatch, stop: AbortSignal, committed: (next: bigint) => void): Promise<void> {
    const { heartbeatMs } = this.#options;
    const lost = new AbortController();
    const signal = AbortSignal.any([stop, lost.signal]);
    // A timer, because a single handler may take longer than a session: between messages would be too late.
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

  /** Tries until it is done: to go on without it would be to skip it. `false` when it was given up. */
  async #bringThrough(batch: IncomingBatch, chunk: readonly IncomingRecord[], signal: AbortSignal): Promise<boolean> {
    for (let failures = 1; !signal.aborted; failures++) {
      try {
        await this.#options.standstill.beside(() => this.#deliverChunk(batch, chunk));
        return true;
      } catch (failure) {
        this.#options.onFailure(failure);
        await pause(backoffMillis(failures), signal);
      }
    }
    return false;
  }

  async #deliverChunk({ topic, partition }: IncomingBatch, chunk: readonly IncomingRecord[]): Promise<void> {
    const { contextOf, delivery, lot, progress, isKnown = () => true } = this.#options;
    const context = contextOf(topic);
    const read = chunk.map((record) => ({ record, ...readRecord(context, record) }));
    for (const each of read) {
      if (each.kind !== 'unreadable') continue;
      await parkUnreadable(lot, { topic, context, partition, ...each });
      countUnreadable(context, each.reason);
    }
    const events = read.flatMap((each) => (each.kind === 'event' ? each.event : []));
    await delivery.deliver(events);
    for (const event of events) if (!isKnown(event.type)) countUnknownEvent(context, 'type');
    // Only the last: what lies before it lies before the others too.
    const mark = read.findLast((each) => each.kind === 'mark');
    if (mark) await progress.heard(partition, mark.mark);
  }
}
