import type { ProjectionRunner } from '@parley/projections';

/**
 * Waits until the inboxes show everything that was recorded before: what is signed of them must not lag behind the
 * record.
 */
export class UpToDateInboxes {
  constructor(private readonly runner: Pick<ProjectionRunner, 'idle'>) {}

  now(): Promise<void> {
    return this.runner.idle();
  }
}
