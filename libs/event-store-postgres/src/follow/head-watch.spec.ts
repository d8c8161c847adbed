import type { Position } from '@parley/event-store';
import type { Pool } from 'pg';
import { HeadWatch } from './head-watch';

const at = (position: number): Position => String(position) as Position;

describe('a watch over the head', () => {
  let watch: HeadWatch;
  const woken: number[] = [];
  const wait = (name: number, after: number, signal = new AbortController().signal) =>
    void watch.beyond(at(after), signal).then(() => woken.push(name));
  const passed = (millis: number) => jest.advanceTimersByTimeAsync(millis);

  beforeEach(() => {
    jest.useFakeTimers();
    woken.length = 0;
    // The database is away, so only an appender can wake a follower here.
    watch = new HeadWatch(
      {
        connect: () => Promise.reject(new Error('away')),
        query: () => Promise.reject(new Error('away')),
      } as unknown as Pool,
      60_000,
      50,
    );
  });
  afterEach(async () => {
    await watch.close();
    jest.useRealTimers();
  });

  it('wakes at once who has rested', async () => {
    wait(1, 0);
    watch.moved(at(1));
    await passed(0);
    expect(woken).toEqual([1]);
  });

  it('lets one that was just woken wait until there is more, and forgets nothing', async () => {
    wait(1, 0);
    watch.moved(at(1));
    await passed(0);
    wait(2, 1);
    watch.moved(at(2));
    await passed(10);
    expect(woken).toEqual([1]);
    await passed(60);
    expect(woken).toEqual([1, 2]);
  });

  it('wakes in time who comes when the head has moved already', async () => {
    wait(1, 0);
    watch.moved(at(3));
    wait(2, 2);
    await passed(60);
    expect(woken).toEqual([1, 2]);
  });

  it('leaves who has read everything asleep', async () => {
    watch.moved(at(3));
    wait(1, 3);
    await passed(1_000);
    expect(woken).toEqual([]);
  });

  it('lets go whoever gives up, and all when it is closed', async () => {
    const gaveUp = new AbortController();
    wait(1, 3, gaveUp.signal);
    wait(2, 3);
    gaveUp.abort();
    await passed(0);
    expect(woken).toEqual([1]);
    await watch.close();
    await passed(0);
    expect(woken).toEqual([1, 2]);
  });
});
