import type { EventStore } from '@parley/event-store';
import { begunAfter, type RunningService } from '@parley/http';
import type { Publication } from '@parley/messaging';

/** What the gateway asks of a service to know how far its work is. */
export interface WorkControl {
  /** Where the record ends now. */
  head(): Promise<string>;
  /** Resolves when everything that it recorded before the call is with the broker. */
  told(): Promise<void>;
  /** The same, and until when it has told everything is with the broker, too. */
  marked(): Promise<void>;
  /** Resolves when each of its workers in turn has dealt with everything that was recorded or told before the call. */
  settled(): Promise<void>;
}

export const WORK_CONTROL = Symbol('parley.work-control');

export interface WorkingService {
  readonly store: Pick<EventStore, 'head'>;
  readonly publication: Pick<Publication, 'told' | 'idle'>;
  readonly running: Pick<RunningService, 'turn'>;
}

/** However many ask, one question is under way and one waits, so a broker that is away keeps nobody else waiting. */
export const workControl = ({ store, publication, running }: WorkingService): WorkControl => ({
  head: () => store.head(),
  told: begunAfter(() => publication.told()),
  marked: begunAfter(() => publication.idle()),
  settled: begunAfter(() => running.turn()),
});
