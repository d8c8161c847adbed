import type { NoteDamage } from './exhibit-commands.rules';
import { digestOf, exhibit, now, registered } from '../casefile/evidence-story.fixture';

const taken = registered.when(exhibit('u1'));
const damage = (more: Partial<NoteDamage> = {}): NoteDamage => ({
  type: 'NoteDamage',
  number: 'USA-1',
  copy: 'original',
  found: digestOf('e'),
  at: now,
  ...more,
});

describe('damage to an exhibit', () => {
  it('goes on record at the tier of the exhibit (I-33)', () => {
    expect(taken.decision(damage())).toMatchObject({
      events: [{ type: 'ExhibitFoundCorrupt', tier: 'PARTIES', rule: 'I-33', data: { found: digestOf('e') } }],
    });
  });

  it('is recorded once for each thing found', () => {
    const found = taken.when(damage());
    expect(found.when(damage()).recorded).toEqual([]);
    expect(found.when(damage({ found: 'missing' })).recorded).toEqual(['ExhibitFoundCorrupt']);
  });

  it('belongs to an exhibit', () => {
    expect(taken.refusalOf(damage({ number: 'USA-2' }))).toBe('unknown-exhibit');
  });
});
