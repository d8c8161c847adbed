import { begunAfter } from './begun-after';
import { FollowThrough, type FollowedServices, mayBeEarly } from './follow-through';

/** Services that record something more in each round of work, as long as there is something. */
class Services implements FollowedServices {
  recorded = 0;
  rounds = 0;
  /** How many events each next round records. */
  follows: number[] = [];
  idles: () => Promise<void> = () => Promise.resolve();

  head(): Promise<string> {
    return Promise.resolve(String(this.recorded));
  }

  async idle(): Promise<void> {
    this.rounds += 1;
    await this.idles();
    this.recorded += this.follows.shift() ?? 0;
  }
}

describe('what follows from the acts on record', () => {
  let services: Services;
  let followThrough: FollowThrough;

  beforeEach(() => {
    services = new Services();
    followThrough = new FollowThrough(services);
  });

  it('is done when a round of work has recorded nothing more', async () => {
    services.follows = [2, 1];
    expect(await followThrough.wait(1_000)).toBe(true);
    expect([services.recorded, services.rounds]).toEqual([3, 3]);
  });

  it('is not asked for again while the record stays as it is', async () => {
    await followThrough.wait(1_000);
    await followThrough.wait(1_000);
    expect(services.rounds).toBe(1);
    services.recorded += 1;
    await followThrough.wait(1_000);
    expect(services.rounds).toBe(2);
  });

  it('ends for who waits though others go on acting for ever', async () => {
    services.follows = Array.from({ length: 100 }, () => 1);
    expect(await followThrough.wait(1_000)).toBe(true);
    expect(services.rounds).toBe(4);
    expect(followThrough.mark()).toBeUndefined();
  });

  it('is waited for no longer than was asked, and not where a service is away', async () => {
    services.idles = () => new Promise(() => undefined);
    expect(await followThrough.wait(10)).toBe(false);
    const away = new FollowThrough({ head: () => Promise.reject(new Error('away')), idle: () => Promise.resolve() });
    expect(await away.wait(1_000)).toBe(false);
  });
});

describe('a refusal', () => {
  let services: Services;
  let followThrough: FollowThrough;

  beforeEach(() => {
    services = new Services();
    followThrough = new FollowThrough(services);
  });

  it('stands when all that is on record was done before the act came in', async () => {
    await followThrough.wait(1_000);
    expect(await followThrough.stands(followThrough.mark())).toBe(true);
    expect(services.rounds).toBe(1);
  });

  it('does not stand when it was done only afterwards', async () => {
    const mark = followThrough.mark();
    expect(await followThrough.stands(mark)).toBe(false);
    services.recorded += 1;
    expect(await followThrough.stands(followThrough.mark())).toBe(false);
    expect(services.rounds).toBe(2);
  });

  it('is none where nobody can tell', async () => {
    const away = new FollowThrough({ head: () => Promise.reject(new Error('away')), idle: () => Promise.resolve() });
    await expect(away.stands('1')).rejects.toMatchObject({
      kind: { code: 'not-yet', status: 503 },
      headers: { 'retry-after': '1' },
    });
  });

  it.each([
    ['not-found', true],
    ['wrong-stage', true],
    ['role-required', false],
    ['invalid-fields', false],
    ['idempotency-key-reused', false],
  ])('by %s may be early: %s', (code, early) => {
    expect(mayBeEarly(code)).toBe(early);
  });
});

describe('work for all who ask before it begins', () => {
  it('runs once for them, after the run that was under way', async () => {
    const ends: (() => void)[] = [];
    const ask = begunAfter(() => new Promise<number>((resolve) => void ends.push(() => resolve(ends.length))));
    const first = ask();
    await Promise.resolve().then(() => undefined);
    const [second, third] = [ask(), ask()];
    expect(ends).toHaveLength(1);
    ends[0]?.();
    expect(await first).toBe(1);
    await new Promise(setImmediate);
    ends[1]?.();
    expect(await Promise.all([second, third])).toEqual([2, 2]);
  });

  it('is done again after a failure', async () => {
    let runs = 0;
    const ask = begunAfter(() => (++runs === 1 ? Promise.reject(new Error('once')) : Promise.resolve(runs)));
    await expect(ask()).rejects.toThrow('once');
    expect(await ask()).toBe(2);
  });
});
