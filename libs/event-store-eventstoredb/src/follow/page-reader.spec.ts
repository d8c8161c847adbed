import { linkEvents, type Page, type Position } from '@parley/event-store';
import { sampleEvents, someCommand, someStream } from '@parley/event-store/contract';
import type { Instant } from '@parley/kernel';
import {
  AllSubscription,
  type AllMessage,
  type EventStoreClient,
  type LogPosition,
  type StoredEvent,
} from '../client/all-subscription';
import { eventMetadata } from '../read/recorded-event';
import { NewestPosition } from '../read/position';
import { HeadWatch } from './head-watch';
import { PageReader } from './page-reader';

const at = (position: number): LogPosition => ({ commit: BigInt(position), prepare: BigInt(position) });

function eventAt(position: number, category = 'intake.case'): StoredEvent {
  const [link] = linkEvents(
    someStream(category),
    null,
    sampleEvents(someCommand()),
    '2025-02-05T08:00:00.000Z' as Instant,
  );
  const { stream, revision, eventId, type, payload } = link!.event;
  return {
    stream,
    revision,
    eventId,
    type,
    payload,
    metadata: eventMetadata(link!, 'append-1'),
    position: at(position),
    createdMs: 0,
  };
}

interface Opened {
  readonly after: LogPosition | null;
  readonly says: (...messages: readonly AllMessage[]) => void;
  readonly fails: (error: unknown) => void;
}

/** A client whose log is what the test says it is, and whose subscriptions say what the test has them say. */
function scripted(log: StoredEvent[]) {
  const subscriptions: Opened[] = [];
  const client: EventStoreClient = {
    append: () => Promise.reject(new Error('not here')),
    readStream: () => Promise.reject(new Error('not here')),
    newest: (isWanted) => Promise.resolve(log.toReversed().find((event) => isWanted(event)) ?? null),
    subscribe: (after) => {
      const subscription = new AllSubscription();
      subscriptions.push({
        after,
        says: (...messages) => messages.forEach((message) => subscription.push(message)),
        fails: (error) => subscription.fail(error),
      });
      return subscription;
    },
    close: () => Promise.resolve(),
  };
  return { client, subscriptions };
}

const stop = new AbortController();
afterAll(() => stop.abort());

const reading = (client: EventStoreClient, after = '0', pageSize = 10): PageReader =>
  watching(client, after, pageSize).reader;

function watching(client: EventStoreClient, after = '0', pageSize = 10) {
  const newest = new NewestPosition(client);
  const watch = new HeadWatch(() => newest.ofRecord(), 10);
  stop.signal.addEventListener('abort', () => watch.close());
  const options = { after: after as Position, categories: ['intake'], pageSize, signal: stop.signal };
  return { watch, reader: new PageReader({ client, newest, watch }, options) };
}

const event = (stored: StoredEvent): AllMessage => ({ kind: 'event', event: stored });
const caughtUp: AllMessage = { kind: 'caught-up' };
const checkpoint = (commit: number, prepare = commit): AllMessage => ({
  kind: 'checkpoint',
  position: { commit: BigInt(commit), prepare: BigInt(prepare) },
});
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const shortly = ({ events, position, caughtUp: isCaughtUp }: Page): readonly [number, string, boolean] => [
  events.length,
  position,
  isCaughtUp,
];

