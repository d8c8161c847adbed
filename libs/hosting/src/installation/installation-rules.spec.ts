import { InMemoryEventStore } from '@parley/event-store';
import type { Instant, IsoDate, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import { intake, REGISTERS, sayCalendar, sayRules, tell } from '@parley/contracts';
import type { KeptRegisters } from '@parley/http';
import { MemoryFacts } from '@parley/messaging/testing';
import {
  amendedRuleSet,
  announceYear,
  cnCalendarData,
  currentRuleSet,
  ruleSetDigest,
  type AdoptedRules,
  type AnnouncedCalendar,
} from '@parley/procedure';
import { installationRules } from './installation-rules';

const now = '2026-03-02T09:00:00.000Z' as Instant;
const clock = { now: () => now };
const store = new InMemoryEventStore({ clock });
const inForceFrom = '2026-05-31T22:00:00.000Z' as Instant;
const amendment = (reply: number) => ({
  version: '2026-2',
  amends: '2026-1',
  from: '2026-06-01' as IsoDate,
  numbers: { 'tracks.standard.clocks.reply.length': reply },
});
const later: AdoptedRules = {
  ...amendment(12),
  inForceFrom,
  digest: ruleSetDigest(amendedRuleSet(currentRuleSet, amendment(12), inForceFrom), amendment(12).from),
};
const released: AdoptedRules = {
  ...{ version: '2026-1', amends: null, from: null, numbers: {} },
  ...{ inForceFrom: now, digest: ruleSetDigest(currentRuleSet, null) },
};
const coHeads = [
  { party: 'US' as PartyCode, by: 'us-cohead' as PersonId },
  { party: 'CN' as PartyCode, by: 'cn-cohead' as PersonId },
];
const calendar: AnnouncedCalendar = {
  calendar: announceYear(cnCalendarData, 'CN-2027-1', 2027, { off: [], work: [], source: 'spec' }),
  announcedAt: now,
};

/** Registers that keep what is adopted. Those of the release are by whichever co-heads a demonstration has. */
function registersWith(adopted: AdoptedRules[], faults: readonly string[] = []): KeptRegisters {
  return {
    calendars: () => Promise.resolve([]),
    ruleSets: () => Promise.resolve([...adopted]),
    propose: async ({ ruleSets }) => {
      await ruleSets.refresh();
      return faults;
    },
    adopt: async ({ ruleSets }, signers) => {
      if (signers.length === 2) adopted.push(released);
      await ruleSets.refresh();
    },
    signingKeys: () => Promise.resolve([]),
    takeKey: () => Promise.resolve(undefined),
  };
}

const recorded = {
  eventId: '',
  actor: { kind: 'system', process: 'spec' },
  stream: 'intake.rules-register',
  occurredAt: now,
  recordedAt: now,
  tier: 'PUBLIC',
} as unknown as Parameters<typeof tell>[0];

describe('the rules of a service', () => {
  it('are only proposed where nobody adopts them, and it is said that nothing can be filed (I-71)', async () => {
    const rules = installationRules(
      { registers: registersWith([]) },
      { store, facts: new MemoryFacts() },
      {
        amendments: [amendment(12)],
      },
    );
    await rules.propose(store, clock);
    expect(rules.clocksOf.inEffect(now)).toBeUndefined();
    expect(rules.wanting(now)).toMatch(/^no rules of procedure are in effect, so nothing can be filed: both co-heads/);
  });

  it('are adopted by the co-heads of a demonstration at its start', async () => {
    const rules = installationRules({ registers: registersWith([]) }, { store, facts: new MemoryFacts() }, { coHeads });
    await rules.propose(store, clock);
    expect([rules.clocksOf.inEffect(now)?.ruleSet.version, rules.wanting(now)]).toEqual(['2026-1', undefined]);
  });

  it('keep a release from starting that has them otherwise than they were signed', async () => {
    const otherwise = { ...released, digest: 'ab'.repeat(32) as Sha256 };
    const rules = installationRules({ registers: registersWith([otherwise]) }, { store, facts: new MemoryFacts() });
    await expect(rules.propose(store, clock)).rejects.toThrow(
      'This release cannot start: the record has rule sets by which this release cannot go: 2026-1.',
    );
  });

  it('are known to a service that was given no file as soon as it has heard of them', async () => {
    const facts = new MemoryFacts();
    const rules = installationRules({}, { store, facts });
    await rules.refresh();
    expect(rules.ruleSets.all()).toHaveLength(1);
    await facts.keep(
      tell(recorded, intake.CalendarAnnouncedSchema, sayCalendar(calendar), { subject: REGISTERS.calendars }),
    );
    await facts.keep(tell(recorded, intake.RuleSetAdoptedSchema, sayRules(later), { subject: REGISTERS.rules }));
    await rules.refresh();
    expect(rules.clocksOf('2026-2').start('reply', { event: 'CaseRegistered', at: now })).toMatchObject({
      length: 12,
      calendarVersion: 'CN-2027-1+US-2027-1',
    });
    expect(rules.fault()).toBeUndefined();
  });

  it('keep a service that was given other numbers from being ready', async () => {
    const rules = installationRules(
      { registers: registersWith([later]) },
      { store, facts: new MemoryFacts() },
      {
        amendments: [amendment(13)],
      },
    );
    expect(rules.fault()).toBeUndefined();
    await rules.refresh();
    expect(rules.fault()).toMatch(
      /^rule set 2026-2 is in the record otherwise \(tracks\.standard\.clocks\.reply\.length 12, not 13\)/,
    );
  });

  it('keep the one that keeps them from starting, where they cannot be proposed', async () => {
    const registers = registersWith([], ['rule set 2026-2 is in the record otherwise']);
    await expect(
      installationRules({ registers }, { store, facts: new MemoryFacts() }, { amendments: [amendment(13)] }).propose(
        store,
        clock,
      ),
    ).rejects.toThrow('The rules of PARLEY_RULE_SETS cannot be proposed: rule set 2026-2 is in the record otherwise.');
  });
});
