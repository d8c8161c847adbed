import type { Instant } from '@parley/kernel';
import { heardOfAllPartitions, recordPartitionProgress, type Subscription } from '@parley/messaging';
import type { EntityManager } from 'typeorm';
import type { ProgressMark } from '../wire/progress-mark';

/**
 * Brings the marks of partitions together. The instances of a group have some partitions each, so they collect in the
 * service's own schema how far they have heard. The least of all partitions is reported.
 */
export class PartitionProgress {
  readonly #manager: EntityManager;
  readonly #subscription: Subscription;
  readonly #reported = new Map<string, Instant>();
  #reporting: Promise<void> = Promise.resolve();

  constructor(manager: EntityManager, subscription: Subscription) {
    this.#manager = manager;
    this.#subscription = subscription;
  }

  /** To be called when all that lies before the mark in its partition was taken. */
  async heard(partition: number, { context, instant, partitions }: ProgressMark): Promise<void> {
    const { group, progress } = this.#subscription;
    if (!progress) return;
    await recordPartitionProgress(this.#manager, { group, context, partition, instant });
    // One report at a time, so that none goes back.
    const report = this.#reporting.then(async () => {
      const heard = await heardOfAllPartitions(this.#manager, { group, context, partitions });
      if (heard === undefined || heard <= (this.#reported.get(context) ?? '')) return;
      await progress.call(this.#subscription, [context], heard);
      this.#reported.set(context, heard);
    });
    this.#reporting = report.catch(() => undefined);
    await report;
  }
}
