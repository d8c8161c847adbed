import type { PersonId, Role } from '@parley/kernel';
import { PUBLIC_CALLER } from './caller';
import { CN, ELSEWHERE, filedCase, person, US } from './case.fixture';
import { mayAct, mayActOutsideCases } from './may-act';

const reply = { as: ['desk'], rule: 'S4', side: 'respondent' } as const;

describe('an act in a case', () => {
  it('is done by the desk of the right side, in the name of its party', () => {
    expect(mayAct(reply, person('officer', CN, 'desk'), filedCase)).toEqual({
      kind: 'may',
      role: 'desk',
      side: 'respondent',
      actor: { kind: 'person', personId: 'officer', role: 'desk', party: 'CN' },
    });
  });

  it('is refused to the other side, which may see the case, with the rule of the act', () => {
    expect(mayAct(reply, person('officer', US, 'desk'), filedCase)).toMatchObject({
      reason: { code: 'not-your-side', rule: 'S4', status: 403 },
    });
  });

  it.each<Role>(['registry', 'cohead', 'auditor'])(
    'is refused to a reader in the role %s with the rule of the act',
    (role) => {
      expect(mayAct(reply, person('reader', US, role), filedCase)).toMatchObject({
        reason: { code: 'not-your-role', rule: 'S4', status: 403 },
      });
    },
  );

  it.each([
    PUBLIC_CALLER,
    person('a', ELSEWHERE, 'desk'),
    person('b', US, 'panel'),
    person('c', null, 'operator'),
    person('d', US),
    person('e', null, 'desk'),
  ])('about a case that is not there for %j answers as one that does not exist', (caller) => {
    expect(mayAct(reply, caller, filedCase)).toMatchObject({ reason: { code: 'not-found', status: 404 } });
  });

  it('is refused under I-05 to who holds two capacities, even where one of them would do', () => {
    expect(mayAct(reply, person('two', CN, 'desk', 'panel'), filedCase)).toMatchObject({
      reason: { code: 'two-capacities', rule: 'I-05', status: 403 },
    });
  });

  it('of a panel member is done by who is nominated in this case, challenged or not', () => {
    const disclose = { as: ['panel'], rule: 'I-08' } as const;
    expect(mayAct(disclose, person('challenged', CN, 'panel'), filedCase)).toMatchObject({
      kind: 'may',
      role: 'panel',
      side: 'respondent',
    });
  });

  it('on a draft is done by its filer and does not exist for the other desk', () => {
    const draft = { ...filedCase, stage: 'draft' } as const;
    const edit = { as: ['desk'], rule: 'S0' } as const;
    expect(mayAct(edit, person('officer', US, 'desk'), draft)).toMatchObject({ kind: 'may', side: 'complainant' });
    expect(mayAct(edit, person('officer', CN, 'desk'), draft)).toMatchObject({ reason: { code: 'not-found' } });
  });
});

describe('an expert or a third party whom a panel hears', () => {
  const hearing = { ...filedCase, heard: ['expert' as PersonId] };
  const report = { as: ['registry', 'expert'], rule: 'S7' } as const;

  it('does what is theirs, in the case that hears them', () => {
    expect(mayAct(report, person('expert', null, 'expert'), hearing)).toMatchObject({
      kind: 'may',
      role: 'expert',
      side: null,
    });
    expect(mayAct(report, person('expert', null, 'expert'), filedCase)).toMatchObject({
      reason: { code: 'not-found' },
    });
    expect(mayAct(report, person('expert-2', null, 'expert'), hearing)).toMatchObject({
      reason: { code: 'not-found' },
    });
  });

  it('does not learn by any other act that the case exists (I-43)', () => {
    expect(mayAct({ as: ['desk'], rule: 'S4' }, person('expert', null, 'expert'), hearing)).toMatchObject({
      reason: { code: 'not-found' },
    });
    expect(mayAct({ as: ['third-party'], rule: 'S7' }, person('expert', null, 'expert'), hearing)).toMatchObject({
      reason: { code: 'not-found' },
    });
  });

  it('acts in nothing with a token that claims another capacity (I-05)', () => {
    expect(mayAct(report, person('expert', US, 'expert', 'registry'), hearing)).toMatchObject({
      reason: { code: 'two-capacities' },
    });
  });
});

describe('an act outside of any case', () => {
  it('asks for the role and nothing else', () => {
    expect(mayActOutsideCases({ as: ['desk'], rule: 'S1' }, person('officer', US, 'desk'))).toMatchObject({
      kind: 'may',
      role: 'desk',
    });
    expect(mayActOutsideCases({ as: ['desk'], rule: 'S1' }, person('reader', US, 'auditor'))).toMatchObject({
      reason: { code: 'not-your-role', rule: 'S1' },
    });
    expect(mayActOutsideCases({ as: ['desk'], rule: 'S1' }, PUBLIC_CALLER)).toMatchObject({
      reason: { code: 'not-your-role' },
    });
  });
});
