import { millisOf, type Instant } from '@parley/kernel';
import { earlierThanRecord, TrustedClock } from './trusted-clock';

const START = millisOf('2026-03-02T09:00:00.000Z' as Instant);
const [SECOND, DAY] = [1_000, 86_400_000];

describe('the clock that deadlines are counted by', () => {
  let readings: { wall: number; steady: number; uptime: number };
  let clock: TrustedClock;
  const pass = (millis: number): void => {
    readings = { wall: readings.wall + millis, steady: readings.steady + millis, uptime: readings.uptime + millis };
  };

  beforeEach(() => {
    readings = { wall: START, steady: 5_000, uptime: 70_000 };
    clock = new TrustedClock({
      wall: () => readings.wall,
      steady: () => readings.steady,
      uptime: () => readings.uptime,
    });
  });

  it.each([
    ['40 days ahead', 40 * DAY],
    ['three days back', -3 * DAY],
  ])('is not believed where it jumps %s, also with the database’s, and is again once it is right', async (_, jump) => {
    pass(10 * SECOND);
    readings.wall += jump;
    await clock.compare(() => Promise.resolve(readings.wall));
    expect(clock.millis()).toBe(START + 10 * SECOND);
    expect(clock.reason()).toContain('jumped from 2026-03-02T09:00:10Z to 2026-');
    pass(10 * SECOND);
    await clock.compare(() => Promise.resolve(readings.wall));
    expect(clock.millis()).toBe(START + 20 * SECOND);
    readings.wall -= jump;
    expect([clock.reason(), clock.millis()]).toEqual([undefined, START + 20 * SECOND]);
  });

  it('follows small corrections, and a machine that slept', () => {
    pass(10 * SECOND);
    readings.wall += 30 * SECOND;
    expect([clock.reason(), clock.millis()]).toEqual([undefined, readings.wall]);
    readings = { wall: START + DAY, steady: 6_000, uptime: 70_000 + DAY };
    expect([clock.reason(), clock.millis()]).toEqual([undefined, START + DAY]);
  });

  it.each([
    ['ahead', 30],
    ['back', -30],
  ])('is not walked %s by steps that are small enough each, also with the database’s', async (_, step) => {
    for (let steps = 1; steps <= 3; steps++) {
      pass(2 * SECOND);
      readings.wall += step * SECOND;
      await clock.compare(() => Promise.resolve(readings.wall));
    }
    expect(clock.reason()).toContain('jumped');
    expect(Math.abs(clock.millis() - (START + 6 * SECOND))).toBeLessThan(SECOND);
  });

  it('goes with a machine whose clock is corrected little by little', async () => {
    for (let hour = 0; hour < 48; hour++) {
      pass(3_600 * SECOND);
      readings.wall += 3 * SECOND;
      await clock.compare(() => Promise.resolve(readings.wall));
    }
    expect([clock.reason(), clock.millis()]).toEqual([undefined, readings.wall]);
  });

  it('is not believed where the database’s says something else, however long the database took', async () => {
    await clock.compare(() => Promise.resolve(START + 4 * SECOND));
    expect(clock.reason()).toBeUndefined();
    await clock.compare(() => Promise.resolve(START - 6 * SECOND));
    expect(clock.reason()).toMatch(/and that of the database/);
    await clock.compare(() => Promise.resolve(START + 3 * DAY));
    expect(clock.reason()).toBe(
      'the clock of this machine says 2026-03-02T09:00:00Z, and that of the database 2026-03-05T09:00:00Z',
    );
    await clock.compare(() => {
      pass(90 * SECOND);
      return Promise.resolve(START + 2 * SECOND);
    });
    expect(clock.reason()).toBeUndefined();
  });

  it('is too early for a record that holds something later, beyond the bound', () => {
    expect(earlierThanRecord(START, START + 3 * DAY)).toContain('the newest entry of the record is of 2026-03-05');
    expect([earlierThanRecord(START, START + 59 * SECOND), earlierThanRecord(START, undefined)]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
