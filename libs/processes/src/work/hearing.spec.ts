import { setTimeout as delay } from 'node:timers/promises';
import type { Instant } from '@parley/kernel';
import { hasHeard } from '@parley/messaging';
import { createServiceDatabase, loseFacts, type ServiceDatabase } from '@parley/messaging/testing';
import { HearingProcess, message, messages, textOf, type ProcessOptions } from '../testing/hearing-process';

const LATER = '2999-01-01T00:00:00.000Z' as Instant;

describe('what a service hears', () => {
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

  const start = (options?: ProcessOptions, dataSource = database.dataSource): HearingProcess => {
    const started = new HearingProcess(dataSource, options);
    running.push(started);
    return started;
  };
  const count = async (table: 'facts' | 'work'): Promise<number> => {
    const [row]: { count: number }[] = await database.dataSource.query(
      `SELECT count(*)::int4 AS count FROM things.${table}`,
    );
    return row?.count ?? 0;
  };

  it('is answered once in effect, however often it comes, and struck off', async () => {
    const first = start();
    const told = messages('a1', 'b1', 'a2');
    await first.hear(...told, ...told);
    await first.hear(...told);
    await first.stop();
    const second = start();
    await second.hear(...told, message('a3'));
    expect([first.answered.toSorted(), second.answered]).toEqual([['a1', 'a2', 'b1'], ['a3']]);
    expect([await count('facts'), await count('work')]).toEqual([4, 0]);
  });

  it('is answered in order within a case and context, and cases side by side', async () => {
    const other = Promise.withResolvers<true>();
    const answered: string[] = [];
    const hearing = start({
      reaction: {
        lanes: 2,
        // In a single lane the first case would wait for ever for the second.
        answer: async (event) => {
          if (textOf(event) === 'a1') await other.promise;
          answered.push(textOf(event));
          if (textOf(event) === 'b2') other.resolve(true);
        },
      },
    });
    await hearing.hear(...messages('a1', 'b1', 'a2', 'b2', 'c1'));
    expect(answered.filter((text) => text !== 'c1')).toEqual(['b1', 'b2', 'a1', 'a2']);
  });

  it('does not wait for what another context told of the case', async () => {
    const hearing = start();
    hearing.broken.add('a1');
    await hearing.hear(message('a1'), message('a2', 'evidence'), message('a3'));
    expect(hearing.answered).toEqual(['a2']);
  });

  it('is answered under one id though the answer crashes behind its command', async () => {
    const issued: string[] = [];
    let crashes = 1;
    const hearing = start({
      reaction: {
        answer: async (_event, commandId) => {
          issued.push(commandId);
          if (crashes-- > 0) throw new Error('crash');
        },
      },
    });
    await hearing.hear(message('a1'));
    expect([issued.length, new Set(issued).size, await hearing.hearing.parked()]).toEqual([2, 1, []]);
  });

  it('is not answered again after a look at the table from before it was struck off', async () => {
    const { manager } = database.dataSource;
    const query = manager.query.bind(manager);
    let looks = 0;
    jest.spyOn(manager, 'query').mockImplementation(async (sql: string, values?: object) => {
      const rows: unknown = await query(sql, values);
      // The second look sees the message that the first has in hand, and comes back when that is done.
      if (sql.includes('LIMIT 1000') && (rows as unknown[]).length > 0 && looks++ > 0) await delay(60);
      return rows;
    });
    const answered: string[] = [];
    const hearing = start({
      reaction: {
        answer: async (event) => {
          await delay(20);
          answered.push(textOf(event));
        },
      },
    });
    await hearing.hear(message('a1'));
    await delay(100);
    expect([answered, looks > 1]).toEqual([['a1'], true]);
  });

  it('is answered under another id for another message or group', async () => {
    const told = message('a1');
    const one = start();
    await one.hear(told, message('a2'));
    await one.stop();
    await loseFacts(database.dataSource.manager);
    const other = start({ group: 'others' });
    await other.hear(told);
    expect(new Set([...one.commandIds, ...other.commandIds]).size).toBe(3);
  });

  it('is taken whole or not at all, in two statements for a page', async () => {
    const hearing = start();
    await hearing.hear(message('z1'));
    const { dataSource } = database;
    const statements: string[] = [];
    const page = { events: messages('a1', 'b1', 'a2', 'c1'), unread: [] };
    const { subscription } = hearing.feed;
    const lost = dataSource.transaction(async (manager) => {
      const query = manager.query.bind(manager);
      jest.spyOn(manager, 'query').mockImplementation((sql: string, values?: object) => {
        statements.push(sql);
        return query(sql, values);
      });
      await subscription?.take(manager, page);
      throw new Error('crash');
    });
    await expect(lost).rejects.toThrow('crash');
    expect(statements).toHaveLength(2);
    expect([await count('facts'), await count('work'), hearing.answered]).toEqual([1, 0, ['z1']]);
    await hearing.feed.deliverPage(page);
    await hearing.hearing.idle();
    expect([await count('facts'), hearing.answered.length]).toEqual([5, 5]);
  });

  it('costs no row of work where it concerns nobody, and is kept all the same', async () => {
    const hearing = start({ works: false, reaction: { concerns: (event) => textOf(event) === 'a2' } });
    await hearing.feed.deliver(...messages('a1', 'a2', 'b1'));
    expect([await count('facts'), await count('work')]).toEqual([3, 1]);
  });

  it('is taken up again where a process ended before the answer', async () => {
    const first = start({ works: false });
    await first.feed.deliver(...messages('a1', 'b1'));
    await first.stop();
    const second = start();
    await second.hear(message('a2'));
    expect([second.of('a'), second.of('b')]).toEqual([['a1', 'a2'], ['b1']]);
  });

  it('is answered by the process that works, soon after another has taken it', async () => {
    const other = await database.connect();
    const working = start();
    const taking = start({ works: false }, other);
    await working.hear(message('a1'));
    const began = performance.now();
    await taking.feed.deliver(...messages('a2', 'b1'));
    while (working.answered.length < 3) await delay(5);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect([working.of('a'), taking.answered]).toEqual([['a1', 'a2'], []]);
    await Promise.all(running.splice(0).map((each) => each.stop()));
    await other.destroy();
  });

  it('has each message answered once in effect though two processes take turns', async () => {
    const other = await database.connect();
    const texts = Array.from({ length: 60 }, (_, n) => `${'abcde'.charAt(n % 5)}${String(n)}`);
    const told = messages(...texts);
    const first = start();
    await first.feed.deliver(...told.slice(0, 40));
    const second = start({}, other);
    await second.feed.deliver(...told.slice(20));
    await Promise.all([first.hearing.idle(), second.hearing.idle()]);
    const ids = new Set([...first.commandIds, ...second.commandIds]);
    expect([ids.size, await count('work')]).toEqual([60, 0]);
    await Promise.all(running.splice(0).map((each) => each.stop()));
    await other.destroy();
  });

  it('counts as heard when it is answered, not when it is taken', async () => {
    const { manager } = database.dataSource;
    const heard = (subject: string, ...alongside: readonly string[]): Promise<boolean> =>
      hasHeard(manager, { group: 'things', contexts: ['intake'], subject, alongside, instant: LATER });
    const hearing = start();
    hearing.broken.add('a1');
    await hearing.hear(...messages('a1', 'b1'));
    expect([await heard('a'), await heard('b')]).toEqual([false, false]);
    await hearing.feed.pass(LATER);
    expect([await heard('a'), await heard('b'), await heard('never told of')]).toEqual([false, true, true]);
    expect([await heard('b', 'a'), await heard('b', 'c')]).toEqual([false, true]);
    hearing.broken.clear();
    await hearing.hearing.replayParked();
    expect(await heard('a')).toBe(true);
  });
});
