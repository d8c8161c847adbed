import { setTimeout as sleep } from 'node:timers/promises';
import { commandIdOf, verifyChain, type EventStore, type StreamName } from '@parley/event-store';
import { eventsUntil, sampleEvents, someStream } from '@parley/event-store/contract';
import { EventStoreAwayError } from './client/event-store-address';
import type { EventStoreDb } from './event-store-db';
import { openEventStoreDb } from './open-event-store-db';
import { realClock } from './testing/double-subject';
import { EventStoreDouble } from './testing/double/event-store-double';

const seed = Number(process.env['PARLEY_SEED'] ?? Date.now() % 1_000_000);
const [WRITERS, COMMANDS] = [4, 10];

/** Mulberry32. */
function randomFrom(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Sends a command until it is answered, as its client would. */
async function persist(store: EventStore, stream: StreamName, n: number): Promise<void> {
  const commandId = commandIdOf(stream, String(n));
  for (;;) {
    try {
      const result = await store.append(stream, n === 0 ? 'no-stream' : 2 * n - 1, sampleEvents(commandId, 2), {
        commandId,
      });
      if (result.kind === 'conflict') throw new Error(`${stream} is at ${String(result.actual)} before command ${n}`);
      return;
    } catch (error) {
      if (!(error instanceof EventStoreAwayError)) throw error;
    }
  }
}

let double: EventStoreDouble;
let stores: readonly EventStoreDb[];

beforeEach(async () => {
  double = await EventStoreDouble.start();
  const connectionString = `esdb://127.0.0.1:${double.port}?tls=false&defaultDeadline=250`;
  stores = [1, 2, 3].map(() => openEventStoreDb({ connectionString, context: 'intake', clock: realClock }));
});
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await double.stop();
});

async function restart(downMs: number): Promise<void> {
  await double.stop();
  await sleep(downMs);
  double = await EventStoreDouble.start({ log: double.log, port: double.port });
}

/**
 * One misfortune after the other until the signal; a restart, which costs everybody the most, is rarer than the rest.
 */
async function misfortunes(random: () => number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const which = random();
    if (which < 0.07) await restart(100 * random());
    else if (which < 0.3) double.faults.unansweredAppends = 1;
    else if (which < 0.5) double.faults.droppedAppends = 1;
    else if (which < 0.8) double.silenceSubscriptions();
    else double.log.writeSystemEvent('$stats-127.0.0.1:2113');
    await sleep(120 * random());
  }
}

describe(`under faults at random (PARLEY_SEED=${seed})`, () => {
  it('every command is written once, its chain is whole, and a follower sees all of it in order', async () => {
    const [left, right, reader] = stores;
    const streams = Array.from({ length: WRITERS }, () => someStream());
    const done = new AbortController();
    const faults = misfortunes(randomFrom(seed), done.signal);
    const following = eventsUntil(
      reader!,
      { categories: ['intake'], pageSize: 7, withinMs: 70_000 },
      WRITERS * COMMANDS * 2,
    );
    await Promise.all(
      streams.map(async (stream, writer) => {
        for (let n = 0; n < COMMANDS; n++) await persist((writer % 2 ? left : right)!, stream, n);
      }),
    );
    done.abort();
    await faults;

    const seen = await following;
    const recorded = double.log.all.filter(({ stream }) => stream.startsWith('intake.'));
    expect(recorded).toHaveLength(WRITERS * COMMANDS * 2);
    expect(seen.map(({ eventId }) => eventId)).toEqual(recorded.map(({ id }) => id));
    for (const stream of streams)
      expect(verifyChain(stream, await left!.read(stream))).toMatchObject({ kind: 'intact', events: 2 * COMMANDS });
  }, 90_000);
});
