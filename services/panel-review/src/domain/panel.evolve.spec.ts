import { given } from '@parley/testing';
import type { PanelEvent } from './panel-events';
import { decider, disclosed } from './panel-story.fixture';
import { evolve } from './panel.evolve';

describe('a panel, by an event of a later version,', () => {
  it('stays as it is, whatever the event says', () => {
    const { state } = given(decider).when(...disclosed);
    const later = { type: 'SeatAnnotated', occurredAt: '2025-02-17T10:00:00.000Z', rule: 'S6', tier: 'PANEL', data: { note: 'of a later version' } };
    expect(evolve(state, later as unknown as PanelEvent)).toEqual(state);
  });
});
