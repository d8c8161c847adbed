import fc from 'fast-check';
import { RequestAllowance } from './request-allowance';

describe('the allowance of requests', () => {
  let now = 0;
  const allowance = (perMinute: number): RequestAllowance => new RequestAllowance(perMinute, () => now);
  beforeEach(() => (now = 0));

  it('is used up, says when there is more, and has it then', () => {
    const requests = allowance(6);
    expect(Array.from({ length: 8 }, () => requests.take('a'))).toEqual([
      ...Array.from({ length: 6 }, () => undefined),
      10,
      10,
    ]);
    now = 9_999;
    expect(requests.take('a')).toBe(1);
    now = 10_000;
    expect([requests.take('a'), requests.take('a')]).toEqual([undefined, 10]);
  });

  it('is each caller’s own', () => {
    const requests = allowance(1);
    expect([requests.take('a'), requests.take('a'), requests.take('b')]).toEqual([undefined, 60, undefined]);
  });

  it(
    'never lets more pass in any minute than twice what is allowed in one, nor refuses who ' +
      'waits as long as it says',
    () => {
      const waits = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 200 });
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 100 }), waits, (perMinute, steps) => {
          now = 0;
          const requests = allowance(perMinute);
          const passed: number[] = [];
          for (const step of steps) {
            now += step;
            const wait = requests.take('a');
            if (wait === undefined) {
              passed.push(now);
              continue;
            }
            now += wait * 1_000;
            expect(requests.take('a')).toBeUndefined();
            passed.push(now);
          }
          for (const from of passed)
            expect(passed.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(2 * perMinute);
        }),
      );
    },
  );

  it('forgets whoever has asked least lately, and holds no more than ten thousand', () => {
    const requests = allowance(1);
    for (let caller = 0; caller < 10_001; caller++) requests.take(String(caller));
    expect([requests.take('10000'), requests.take('0')]).toEqual([60, undefined]);
  });
});
