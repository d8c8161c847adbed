import type { ReadModel } from '@parley/projections';

/**
 * Waits until the inboxes show everything that was recorded before: what is signed of them must not lag behind the
 * record.
 */
export class UpToDateInboxes {
  constructor(private readonly runner: Pick<ReadModel, 'idle'>) {}

  now(): Promise<void> {
    return this.runner.idle();
  }
}