describe('a reader of pages', () => {
  it('is moved past what was kept back by the head of before, once the server has caught up', async () => {
    const log = [eventAt(100), eventAt(200, 'evidence.exhibit')];
    const { client, subscriptions } = scripted(log);
    const page = reading(client).next();
    await turn();
    subscriptions[0]!.says(event(log[0]!), caughtUp);
    expect(shortly((await page)!)).toEqual([1, '200', true]);
  });

  it('is not moved past an event that was written after it had subscribed', async () => {
    const log = [eventAt(100, 'evidence.exhibit')];
    const { client, subscriptions } = scripted(log);
    const reader = reading(client);
    const page = reader.next();
    await turn();
    log.push(eventAt(200));
    subscriptions[0]!.says(caughtUp);
    expect(shortly((await page)!)).toEqual([0, '100', false]);
  });

  it('is not moved by a second word of having caught up to a head that it heard of meanwhile', async () => {
    const log = [eventAt(100)];
    const { client, subscriptions } = scripted(log);
    const { reader, watch } = watching(client, '100');
    await reader.next();
    const page = reader.next();
    await turn();
    log.push(eventAt(200));
    watch.moved('200' as Position);
    subscriptions[0]!.says(caughtUp, event(log[1]!));
    expect(shortly((await page)!)).toEqual([1, '200', true]);
  });

  it('subscribes anew from where it is when the head moves and its subscription says nothing', async () => {
    const log = [eventAt(100)];
    const { client, subscriptions } = scripted(log);
    const { reader, watch } = watching(client, '100');
    await reader.next();
    const page = reader.next();
    await turn();
    subscriptions[0]!.says(caughtUp);
    log.push(eventAt(200, 'evidence.exhibit'));
    watch.moved('200' as Position);
    for (const giveUp = performance.now() + 2_000; subscriptions.length === 1 && performance.now() < giveUp;)
      await turn();
    expect(subscriptions[1]!.after).toEqual(at(100));
    subscriptions[1]!.says(caughtUp);
    expect(shortly((await page)!)).toEqual([0, '200', true]);
  });

  it('is moved by a checkpoint below the head of before, and by none at or beyond it', async () => {
    const log = [eventAt(50, 'evidence.exhibit'), eventAt(300, 'evidence.exhibit')];
    const { client, subscriptions } = scripted(log);
    const reader = reading(client);
    const page = reader.next();
    await turn();
    subscriptions[0]!.says(
      checkpoint(250),
      checkpoint(300, 0),
      checkpoint(400, 0),
      checkpoint(Number.MAX_SAFE_INTEGER),
    );
    subscriptions[0]!.fails(new Error('cut'));
    await expect(page).rejects.toThrow('cut');
    void reader.next();
    await turn();
    expect(subscriptions[1]!.after).toEqual({ commit: 300n, prepare: 0n });
  });

  it('says that it has caught up only by a head that was read after its last event', async () => {
    const log = [eventAt(100)];
    const { client, subscriptions } = scripted(log);
    const reader = reading(client);
    const page = reader.next();
    await turn();
    log.push(eventAt(200));
    subscriptions[0]!.says(event(log[0]!));
    expect(shortly((await page)!)).toEqual([1, '100', false]);
  });

  it('cuts pages at their size and keeps the rest for the next', async () => {
    const log = [100, 200, 300].map((position) => eventAt(position));
    const { client, subscriptions } = scripted(log);
    const reader = reading(client, '0', 2);
    const page = reader.next();
    await turn();
    subscriptions[0]!.says(...log.map(event), caughtUp);
    expect(shortly((await page)!)).toEqual([2, '200', false]);
    expect(shortly((await reader.next())!)).toEqual([1, '300', true]);
  });

  it('keeps what it has when its subscription fails, and shows no event twice', async () => {
    const log = [eventAt(100), eventAt(200)];
    const { client, subscriptions } = scripted(log);
    const reader = reading(client);
    const page = reader.next();
    await turn();
    subscriptions[0]!.says(event(log[0]!));
    await turn();
    subscriptions[0]!.fails(new Error('cut'));
    await expect(page).rejects.toThrow('cut');
    const again = reader.next();
    await turn();
    expect(subscriptions[1]!.after).toEqual(at(100));
    subscriptions[1]!.says(event(log[0]!), event(log[1]!));
    expect((await again)!.events.map(({ position }) => position)).toEqual(['100', '200']);
  });

  it('sets an event that has no envelope aside, rather than skip it or stop there', async () => {
    const log = [{ ...eventAt(100), metadata: { somebody: 'else' } }, eventAt(200)];
    const { client, subscriptions } = scripted(log);
    const page = reading(client).next();
    await turn();
    subscriptions[0]!.says(event(log[0]!), event(log[1]!));
    expect(await page).toMatchObject({
      events: [{ position: '200' }],
      unreadable: [{ position: '100', kept: { stream: log[0]!.stream, revision: 0 } }],
    });
  });

  it('asks for no subscription while it stands at the head and has not said so', async () => {
    const { client, subscriptions } = scripted([eventAt(100)]);
    expect(shortly((await reading(client, '100').next())!)).toEqual([0, '100', true]);
    expect(subscriptions).toEqual([]);
  });
});
