import { mayAct, mayRead, seesCase, type Caller, type CaseAccess } from '@parley/access';
import { ROLES, type PartyCode, type PersonId, type Tier } from '@parley/kernel';
import fc from 'fast-check';
import { ExportedCase, somebody } from '../../services/audit/src/history/exported-case.fixture';
import { holdsInEveryHistory } from './holds';
import { publicLimitsAlone } from './rules/i-43-public-limits-alone.rule';
import { reasonBetweenTheParties } from './rules/i-43-reason-between-the-parties.rule';
import { unregisteredUnseen } from './rules/i-43-unregistered-unseen.rule';
import { sentence } from './sentences';

const [US, CN, OTHER] = ['US' as PartyCode, 'CN' as PartyCode, 'XX' as PartyCode];
const PEOPLE = ['seated', 'challenged', 'heard', 'somebody'] as readonly string[] as readonly PersonId[];
const TIERS: readonly Tier[] = ['PUBLIC', 'PARTIES', 'PANEL', 'DELIBERATION', 'FILER', 'DESKS'];
const access: CaseAccess = {
  stage: 'filed',
  parties: { complainant: US, respondent: CN },
  filer: US,
  nominated: ['seated', 'challenged'] as readonly string[] as readonly PersonId[],
  seated: ['seated'] as readonly string[] as readonly PersonId[],
  heard: ['heard'] as readonly string[] as readonly PersonId[],
};

const callers: fc.Arbitrary<Caller> = fc.oneof(
  fc.constant<Caller>({ kind: 'public' }),
  fc.record({
    kind: fc.constant('person' as const),
    personId: fc.constantFrom(...PEOPLE),
    party: fc.constantFrom(US, CN, OTHER, null),
    roles: fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 2 }),
  }),
);

/** Who may read a tier, written down a second time by hand: by role, by side, and by seat. */
function granted(tier: Tier, caller: Caller): boolean {
  if (tier === 'PUBLIC') return true;
  if (caller.kind === 'public') return false;
  const capacities = caller.roles.filter((role) =>
    ['desk', 'registry', 'panel', 'cohead', 'expert', 'third-party', 'conciliator'].includes(role),
  );
  const [capacity] = capacities;
  if (capacities.length > 1) return false;
  const ofSide = caller.party === US || caller.party === CN;
  const reader = capacity === 'desk' || (capacity === undefined && caller.roles.includes('auditor'));
  switch (tier) {
    case 'FILER':
      return (capacity === 'registry' || reader) && caller.party === US;
    case 'DESKS':
      return reader && ofSide;
    case 'PARTIES':
      return capacity === 'registry' || capacity === 'cohead' || (reader && ofSide);
    case 'PANEL':
      return (
        granted('PARTIES', caller) ||
        (capacity === 'panel' && (caller.personId === 'seated' || caller.personId === 'challenged'))
      );
    case 'DELIBERATION':
      return capacity === 'panel' && caller.personId === 'seated';
    default:
      return false;
  }
}

describe(sentence('I-43'), () => {
  it('every caller reads exactly at the tiers that are granted', () => {
    fc.assert(
      fc.property(callers, fc.constantFrom(...TIERS), (caller, tier) => {
        expect([tier, mayRead(tier, caller, access)]).toEqual([tier, granted(tier, caller)]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('who may not see a case is answered as if there were none, whatever the act', () => {
    fc.assert(
      fc.property(callers, fc.constantFrom(...ROLES), (caller, as) => {
        const decision = mayAct({ as: [as], rule: 'S4' }, caller, access);
        if (seesCase(caller, access) || decision.kind === 'may') return;
        expect(['not-found', 'two-capacities']).toContain(decision.reason.code);
      }),
      { numRuns: 500 },
    );
  });

  it('nothing of a case without a docket number stands on the docket, in every history of random parties', () =>
    holdsInEveryHistory(unregisteredUnseen));

  it('no public message names a limit that stands between the sides, in any history of random parties', () =>
    holdsInEveryHistory(publicLimitsAlone));

  it('why a party withdrew stays between the parties, in every history of random parties', () =>
    holdsInEveryHistory(reasonBetweenTheParties));

  it('a stub in an export says which event of its stream it is, and no member of the panel is given one', async () => {
    const exported = await ExportedCase.of();
    const lines = await exported.for(somebody('us-desk', 'US', 'desk'));
    const stubs = lines.flatMap((line) => (JSON.parse(line) as { stub?: object }).stub ?? []);
    const digest = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
    expect(stubs).toEqual([{ stream: exported.streams.intake, revision: 1, previous: digest, commitment: digest }]);
    await expect(exported.for(somebody('us-panel-1', null, 'panel'))).rejects.toThrow(RangeError);
  });
});
