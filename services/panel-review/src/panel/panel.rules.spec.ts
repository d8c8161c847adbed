import type { PanelEvent } from './panel-state.rules';
import { disclosed } from './panel-story.fixture';
import { givenPanel } from './told-panel.fixture';
import { evolve } from './common-refusals.rules';

describe('a panel, by an event of a later version,', () => {
  it('stays as it is, whatever the event says', () => {
    const { own } = givenPanel().when(...disclosed);
    const later = {
      type: 'SeatAnnotated',
      occurredAt: '2025-02-17T10:00:00.000Z',
      rule: 'S6',
      tier: 'PANEL',
      data: { note: 'of a later version' },
    };
    expect(evolve(own, later as unknown as PanelEvent)).toEqual(own);
  });
});
