import type { AllStreamRecordedEvent, AllStreamSubscription, Position } from '@eventstore/db-client';
import type { AllMessage, AllSubscription } from './all-subscription';
import type { StoredEvent } from './event-store-client';

export interface SubscribePorts {
  readonly open: (
    checkpointReached: (subscription: AllStreamSubscription, position: Position) => void,
  ) => AllStreamSubscription;
  readonly asStored: (event: AllStreamRecordedEvent) => StoredEvent;
  readonly asAway: (error: unknown) => unknown;
}

/**
 * Feeds a subscription of the client into ours, in the order of the wire. The client tells its marks beside the events
 * and at once, while events may still lie in its buffer: a mark that overtook them would move a reader past what it
 * never saw.
 */
export function subscribeToAll(into: AllSubscription, { open, asStored, asAway }: SubscribePorts): void {
  let seen = 0;
  const waiting: { readonly behind: number; readonly message: AllMessage }[] = [];
  const mark = (message: AllMessage): void => {
    const behind = seen + source.readableLength;
    if (behind === seen) into.push(message);
    else waiting.push({ behind, message });
  };

  const source = open((_, position) => mark({ kind: 'checkpoint', position }));
  source.on('caughtUp', () => mark({ kind: 'caught-up' }));
  source.on('data', ({ event }) => {
    seen += 1;
    try {
      if (event) into.push({ kind: 'event', event: asStored(event) });
    } catch (error) {
      into.fail(error);
    }
    for (let next = waiting[0]; next && next.behind <= seen; next = waiting[0])
      into.push((waiting.shift() ?? next).message);
  });
  source.on('error', (error) => into.fail(asAway(error)));
  source.on('end', () => into.fail(undefined));
  into.from({
    pause: () => source.pause(),
    resume: () => source.resume(),
    cancel: () => {
      // Once the call has failed there is nothing left to cancel.
      void source.unsubscribe().catch(() => undefined);
    },
  });
}
