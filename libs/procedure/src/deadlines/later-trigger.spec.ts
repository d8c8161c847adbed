import type { Instant, IsoDate } from '@parley/kernel';
import fc from 'fast-check';
import { laterTrigger } from './set-deadline';

const triggers = fc.record({
  date: fc.constantFrom('2026-03-02' as IsoDate, '2026-03-03' as IsoDate),
  instant: fc.constantFrom(null, '2026-03-02T10:00:00.000Z' as Instant, '2026-03-02T11:00:00.000Z' as Instant),
});

describe('the later of two triggers', () => {
  it('is the one with the later day, and on one day the one with the later instant', () => {
    const composed = { date: '2026-03-02' as IsoDate, instant: '2026-03-02T16:00:00.000Z' as Instant };
    const consulted = { date: '2026-03-03' as IsoDate, instant: '2026-03-02T16:30:00.000Z' as Instant };
    expect(laterTrigger(composed, consulted)).toBe(consulted);
    expect(laterTrigger({ ...composed, instant: '2026-03-02T15:00:00.000Z' as Instant }, composed)).toBe(composed);
  });

  it('does not depend on which comes first', () => {
    fc.assert(
      fc.property(triggers, triggers, (one, other) =>
        expect(laterTrigger(one, other)).toEqual(laterTrigger(other, one)),
      ),
    );
  });
});
