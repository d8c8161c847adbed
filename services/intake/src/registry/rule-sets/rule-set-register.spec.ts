import { domainEventOf, InMemoryEventStore } from '@parley/event-store';
import type { Instant, IsoDate } from '@parley/kernel';
import { calendarArchive, clocksOn, currentRuleSet, numbersOf, type Amendment } from '@parley/procedure';
import { AnnouncedCalendars, InstalledRules } from '@parley/processes';
import { rulesStream } from '../../streams';
import { bringInRules, ruleSetsBroughtIn } from './rule-set-register';
import type { RulesBroughtIn } from './rule-sets.rules';

const now = '2026-11-04T09:00:00.000Z' as Instant;
const calendar = calendarArchive().current('US', 'CN');
const record = () => new InMemoryEventStore({ clock: { now: () => now } });
const amendment = (version: string, from: string, reply: number): Amendment => ({
  version,
  amends: '2026-1',
  from: from as IsoDate,
  numbers: { 'tracks.standard.clocks.reply.length': reply },
});
const longer = amendment('2026-2', '2027-01-01', 12);
const rulesIn = (store: InMemoryEventStore) => new InstalledRules(() => ruleSetsBroughtIn(store));
const bringIn = (store: InMemoryEventStore, amendments: readonly Amendment[], ruleSets = rulesIn(store)) =>
  bringInRules(
    { store, clock: { now: () => now }, calendars: new AnnouncedCalendars(['US', 'CN']), ruleSets },
    amendments,
  );
const versionsOf = (rules: InstalledRules) => rules.all().map(({ version }) => version);

describe('the rules that an installation brings in', () => {
  it('stand on record with all their numbers, once, and come into force with their day at the seat', async () => {
    const store = record();
    expect(await bringIn(store, [longer])).toEqual([]);
    expect(await bringIn(store, [longer])).toEqual([]);
    const events = (await store.read(rulesStream)).map(domainEventOf) as readonly RulesBroughtIn[];
    expect(events).toMatchObject([
      {
        occurredAt: now,
        tier: 'PUBLIC',
        data: { version: '2026-2', amends: '2026-1', from: '2027-01-01', inForceFrom: '2026-12-31T23:00:00.000Z' },
      },
    ]);
    expect(events[0]?.data.numbers).toEqual({
      ...numbersOf(currentRuleSet),
      'tracks.standard.clocks.reply.length': 12,
    });
  });

  it('change nothing of what was before: one whose day has passed is in force from now on', async () => {
    const store = record();
    const rules = rulesIn(store);
    await bringIn(store, [amendment('2026-2', '2020-01-01', 12)], rules);
    const clocksOf = clocksOn(calendar, 'standard', rules.all);
    expect([
      clocksOf.at('2026-11-04T08:59:59.999Z' as Instant).ruleSet.version,
      clocksOf.at(now).ruleSet.version,
    ]).toEqual(['2026-1', '2026-2']);
  });

  it('are known to every process, from the record alone', async () => {
    const store = record();
    const rules = rulesIn(store);
    const clocksOf = clocksOn(calendar, 'standard', rules.all);
    await rules.refresh();
    await bringIn(store, [longer, amendment('2026-3', '2027-06-01', 14)]);
    await rules.refresh();
    const reply = (version: string) =>
      clocksOf(version).start('reply', { event: 'CaseRegistered', at: '2026-03-02T10:00:00.000Z' as Instant });
    expect(['2026-1', '2026-2', '2026-3'].map((version) => [reply(version).ruleSet, reply(version).length])).toEqual([
      ['2026-1', 10],
      ['2026-2', 12],
      ['2026-3', 14],
    ]);
    expect((await caughtUp(store)).all()).toEqual(rules.all());
  });

  it(
    'are never changed: another day or other numbers under the same name are refused, and said by ' +
      'whoever was given them',
    async () => {
      const store = record();
      await bringIn(store, [longer]);
      const rules = rulesIn(store);
      const told =
        'rule set 2026-2 is in the record otherwise (tracks.standard.clocks.reply.length 12, not 13), and ' +
        'a version is never changed: bring in another one';
      expect(await bringIn(store, [amendment('2026-2', '2027-01-01', 13)], rules)).toEqual([told]);
      expect(rules.differences([amendment('2026-2', '2027-01-01', 13)])).toEqual([told]);
      expect(rules.differences([{ ...longer, from: '2027-02-01' as IsoDate }])[0]).toContain(
        'is in the record otherwise (from 2027-01-01, not 2027-02-01)',
      );
      expect([rules.differences([longer]), rules.differences([amendment('2026-9', '2027-01-01', 13)])]).toEqual([
        [],
        [],
      ]);
      expect(await store.read(rulesStream)).toHaveLength(1);
    },
  );

  it('come one after the other, each with room on the calendars that were announced', async () => {
    const store = record();
    await bringIn(store, [longer]);
    expect(await bringIn(store, [amendment('2026-3', '2026-12-01', 14)])).toEqual([
      'rule set 2026-3 would come into force on 2026-12-01, before 2026-2, which is in the record already',
    ]);
    expect(await bringIn(store, [amendment('2026-4', '2027-12-01', 100)])).toEqual([
      expect.stringMatching(/^rule set 2026-4: tracks\.standard\.clocks\.long-stop\.length leaves no room/),
    ]);
    expect(versionsOf(await caughtUp(store))).toEqual(['2026-1', '2026-2']);
  });

  it('are brought in by one of several processes that start together', async () => {
    const store = record();
    expect(await Promise.all([bringIn(store, [longer]), bringIn(store, [longer]), bringIn(store, [longer])])).toEqual([
      [],
      [],
      [],
    ]);
    expect(await store.read(rulesStream)).toHaveLength(1);
  });
});

async function caughtUp(store: InMemoryEventStore): Promise<InstalledRules> {
  const rules = rulesIn(store);
  await rules.refresh();
  return rules;
}
