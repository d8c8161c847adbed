import type { Inbox } from './inbox';
import { KeyedDelivery } from './keyed-delivery';
import { createServiceDatabase, type ServiceDatabase } from './testing';

interface Message {
  readonly id: string;
  readonly key: string;
}

const message = (key: string, number: number): Message => ({ id: `${key}-${String(number)}`, key });

describe('delivery by key', () => {
  let database: ServiceDatabase;
  beforeAll(async () => void (database = await createServiceDatabase('intake')));
  afterAll(() => database.drop());

  function deliver(group: string, handle: (message: Message, inbox: Inbox) => Promise<void>) {
    return new KeyedDelivery<Message>({
      manager: database.dataSource.manager,
      group,
      idOf: ({ id }) => id,
      keyOf: ({ key }) => key,
      handle,
      toBody: (body) => body,
      fromBody: (body) => body as Message,
      lanes: 2,
      tries: 1,
    });
  }

  it('goes on with one key while another is at work, and keeps the order of each', async () => {
    const handled: string[] = [];
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => (release = resolve));
    const delivery = deliver('lanes', async ({ id, key }) => {
      if (id === 'a-1') await slow;
      handled.push(id);
      if (key === 'c') release();
    });
    await delivery.deliver([message('a', 1), message('b', 1), message('a', 2), message('b', 2), message('c', 1)]);
    expect(handled).toEqual(['b-1', 'b-2', 'c-1', 'a-1', 'a-2']);
  });

  it('parks what fails with what comes behind it in its key, and nothing else', async () => {
    const handled: string[] = [];
    const delivery = deliver('parks', ({ id }) => {
      if (id === 'a-2') return Promise.reject(new Error('cannot'));
      handled.push(id);
      return Promise.resolve();
    });
    await delivery.deliver([message('a', 1), message('b', 1), message('a', 2), message('a', 3), message('b', 2)]);
    expect(handled.sort()).toEqual(['a-1', 'b-1', 'b-2']);
    expect((await delivery.parked()).map(({ id }) => id)).toEqual(['a-2', 'a-3']);
    await delivery.deliver([message('a', 4)]);
    expect((await delivery.parked()).map(({ id }) => id)).toEqual(['a-2', 'a-3', 'a-4']);
  });

  it('has noted what was answered when it resolves, also of a page that could not be ended', async () => {
    const answered: string[] = [];
    const issue = (id: string) => async (): Promise<void> => void answered.push(id);
    const delivery = deliver('notes', async ({ id }, inbox) => {
      await inbox.answer(id, issue(id));
    });
    const unparkable = { ...message('b', 1), withoutJson: 1n };
    await delivery.deliver([message('a', 1), message('a', 2)]);
    await delivery.deliver([message('a', 2), message('a', 3)]);
    const failing = deliver('notes', async ({ id }, inbox) => {
      if (id === 'b-1') throw new Error('cannot');
      await inbox.answer(id, issue(id));
    });
    await expect(failing.deliver([message('a', 4), unparkable])).rejects.toThrow();
    await delivery.deliver([message('a', 4)]);
    expect(answered).toEqual(['a-1', 'a-2', 'a-3', 'a-4']);
  });

  it('answers a parked message once when it is tried again', async () => {
    const answered: string[] = [];
    let able = false;
    const delivery = deliver('replays', async ({ id }, inbox) => {
      if (!able) throw new Error('cannot yet');
      await inbox.answer(id, async () => void answered.push(id));
    });
    await delivery.deliver([message('a', 1)]);
    able = true;
    expect(await delivery.replay()).toBe(1);
    await delivery.deliver([message('a', 1)]);
    expect(answered).toEqual(['a-1']);
  });

  it('stops trying parked messages again behind the one in hand, and leaves the rest as it was', async () => {
    const stop = new AbortController();
    const tried: string[] = [];
    let able = false;
    const delivery = deliver('stops', ({ id }) => {
      if (!able) return Promise.reject(new Error('cannot yet'));
      tried.push(id);
      if (id === 'a-2') stop.abort();
      return Promise.resolve();
    });
    await delivery.deliver([message('a', 1), message('a', 2), message('a', 3), message('b', 1)]);
    able = true;
    expect(await delivery.replay(undefined, stop.signal)).toBe(2);
    expect([tried, (await delivery.parked()).map(({ id }) => id)]).toEqual([
      ['a-1', 'a-2'],
      ['a-3', 'b-1'],
    ]);
    expect(await delivery.replay()).toBe(2);
  });

  it(
    'tries each parked message once when all are tried again, and goes on behind one ' + 'that cannot even be read',
    async () => {
      const tried: string[] = [];
      let able = false;
      const delivery = new KeyedDelivery<Message>({
        manager: database.dataSource.manager,
        group: 'once',
        idOf: ({ id }) => id,
        keyOf: ({ key }) => key,
        handle: async ({ id, key }) => {
          tried.push(id);
          if (!able || key === 'b') throw new Error('cannot yet');
        },
        toBody: (body) => body,
        fromBody: (body) => {
          if ((body as Message).key === 'a') throw new TypeError('of no form that is known');
          return body as Message;
        },
        tries: 2,
        retryMs: 1,
      });
      await delivery.deliver([message('a', 1), message('b', 1), message('c', 1)]);
      expect(tried).toEqual(['a-1', 'a-1', 'b-1', 'b-1', 'c-1', 'c-1']);
      [able, tried.length] = [true, 0];
      expect(await delivery.replay()).toBe(1);
      expect(tried).toEqual(['b-1', 'c-1']);
      expect((await delivery.parked()).map(({ id, tries }) => [id, tries])).toEqual([
        ['a-1', 3],
        ['b-1', 3],
      ]);
    },
  );
});
