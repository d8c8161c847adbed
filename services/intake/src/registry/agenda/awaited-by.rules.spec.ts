import type { PartyCode, PersonId } from '@parley/kernel';
import type { RunningDeadline } from '../../case/common-refusals.rules';
import { awaitedBy } from './agenda.rules';

const parties = ['CN', 'US'] as PartyCode[];
const of = (id: string, clock: string, person: string | null = null) =>
  awaitedBy({ id, clock } as RunningDeadline, parties, person as PersonId | null);

describe('whose act a deadline awaits', () => {
  it('is the side that its id names, or for a challenge the other one', () => {
    expect([
      of('nomination:US:1', 'nomination'),
      of('challenge:US:1', 'challenge'),
      of('replacement:CN:2', 'challenge'),
    ]).toEqual(['party:US', 'party:CN', 'party:US']);
  });

  it('is the nominee’s for a disclosure, and the panel’s where nobody is named', () => {
    expect([of('disclosure:US:2', 'disclosure', 'us-3'), of('disclosure:US:2', 'disclosure')]).toEqual([
      'person:us-3',
      'panel',
    ]);
  });

  it('is a role’s or an office’s, and nobody’s for the long-stop', () => {
    expect([
      of('reply', 'reply'),
      of('completeness', 'completeness'),
      of('certification', 'certification'),
      of('long-stop', 'long-stop'),
    ]).toEqual(['respondent', 'registry', 'coheads', 'nobody']);
  });

  it('is the complainant’s for the answer to claims that the respondent has in the case', () => {
    expect([of('reply:J1', 'reply'), of('reply:S1', 'reply')]).toEqual(['complainant', 'respondent']);
  });

  it(
    'is as the deadline itself says: the party that is to take a call, the one or the co-heads who ' +
      'are to sign, or nobody',
    () => {
      const says = (awaits: string) =>
        awaitedBy({ id: 'proposal:1', clock: 'consent', awaits } as RunningDeadline, parties, null);
      expect([says('party:US'), says('coheads'), says('nobody')]).toEqual(['party:US', 'coheads', 'nobody']);
    },
  );

  it('is either party’s where neither says so', () => {
    expect(of('translation:CN:summary-for:US:1:zh-Hans', 'translation')).toBe('party:CN');
    expect([of('translation:USA-1:zh', 'translation'), of('call:1', 'call')]).toEqual(['parties', 'parties']);
  });
});
