import { setTimeout as delay } from 'node:timers/promises';
import { createServiceDatabase, type ServiceDatabase } from '@parley/messaging/testing';
import { HearingProcess, message, messages, textOf, unread, type ProcessOptions } from '../testing/hearing-process';

const REASON = 'Error: its words are in the log alone';

describe('a message that cannot be answered', () => {
  let database: ServiceDatabase;
  let running: HearingProcess[];
  beforeEach(async () => {
    database = await createServiceDatabase('things');
    running = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((each) => each.stop()));
    await database.drop();
  });

  const start = (options?: ProcessOptions): HearingProcess => {
    const started = new HearingProcess(database.dataSource, options);
    running.push(started);
    return started;
  };

  it('is parked with its reason, and holds back its own case only', async () => {
    const started = start({ tries: 3 });
    started.broken.add('a2');
    await started.hear(...messages('a1', 'b1', 'a2', 'b2', 'a3'));
    expect([started.of('a'), started.of('b')]).toEqual([['a1'], ['b1', 'b2']]);
    expect(await started.hearing.parked()).toMatchObject([
      { key: 'intake/a', reason: REASON, tries: 3 },
      { key: 'intake/a', reason: null, tries: 0 },
    ]);
  });

  it('stays parked over a restart, and what comes after stays behind it', async () => {
    const first = start();
    first.broken.add('a1');
    await first.hear(...messages('a1', 'a2'));
    await first.stop();
    const second = start();
    await second.hear(...messages('a3', 'b1'));
    expect(second.answered).toEqual(['b1']);
    expect(await second.hearing.parked()).toHaveLength(3);
  });

  it('is answered in order when it is tried again, and the case goes on', async () => {
    const started = start();
    started.broken.add('a1');
    await started.hear(...messages('a1', 'a2', 'a3'));
    started.broken.clear();
    expect(await started.hearing.replayParked('intake/a')).toBe(3);
    expect([started.answered, await started.hearing.parked()]).toEqual([['a1', 'a2', 'a3'], []]);
    await started.hear(message('a4'));
    expect(started.answered).toEqual(['a1', 'a2', 'a3', 'a4']);
  });

  it('stays when it fails again, with what waits behind it, and each is tried once', async () => {
    const started = start();
    for (const text of ['a1', 'b1']) started.broken.add(text);
    await started.hear(...messages('a1', 'a2', 'b1', 'b2'));
    started.broken.delete('b1');
    expect(await started.hearing.replayParked()).toBe(2);
    expect([started.of('a'), started.of('b')]).toEqual([[], ['b1', 'b2']]);
    expect(await started.hearing.parked()).toMatchObject([{ reason: REASON, tries: 3 }, { reason: null }]);
  });

  it('is not parked when it fails only at first', async () => {
    const answered: string[] = [];
    let failures = 1;
    const started = start({
      reaction: {
        answer: async (event) => {
          if (failures-- > 0) throw new Error('at first');
          answered.push(textOf(event));
        },
      },
    });
    await started.hear(...messages('a1', 'a2'));
    expect([answered, await started.hearing.parked()]).toEqual([['a1', 'a2'], []]);
  });

  it('is answered by itself when it can be, though nobody asks (I-17)', async () => {
    const started = start({ replayMs: 5 });
    started.broken.add('a1');
    await started.hear(...messages('a1', 'a2'));
    expect(started.answered).toEqual([]);
    started.broken.clear();
    while ((await started.hearing.parked()).length > 0) await delay(1);
    expect(started.answered).toEqual(['a1', 'a2']);
  });

  it('is left as it is behind the one in hand when the process stops', async () => {
    let stopped: Promise<void> | undefined;
    let isBroken = true;
    const tried: string[] = [];
    const started: HearingProcess = start({
      replayMs: 20,
      reaction: {
        answer: async (event) => {
          if (isBroken) throw new Error('cannot yet');
          tried.push(textOf(event));
          if (textOf(event) === 'a2') stopped ??= started.stop();
        },
      },
    });
    await started.hear(...messages('a1', 'a2', 'a3', 'b1'));
    isBroken = false;
    while (!stopped) await delay(1);
    await stopped;
    expect(tried).toEqual(['a1', 'a2']);
    expect(await database.dataSource.query('SELECT 1 FROM things.work')).toHaveLength(2);
  });

  it('is parked when it cannot even be told whether it concerns', async () => {
    const started = start({
      reaction: {
        concerns: (event) => {
          if (textOf(event) === 'a1') throw new TypeError('names no parties');
          return false;
        },
        answer: () => Promise.reject(new TypeError('names no parties')),
      },
    });
    await started.hear(...messages('a1', 'b1'));
    expect(await started.hearing.parked()).toMatchObject([{ key: 'intake/a', reason: REASON.replace('E', 'TypeE') }]);
  });

  it('is parked at once when it cannot be read, and holds nobody back', async () => {
    const started = start();
    await started.feed.deliverPage({ events: messages('a1'), unread: [unread(7), unread(8)] });
    await started.hear(message('a2'));
    const parked = await started.hearing.parked();
    expect(parked).toMatchObject(
      [7, 8].map((offset) => ({
        key: `topic/0/${String(offset)}`,
        reason: 'not a public event of intake: no-headers',
        tries: 1,
      })),
    );
    expect([started.answered, await started.hearing.replayParked()]).toEqual([['a1', 'a2'], 0]);
    expect(await started.hearing.parked()).toEqual(parked);
  });

  it('is answered once a later version can read it, and goes on behind one that it cannot', async () => {
    const known = message('a1');
    const started = start({
      feed: { reread: (body) => ((body as { readonly offset: number }).offset === 8 ? known : undefined) },
    });
    await started.feed.deliverPage({ events: [], unread: [unread(7), unread(8)] });
    expect(await started.hearing.replayParked()).toBe(1);
    await started.hear(known);
    expect([started.answered, (await started.hearing.parked()).map(({ id }) => id)]).toEqual([['a1'], ['topic/0/7']]);
  });

  it('is answered once a later version knows its type, and once only', async () => {
    const reaction = { concerns: () => false };
    const before = start({ feed: { isKnown: () => false }, reaction });
    await before.hear(...messages('a1', 'a2'));
    await before.stop();
    const after = start({ feed: { isKnown: () => true } });
    await after.hear(message('a3'));
    await after.stop();
    const again = start();
    await again.hear(message('a4'));
    expect([before.answered, after.answered, again.answered]).toEqual([[], ['a1', 'a2', 'a3'], ['a4']]);
  });

  it('is answered though an older version hears it while a later one is at work already', async () => {
    const later = start({ feed: { isKnown: () => true }, makeUpMs: 5 });
    await later.hear(message('a1'));
    const older = start({ feed: { isKnown: () => false }, reaction: { concerns: () => false }, works: false });
    await older.feed.deliver(message('a2'));
    while (later.answered.length < 2) await new Promise(setImmediate);
    expect([later.answered, older.answered]).toEqual([['a1', 'a2'], []]);
  });
});
