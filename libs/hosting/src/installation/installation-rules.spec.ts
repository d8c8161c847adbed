import { InMemoryEventStore } from '@parley/event-store';
import type { Instant, IsoDate } from '@parley/kernel';
import { installationRules } from './installation-rules';

const clock = { now: () => '2026-03-02T09:00:00.000Z' as Instant };
const amendment = (reply: number) => ({
  version: '2026-2',
  amends: '2026-1',
  from: '2026-06-01' as IsoDate,
  numbers: { 'tracks.standard.clocks.reply.length': reply },
});
const store = () => new InMemoryEventStore({ clock });

describe('the rules of an installation', () => {
  it('are those of the release, and from its day on what the installation adds', async () => {
    const rules = installationRules([amendment(12)]);
    await rules.bringIn(store(), clock);
    const inForce = (at: string) =>
      typeof rules.ruleSetVersion === 'string' ? rules.ruleSetVersion : rules.ruleSetVersion(at as Instant);
    expect([inForce('2026-05-31T21:59:59.999Z'), inForce('2026-05-31T22:00:00.000Z')]).toEqual(['2026-1', '2026-2']);
  });

  it('are known to a service that was given no file, from the record, with those that come later', async () => {
    const record = store();
    const other = installationRules();
    await other.catchUp(record);
    const stopped = new AbortController();
    const following = other.follow(record, stopped.signal);
    await installationRules([amendment(12)]).bringIn(record, clock);
    while (other.ruleSets.all().length === 1) await new Promise((resolve) => setImmediate(resolve));
    stopped.abort();
    await following;
    expect([
      other.clocksOf('2026-2').start('reply', { event: 'CaseRegistered', at: clock.now() }).length,
      other.fault(),
    ]).toEqual([12, undefined]);
  });

  it(
    'keep a service that was given other numbers from being ready, and the one that ' + 'keeps them from starting',
    async () => {
      const record = store();
      await installationRules([amendment(12)]).bringIn(record, clock);
      const other = installationRules([amendment(13)]);
      expect(other.fault()).toBeUndefined();
      await other.catchUp(record);
      expect(other.fault()).toMatch(
        /^rule set 2026-2 is in the record otherwise \(tracks\.standard\.clocks\.reply\.length 12, not 13\)/,
      );
      await expect(other.bringIn(record, clock)).rejects.toThrow(
        /^The rules of PARLEY_RULE_SETS cannot come into force: rule set 2026-2 is in the record otherwise/,
      );
    },
  );
});
