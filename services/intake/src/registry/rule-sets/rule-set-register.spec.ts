import { domainEventOf, InMemoryEventStore } from '@parley/event-store';
import type { CommandId, Instant, IsoDate, PartyCode, PersonId } from '@parley/kernel';
import { calendarArchive, clocksOn, currentRuleSet, numbersOf, ruleSetDigest, type Amendment } from '@parley/procedure';
import { AnnouncedCalendars, InstalledRules } from '@parley/processes';
import { randomUUID } from 'node:crypto';
import { REGISTER, rulesStream } from '../../streams';
import { adoptReleased, proposeRules, RuleSets, ruleSetsAdopted } from './rule-set-register';

const start = '2026-11-04T09:00:00.000Z' as Instant;
const calendar = calendarArchive().current('US', 'CN');
const time = { now: start };
const clock = { now: () => time.now };
const record = () => new InMemoryEventStore({ clock });
const amendment = (version: string, from: string, reply: number, amends = '2026-1'): Amendment => ({
  version,
  amends,
  from: from as IsoDate,
  numbers: { 'tracks.standard.clocks.reply.length': reply },
});
const longer = amendment('2026-2', '2027-01-01', 12);
const rulesIn = (store: InMemoryEventStore) => new InstalledRules(() => ruleSetsAdopted(store));
const portsOf = (store: InMemoryEventStore, ruleSets: InstalledRules) => ({
  ...{ store, clock, ruleSets },
  calendars: new AnnouncedCalendars(['US', 'CN']),
});
const propose = (store: InMemoryEventStore, amendments: readonly Amendment[], ruleSets = rulesIn(store)) =>
  proposeRules(portsOf(store, ruleSets), amendments);
const coHeads = (['US', 'CN'] as const).map((party) => ({
  party: party as PartyCode,
  by: `${party.toLowerCase()}-cohead` as PersonId,
}));
/** Both co-heads sign a version as it is proposed, one after the other. */
async function adopt(store: InMemoryEventStore, version: string, ruleSets = rulesIn(store)) {
  const register = new RuleSets({ store, ruleSetVersion: '2026-1' }, ruleSets);
  const { digest } = (await register.read(REGISTER)).state[version]!;
  const outcomes = [];
  for (const { by, party } of coHeads)
    outcomes.push(
      await register.act(
        REGISTER,
        { type: 'SignRuleSet', by, party, receivedAt: time.now, version, digest },
        {
          commandId: randomUUID() as CommandId,
          cause: { kind: 'command', id: 'c' as CommandId, bodyDigest: digest },
          actor: { kind: 'person', personId: by, role: 'cohead', party },
          ruleSetVersion: '2026-1',
        },
      ),
    );
  return outcomes.at(-1)!;
}
const versionsOf = (rules: InstalledRules) => rules.all().map(({ version }) => version);
const recorded = async (store: InMemoryEventStore) =>
  (await store.read(rulesStream)).map(domainEventOf) as readonly {
    readonly type: string;
    readonly data: { readonly version: string };
  }[];
const types = async (store: InMemoryEventStore) => (await recorded(store)).map(({ type }) => type);

