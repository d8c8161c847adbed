import type { Clock, Instant } from '@parley/kernel';
import type { DemonstrationControl } from './demonstration-control';
import { servicesInTime, timersOf } from './services-in-time';

const NOW = '2025-02-03T08:00:00.000Z' as Instant;
const clock: Clock = { now: () => NOW };

describe('services in demonstration time', () => {
  const happened: string[] = [];
  const work = { idle: async () => void happened.push('all work done') };
  const control = (name: string, slow = 0): DemonstrationControl => ({
    reached: async (now) => {
      for (let turn = 0; turn < slow; turn++) await new Promise(setImmediate);
      happened.push(`${name} at ${now}`);
    },
    nextDue: async (after) => after,
    fire: async () => 3,
  });

  it('are all at the time before their work is waited for', async () => {
    await servicesInTime([control('intake', 5), control('audit')], work, clock).idle();
    expect(happened).toEqual([`audit at ${NOW}`, `intake at ${NOW}`, 'all work done']);
  });

  it('fail when one of them cannot be asked', async () => {
    const away = { ...control('away'), reached: () => Promise.reject(new Error('away')) };
    await expect(servicesInTime([control('intake'), away], work, clock).idle()).rejects.toThrow('away');
  });

  it('fire their deadlines at the time of the demonstration', async () => {
    const timers = timersOf(control('intake'), clock);
    expect([await timers.fireDue(), await timers.nextDue(NOW)]).toEqual([3, NOW]);
  });
});
