import { InMemoryEventStore } from '@parley/event-store';
import type { Instant, IsoDate } from '@parley/kernel';
import { intake, REGISTERS, sayCalendar, sayRules, tell } from '@parley/contracts';
import type { KeptRegisters } from '@parley/http';
import { MemoryFacts } from '@parley/messaging/testing';
import { announceYear, cnCalendarData, type AnnouncedCalendar, type BroughtInRules } from '@parley/procedure';
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
const later: BroughtInRules = { ...amendment(12), inForceFrom };
const calendar: AnnouncedCalendar = {
  calendar: announceYear(cnCalendarData, 'CN-2027-1', 2027, { off: [], work: [], source: 'spec' }),
  announcedAt: now,
};

/** Registers that keep what is brought in. */
function registersWith(broughtIn: BroughtInRules[], faults: readonly string[] = []): KeptRegisters {
  return {
    calendars: () => Promise.resolve([]),
    ruleSets: () => Promise.resolve([...broughtIn]),
    bringIn: async ({ ruleSets }) => {
      if (faults.length === 0) broughtIn.push(later);
      await ruleSets.refresh();
      return faults;
    },
  };
}

const recorded = {
  eventId: '',
  stream: 'intake.rules-register',
  occurredAt: now,
  recordedAt: now,
  tier: 'PUBLIC',
} as unknown as Parameters<typeof tell>[0];

describe('the rules of a service', () => {
  it('are those of the release, and what the installation adds from its day on, for who keeps them', async () => {
    const rules = installationRules({ registers: registersWith([]) }, { store, facts: new MemoryFacts() }, [
      amendment(12),
    ]);
    await rules.bringIn(store, clock);
    const inForce = (at: string) =>
      typeof rules.ruleSetVersion === 'string' ? rules.ruleSetVersion : rules.ruleSetVersion(at as Instant);
    expect([inForce('2026-05-31T21:59:59.999Z'), inForce('2026-05-31T22:00:00.000Z')]).toEqual(['2026-1', '2026-2']);
  });

  it('are known to a service that was given no file as soon as it has heard of them', async () => {
    const facts = new MemoryFacts();
    const rules = installationRules({}, { store, facts });
    await rules.refresh();
    expect(rules.ruleSets.all()).toHaveLength(1);
    await facts.keep(
      tell(recorded, intake.CalendarAnnouncedSchema, sayCalendar(calendar), { subject: REGISTERS.calendars }),
    );
    await facts.keep(tell(recorded, intake.RulesBroughtInSchema, sayRules(later), { subject: REGISTERS.rules }));
    await rules.refresh();
    expect(rules.clocksOf('2026-2').start('reply', { event: 'CaseRegistered', at: now })).toMatchObject({
      length: 12,
      calendarVersion: 'CN-2027-1+US-2027-1',
    });
    expect(rules.fault()).toBeUndefined();
  });

  it('keep a service that was given other numbers from being ready', async () => {
    const rules = installationRules({ registers: registersWith([later]) }, { store, facts: new MemoryFacts() }, [
      amendment(13),
    ]);
    expect(rules.fault()).toBeUndefined();
    await rules.refresh();
    expect(rules.fault()).toMatch(
      /^rule set 2026-2 is in the record otherwise \(tracks\.standard\.clocks\.reply\.length 12, not 13\)/,
    );
  });

  it('keep the one that keeps them from starting, where they cannot come into force', async () => {
    const registers = registersWith([], ['rule set 2026-2 is in the record otherwise']);
    await expect(
      installationRules({ registers }, { store, facts: new MemoryFacts() }, [amendment(13)]).bringIn(store, clock),
    ).rejects.toThrow(
      'The rules of PARLEY_RULE_SETS cannot come into force: rule set 2026-2 is in the record otherwise.',
    );
  });
});
