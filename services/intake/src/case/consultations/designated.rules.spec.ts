import type { Instant, PersonId } from '@parley/kernel';
import type { Delegation, DelegationScope, PartyRegister } from '../../registry/delegations/delegations.rules';
import { designatedFor, designationBar } from './designated.rules';
import { LEVELS, type Level } from './time-of-call.rules';

const AT = '2025-02-24T09:00:00.000Z' as Instant;
const BEFORE = '2025-02-03T09:00:00.000Z' as Instant;

const holder = (scope: DelegationScope, endsAt: Instant | null = null, from = BEFORE): Delegation => ({
  ...{ id: scope, personId: scope as PersonId, scope, authority: 'A letter', from, endsAt },
  ...{ recordedBy: 'head' as PersonId, recordedAt: BEFORE, replacedBy: null },
});
const register = (...delegations: readonly Delegation[]): PartyRegister => ({ delegations, named: [], keys: [] });
const at = (kept: PartyRegister) => LEVELS.map((level) => designatedFor(kept, level, AT));
const barred = (kept: PartyRegister, person: string, ...levels: readonly Level[]) =>
  designationBar(kept, levels, { personId: person as PersonId, at: AT }).kind === 'refused';

describe('who consults for a side (S5)', () => {
  it('is its officials, then its deputies, who go on before the co-heads', () => {
    const named = register(holder('head'), holder('desk'), holder('official'), holder('deputy'), holder('cohead'));
    expect(at(named)).toEqual([['official'], ['deputy'], ['deputy']]);
  });

  it('is its head where it has designated nobody for a level', () => {
    expect(at(register(holder('head'), holder('desk'), holder('deputy')))).toEqual([['head'], ['deputy'], ['deputy']]);
    expect(at(register(holder('head'), holder('official')))).toEqual([['official'], ['head'], ['head']]);
  });

  it('is whose designation is in force: from its beginning on, and not at its end any more', () => {
    expect(at(register(holder('head'), holder('official', AT)))[0]).toEqual(['head']);
    expect(at(register(holder('head'), holder('official', null, AT)))[0]).toEqual(['official']);
  });

  it('is anybody of its desk while it has neither', () => {
    expect(at(register())).toEqual([[], [], []]);
    expect(barred(register(), 'desk', 'officials')).toBe(false);
    expect(barred(register(holder('desk'), holder('head', AT)), 'desk', 'officials')).toBe(false);
  });

  it('is nobody else, not even its head once there are officials', () => {
    const named = register(holder('head'), holder('desk'), holder('official'), holder('deputy'));
    for (const person of ['head', 'desk', 'deputy']) expect(barred(named, person, 'officials')).toBe(true);
    expect(barred(named, 'official', 'officials')).toBe(false);
    expect(barred(named, 'official', 'deputies')).toBe(true);
    expect(designationBar(named, ['officials'], { personId: 'desk' as PersonId, at: AT })).toMatchObject({
      reason: { code: 'not-designated' },
    });
  });

  it('is, of a call, whoever consults at any of its levels', () => {
    const named = register(holder('head'), holder('official'), holder('deputy'));
    expect(barred(named, 'official', 'deputies', 'officials')).toBe(false);
    expect(barred(named, 'head', 'deputies', 'officials')).toBe(true);
  });
});
