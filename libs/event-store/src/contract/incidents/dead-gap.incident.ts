import { MAX_APPEND_BYTES } from '../../append-limits';
import type { EventStore } from '../../event-store';
import { eventsUntil } from '../following';
import { appendSome, fill, sampleEvents, someCommand, someStream } from '../sample-events';
import type { Incident } from './incident';
import { assertSameEvents } from './same-events';
import { wrappedStore } from '../../wrapped-store';

/** A rolled-back append leaves a gap in the numbers, and a follower that waits for the missing one stands still. */
export const deadGap: Incident = {
  name: 'does not stand still behind an append that came to nothing',
  async run({ store }, plant) {
    const spoiled = plant(store);
    const [stream] = await fill(spoiled, 1);
    const [refused, commandId] = [someStream(), someCommand()];
    await appendSome(spoiled, stream ?? refused, 'no-stream');
    await spoiled
      .append(refused, 'no-stream', sampleEvents(commandId, 1, new Uint8Array(MAX_APPEND_BYTES)), { commandId })
      .catch(() => undefined);
    await appendSome(spoiled, refused, 'no-stream');
    assertSameEvents(await eventsUntil(spoiled, { withinMs: 1_500 }, 2), (await store.readAll({ limit: 10 })).events);
  },
  fault(store) {
    let gap = false;
    return wrappedStore(store, {
      async append(...args) {
        const result = await store.append(...args);
        gap ||= result.kind === 'conflict';
        return result;
      },
      async *follow(options): ReturnType<EventStore['follow']> {
        for await (const page of store.follow(options)) {
          yield { ...page, events: page.events.slice(0, gap ? 1 : undefined) };
          if (gap) await new Promise((resolve) => options.signal.addEventListener('abort', resolve));
        }
      },
    });
  },
};
