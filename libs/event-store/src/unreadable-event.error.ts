import type { Position } from './envelope';

/** The stream and revision under which an event is kept, and its id there, whatever the event itself says. */
export interface KeptUnder {
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
}

/**
 * The record holds an event that cannot be read: nobody who writes by the rules has written it. Nothing is skipped
 * silently: a read of it throws this, and who follows is handed it beside the events, to set aside and tell of it.
 */
export class UnreadableEventError extends Error {
  override readonly name = 'UnreadableEventError';

  constructor(
    readonly position: Position,
    readonly kept: KeptUnder,
  ) {
    super(
      `event ${String(kept.revision)} of stream ${kept.stream}, at position ${position}, ` +
        'has no envelope: it was not written by Parley',
    );
  }
}
