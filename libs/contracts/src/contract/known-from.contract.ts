import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import fc from 'fast-check';
import { knownFrom, type Taking } from '../known-facts';

const BEFORE_ALL = '2000-01-01T00:00:00.000Z' as Instant;
/** Bytes of a field whose number has no end. */
const NO_MESSAGE = Uint8Array.of(0xff);

/**
 * Specs that hold for every service's reading of what others tell. Each service calls them in a spec of its own.
 * @param facts any facts of one case that the service may hear
 */
export function knownFromContract<Learning, View>(
  taking: Taking<Learning, View>,
  facts: fc.Arbitrary<readonly PublicEvent[]>,
): void {
  const knownOf = (set: readonly PublicEvent[], asOf?: Instant) => knownFrom(taking, set, asOf);
  /** Some facts, and the same as somebody else may have heard them: in another order, and some of them again. */
  const heardTwice = facts.chain((set) =>
    fc.tuple(
      fc.constant(set),
      fc.shuffledSubarray([...set, ...set], { minLength: set.length * 2 }),
      fc.constantFrom(BEFORE_ALL, ...set.map(({ recordedat }) => recordedat)),
    ),
  );

  it('is the same whatever the order of hearing, and however often something is heard', () => {
    fc.assert(
      fc.property(heardTwice, ([set, heard, then]) => {
        expect(knownOf(heard)).toEqual(knownOf(set));
        expect(knownOf(heard, then)).toEqual(knownOf(set, then));
      }),
    );
  });

  it('is the same on just those facts that it names', () => {
    fc.assert(
      fc.property(facts, (set) => {
        const { view, facts: named } = knownOf(set);
        expect(knownOf(set.filter(({ id }) => named.includes(id))).view).toEqual(view);
      }),
      { numRuns: 500 },
    );
  });

  it('at an instant is what had been recorded by then, whatever was heard since', () => {
    fc.assert(
      fc.property(heardTwice, ([set, , then]) => {
        expect(knownOf(set, then)).toEqual(knownOf(set.filter(({ recordedat }) => recordedat <= then)));
      }),
    );
  });

  it('grows by each fact that teaches something, so that an ETag tells two states of it apart', () => {
    fc.assert(
      fc.property(facts, (set) => {
        const counts = set.map((_, heard) => knownOf(set.slice(0, heard + 1)).count);
        expect(counts).toEqual(counts.toSorted((one, other) => one - other));
        expect(counts.at(-1) ?? 0).toBe(set.filter((fact) => taking.take(fact).length > 0).length);
      }),
    );
  });

  it('is the same though something cannot be read: its message is parked, and the case goes on', () => {
    fc.assert(
      fc.property(facts, (set) => {
        const unreadable = set.map((fact) => ({ ...fact, data: NO_MESSAGE, id: `no ${fact.id}` }));
        expect(knownOf([...unreadable, ...set])).toEqual(knownOf(set));
      }),
    );
  });
}
