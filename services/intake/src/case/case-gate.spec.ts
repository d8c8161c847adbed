import type { Caller } from '@parley/access';
import { InMemoryEventStore, sha256 } from '@parley/event-store';
import type { CommandId, Instant, PartyCode, PersonId, Role } from '@parley/kernel';
import type { ProblemError } from '@parley/http';
import { currentRuleSet } from '@parley/procedure';
import { Cases } from '../repositories';
import { at, caseId, clocksOf, registered } from './case-story.fixture';
import type { PanelSeats } from './outcome/outcome.table';
import { CaseGate } from './case-gate.http';

const person = (id: string, party: string, ...roles: readonly Role[]): Caller => ({
  kind: 'person',
  personId: id as PersonId,
  party: party as PartyCode,
  roles,
});
const member = person('m1', 'US', 'panel');
const seats = { of: () => Promise.resolve(['m1' as PersonId]) } as unknown as PanelSeats;

/** A gate to a case that was filed on the 4th and registered on the 6th of February 2025, as its record says. */
async function gateToStory(): Promise<CaseGate> {
  let now = at('2025-02-04T10:00:00+01:00');
  const desk = new Cases({
    store: new InMemoryEventStore({ clock: { now: () => now } }),
    clocksOf,
    ruleSetVersion: currentRuleSet.version,
  });
  for (const [index, command] of registered.entries()) {
    if (index === 1) now = at('2025-02-06T10:00:00+01:00');
    const commandId = `c${String(index)}` as CommandId;
    const cause = { kind: 'command', id: commandId, bodyDigest: sha256(commandId) } as const;
    await desk.act(caseId, command, {
      commandId,
      cause,
      actor: { kind: 'system', process: 'spec' },
      ruleSetVersion: currentRuleSet.version,
    });
  }
  return new CaseGate(desk, seats);
}

describe('the gate to a case', () => {
  const statusFor = async (caller: Caller, asOf?: string): Promise<unknown> =>
    (await gateToStory()).open(caseId, caller, asOf as Instant | undefined).then(
      ({ state, betweenParties }) => [state.status, betweenParties],
      (error: unknown) => (error as ProblemError).kind.status,
    );

  it('opens for both parties and the registry, now and as it was, with whom to call', async () => {
    for (const caller of [person('a', 'CN', 'desk'), person('b', 'US', 'desk'), person('c', 'US', 'registry')]) {
      expect(await statusFor(caller)).toEqual(['registered', true]);
      expect(await statusFor(caller, '2025-02-05T00:00:00.000Z')).toEqual(['filed', true]);
    }
  });

  it('opens for a member of its panel from its registration on, without whom to call (I-43)', async () => {
    expect(await statusFor(member)).toEqual(['registered', false]);
    expect(await statusFor(member, '2025-02-05T00:00:00.000Z')).toBe(404);
  });

  it('stays shut for everybody else, and before there was a case', async () => {
    expect(await statusFor(person('m2', 'US', 'panel'))).toBe(404);
    expect(await statusFor({ kind: 'public' })).toBe(404);
    expect(await statusFor(person('a', 'CN', 'desk'), '2025-02-03T00:00:00.000Z')).toBe(404);
  });
});
