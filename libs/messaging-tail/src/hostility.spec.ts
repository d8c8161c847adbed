import * as fc from 'fast-check';
import { HostileOrder, seededNumbers } from './hostility';

interface Message {
  readonly key: string;
  readonly n: number;
}

const keyOf = (message: Message): string => message.key;
const pages = fc.array(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 20 }), { maxLength: 6 });

const deliver = (
  seed: number,
  keys: readonly (readonly string[])[],
): { readonly told: Message[]; readonly deliveries: Message[] } => {
  const order = new HostileOrder<Message>(seed, keyOf);
  let n = 0;
  const told = keys.map((page) => page.map((key) => ({ key, n: n++ })));
  return { told: told.flat(), deliveries: [...told.flatMap((page) => [...order.shuffle(page)]), ...order.drain()] };
};

describe('a hostile order', () => {
  it('never breaks the order of a key on first delivery, and leaves nothing out', () => {
    fc.assert(
      fc.property(fc.nat(), pages, (seed, keys) => {
        const { told, deliveries } = deliver(seed, keys);
        const firsts = [...new Set(deliveries)];
        expect(firsts.toSorted((a, b) => a.n - b.n)).toEqual(told);
        for (const key of ['a', 'b', 'c']) {
          const own = firsts.filter((message) => message.key === key).map((message) => message.n);
          expect(own).toEqual(own.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('is the same for the same seed', () => {
    const keys = [
      ['a', 'b', 'a', 'c', 'b'],
      ['a', 'c', 'c'],
    ];
    expect(deliver(7, keys).deliveries).toEqual(deliver(7, keys).deliveries);
  });

  it('does deliver twice, again later, and across keys', () => {
    const keys = Array.from({ length: 10 }, () => ['a', 'a', 'b', 'b', 'c', 'c']);
    const { told, deliveries } = deliver(1, keys);
    expect(deliveries.length).toBeGreaterThan(told.length * 1.3);
    expect(deliveries.some((message, at) => at > 0 && (deliveries[at - 1]?.n ?? 0) > message.n)).toBe(true);
  });

  it('draws numbers evenly', () => {
    const random = seededNumbers(42);
    const mean = Array.from({ length: 10_000 }, random).reduce((sum, n) => sum + n, 0) / 10_000;
    expect(mean).toBeCloseTo(0.5, 1);
  });
});
