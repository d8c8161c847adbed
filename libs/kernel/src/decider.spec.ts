import { fold, type DomainEvent } from './decider';
import { accept, refuse } from './decision';

const counted = (): DomainEvent => ({
  type: 'Counted',
  data: {},
  occurredAt: '2025-01-01T00:00:00.000Z' as never,
  rule: 'S0',
  tier: 'PUBLIC',
});

describe('a decider', () => {
  it('is folded from its initial state, event by event', () => {
    const decider = { initial: 0, evolve: (n: number) => n + 1 };
    expect(fold(decider, [counted(), counted()])).toBe(2);
  });

  it('refuses with a value that names the rule and, where there is one, the field', () => {
    const reason = { code: 'too-late', rule: 'S4', en: 'Too late.', 'zh-Hans': '太晚。' };
    expect(refuse(reason, '/reply')).toEqual({ kind: 'refused', reason, path: '/reply' });
    expect(refuse(reason)).not.toHaveProperty('path');
    expect(accept(1, 2)).toEqual({ kind: 'accepted', events: [1, 2] });
  });
});
