import { given } from '@parley/testing';
import type { CaseEvent } from './case-events.rules';
import { decider, registered } from './case-story.fixture';
import { evolve } from './case-state.rules';

describe('a case, by an event of a later version,', () => {
  it('stays as it is, whatever the event says', () => {
    const { state } = given(decider).when(...registered);
    const later = {
      type: 'FilingAnnotated',
      occurredAt: '2025-02-07T10:00:00.000Z',
      rule: 'S1',
      tier: 'PARTIES',
      data: { note: 'of a later version' },
    };
    expect(evolve(state, later as unknown as CaseEvent)).toEqual(state);
  });
});
