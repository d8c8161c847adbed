import type { PersonId } from '@parley/kernel';
import type { Awaits } from '@parley/procedure';
import { awaitedBy } from './agenda.rules';

const of = (clock: string, person: string | null = null) =>
  awaitedBy({ clock } as Parameters<typeof awaitedBy>[0], person as PersonId | null);

describe('whose act a deadline awaits', () => {
  it('is as the deadline itself says: one party, the complainant, both with the co-heads, these, or nobody', () => {
    const said: readonly Awaits[] = [
      'party:US' as Awaits,
      ...(['complainant', 'parties-and-coheads', 'coheads', 'nobody'] as const),
    ];
    expect(said.map((awaits) => awaitedBy({ clock: 'reply', awaits }, null))).toEqual(said);
  });

  it('is the nominee’s for a disclosure, and the panel’s where nobody is named', () => {
    expect([of('disclosure', 'us-3'), of('disclosure')]).toEqual(['person:us-3', 'panel']);
  });

  it('is a role’s or an office’s, and nobody’s for the long-stop', () => {
    expect([of('reply'), of('completeness'), of('certification'), of('long-stop')]).toEqual([
      'respondent',
      'registry',
      'panel-and-coheads',
      'nobody',
    ]);
  });

  it('is either party’s where nothing says so', () => {
    expect([of('translation'), of('of-a-later-day')]).toEqual(['parties', 'parties']);
  });
});
