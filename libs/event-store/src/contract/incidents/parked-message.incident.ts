import type { Position, RecordedEvent } from '../../envelope';
import type { EventStore } from '../../event-store';
import { fill } from '../sample-events';
import type { Incident } from './incident';
import { wrappedStore } from '../../wrapped-store';

/** A message that failed is overtaken by the checkpoint and never comes again. */
export const parkedMessage: Incident = {
  name: 'is given an event again that it failed on, after a restart from the position that it kept',
  async run({ store }, plant) {
    const streams = await fill(store, 9);
    const spoiled = plant(store);
    const handled: string[] = [];
    let checkpoint: Position | undefined;
    let failures = 0;
    const handle = (event: RecordedEvent): void => {
      if (event.stream === streams[4] && failures++ < 2) throw new Error('the handler failed');
      handled.push(event.stream);
    };
    for (let restart = 0; restart < 5; restart++) {
      checkpoint = await workThrough(spoiled, checkpoint, handle);
    }
    const missed = streams.filter((stream) => !handled.includes(stream));
    if (missed.length > 0) throw new Error(`${missed.length} events were never handled`);
  },
  fault(store) {
    let furthest = store.start;
    return wrappedStore(store, {
      async *follow(options): ReturnType<EventStore['follow']> {
        for await (const page of store.follow({ ...options, after: furthest })) {
          furthest = page.position;
          yield page;
        }
      },
    });
  },
};

/**
 * Handles pages until it has caught up or the handler fails. @returns the position behind the last page that was done
 */
async function workThrough(
  store: EventStore,
  from: Position | undefined,
  handle: (event: RecordedEvent) => void,
): Promise<Position | undefined> {
  const stop = new AbortController();
  let done = from;
  try {
    for await (const page of store.follow({
      ...(from === undefined ? {} : { after: from }),
      pageSize: 3,
      signal: stop.signal,
    })) {
      page.events.forEach(handle);
      done = page.position;
      if (page.caughtUp) break;
    }
  } catch {
    // The consumer dies here, and starts again from what it kept.
  }
  stop.abort();
  return done;
}
