import type { Clock, Instant } from '@parley/kernel';
import type { DemonstrationControl } from './demonstration-control';
import { servicesInTime, timersOf } from './services-in-time';

const NOW = '2025-02-03T08:00:00.000Z' as Instant;
const clock: Clock = { now: () => NOW };

describe('services in demonstration time', () => {
  const happened: string[] = [];
  const control = (name: string, slow = 0): DemonstrationControl => ({
    published: async (now) => {
      for (let turn = 0; turn < slow; turn++) await new Promise(setImmediate);
      happened.push(`${name} published by ${now}`);
    },
    settled: async (now) => void happened.push(`${name} settled by ${now}`),
    nextDue: async (after) => after,
    fire: async () => 3,
  });

  it('all have published before any is asked whether it has settled', async () => {
    await servicesInTime([control('intake', 5), control('audit')], clock).idle();
    expect(happened).toEqual([
      `audit published by ${NOW}`,
      `intake published by ${NOW}`,
      `intake settled by ${NOW}`,
      `audit settled by ${NOW}`,
    ]);
  });

  it('fail when one of them cannot be asked', async () => {
    const away = { ...control('away'), published: () => Promise.reject(new Error('away')) };
    await expect(servicesInTime([control('intake'), away], clock).idle()).rejects.toThrow('away');
  });

  it('fire their deadlines at the time of the demonstration', async () => {
    const timers = timersOf(control('intake'), clock);
    expect([await timers.fireDue(), await timers.nextDue(NOW)]).toEqual([3, NOW]);
  });
});