describe('the rules that an installation proposes', () => {
  beforeEach(() => (time.now = start));

  it('stand on record with the digest of all in them, once, and change nothing by themselves (I-71)', async () => {
    const store = record();
    const rules = rulesIn(store);
    expect(await propose(store, [longer], rules)).toEqual([]);
    expect(await propose(store, [longer], rules)).toEqual([]);
    expect(await recorded(store)).toMatchObject([
      {
        type: 'RuleSetProposed',
        data: { version: '2026-1', amends: null, digest: ruleSetDigest(currentRuleSet, null) },
      },
      {
        type: 'RuleSetProposed',
        data: {
          ...{ version: '2026-2', amends: '2026-1', from: '2027-01-01' },
          numbers: { ...numbersOf(currentRuleSet), 'tracks.standard.clocks.reply.length': 12 },
        },
      },
    ]);
    await rules.refresh();
    expect([versionsOf(rules), rules.isInEffect('2027-06-01T00:00:00.000Z' as Instant)]).toEqual([['2026-1'], false]);
  });

  it('take effect by both co-heads’ signatures: on their day, or with the second of them', async () => {
    const store = record();
    const rules = rulesIn(store);
    await propose(store, [amendment('2026-2', '2020-01-01', 12), amendment('2026-3', '2027-01-01', 13)], rules);
    await adopt(store, '2026-1', rules);
    await adopt(store, '2026-2', rules);
    await adopt(store, '2026-3', rules);
    const clocksOf = clocksOn(calendar, 'standard', rules.all);
    expect(
      ['2026-11-04T08:59:59.999Z', start, '2026-12-31T22:59:59.999Z', '2026-12-31T23:00:00.000Z'].map(
        (at) => clocksOf.inEffect(at as Instant)?.ruleSet.version,
      ),
    ).toEqual([undefined, '2026-2', '2026-2', '2026-3']);
  });

  it('are known to every process, from the record alone', async () => {
    const store = record();
    const rules = rulesIn(store);
    const clocksOf = clocksOn(calendar, 'standard', rules.all);
    await propose(store, [longer, amendment('2026-3', '2027-06-01', 14)]);
    for (const version of ['2026-1', '2026-2', '2026-3']) await adopt(store, version);
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
    'are never changed once adopted: another day or other numbers under the same name are refused, and said by ' +
      'whoever was given them',
    async () => {
      const store = record();
      const rules = rulesIn(store);
      await propose(store, [longer], rules);
      for (const version of ['2026-1', '2026-2']) await adopt(store, version, rules);
      const told =
        'rule set 2026-2 is in the record otherwise (tracks.standard.clocks.reply.length 12, not 13), and ' +
        'a version is never changed: propose another one';
      const before = await types(store);
      expect(await propose(store, [amendment('2026-2', '2027-01-01', 13)], rules)).toEqual([told]);
      expect(rules.differences([{ ...longer, from: '2027-02-01' as IsoDate }])[0]).toContain(
        'is in the record otherwise (from 2027-01-01, not 2027-02-01)',
      );
      expect([rules.differences([longer]), rules.differences([amendment('2026-9', '2027-01-01', 13)])]).toEqual([
        [],
        [],
      ]);
      expect(await types(store)).toEqual(before);
    },
  );

  it('are proposed anew where nobody adopted them, and what was signed of the old text counts no more', async () => {
    const store = record();
    await propose(store, [longer]);
    const register = new RuleSets({ store, ruleSetVersion: '2026-1' }, rulesIn(store));
    const signed = (await register.read(REGISTER)).state['2026-2']!;
    await propose(store, [amendment('2026-2', '2027-01-01', 13)]);
    const anew = (await register.read(REGISTER)).state['2026-2']!;
    expect([anew.signedBy, anew.digest === signed.digest]).toEqual([[], false]);
    await propose(store, [longer]);
    expect((await register.read(REGISTER)).state['2026-2']?.digest).toBe(signed.digest);
  });

  it('come one after the other, and only with room on the calendars that were announced', async () => {
    const store = record();
    await propose(store, [longer, amendment('2026-3', '2026-12-01', 14)]);
    for (const version of ['2026-1', '2026-2']) await adopt(store, version);
    expect(await adopt(store, '2026-3')).toMatchObject({ refused: { reason: { code: 'rule-set-overtaken' } } });
    expect(await propose(store, [amendment('2026-4', '2027-12-01', 100)])).toEqual([
      expect.stringMatching(/^rule set 2026-4: tracks\.standard\.clocks\.long-stop\.length leaves no room/),
    ]);
  });

  it('are proposed by one of several processes that start together', async () => {
    const store = record();
    await Promise.all([propose(store, [longer]), propose(store, [longer]), propose(store, [longer])]);
    expect(await types(store)).toEqual(['RuleSetProposed', 'RuleSetProposed']);
  });

  it('are adopted at the start of a demonstration by both its co-heads, those of the release and once', async () => {
    const store = record();
    const rules = rulesIn(store);
    await propose(store, [longer], rules);
    await Promise.all([adoptReleased(portsOf(store, rules), coHeads), adoptReleased(portsOf(store, rules), coHeads)]);
    await adoptReleased(portsOf(store, rules), coHeads);
    expect(await types(store)).toEqual(['RuleSetProposed', 'RuleSetProposed', 'RuleSetSigned', 'RuleSetAdopted']);
    const events = await store.read(rulesStream);
    expect(events.slice(-2).map(({ actor }) => actor)).toMatchObject([
      { kind: 'person', personId: 'us-cohead', role: 'cohead', party: 'US' },
      { kind: 'person', personId: 'cn-cohead', role: 'cohead', party: 'CN' },
    ]);
    expect(rules.isInEffect(start)).toBe(true);
  });
});

async function caughtUp(store: InMemoryEventStore): Promise<InstalledRules> {
  const rules = rulesIn(store);
  await rules.refresh();
  return rules;
}
