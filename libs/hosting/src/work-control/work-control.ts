import type { EventStore } from '@parley/event-store';
import { begunAfter, type RunningService } from '@parley/http';
import type { Publication } from '@parley/messaging';

/** What the gateway asks of a service to know how far its work is. */
export interface WorkControl {
  /** Where the record ends now. */
  head(): Promise<string>;
  /** Resolves when everything that it recorded before the call has been published. */
  published(): Promise<void>;
  /** Resolves when it has dealt with everything that was recorded or published before the call. */
  settled(): Promise<void>;
}

export const WORK_CONTROL = Symbol('parley.work-control');

export interface WorkingService {
  readonly store: Pick<EventStore, 'head'>;
  readonly publication: Pick<Publication, 'idle'>;
  readonly running: Pick<RunningService, 'idle' | 'timers'>;
}

/** However many ask, one question is under way and one waits, so a broker that is away keeps nobody else waiting. */
export const workControl = ({ store, publication, running }: WorkingService): WorkControl => ({
  head: () => store.head(),
  published: begunAfter(() => publication.idle()),
  settled: begunAfter(async () => {
    await Promise.all([running.idle(), ...running.timers.map((timers) => timers.idle())]);
  }),
});
