import { given } from '@parley/testing';
import { unopened, type PanelEvent } from './panel-state.rules';
import type { PanelOpened } from '../composition/composition-events.rules';
import { decider, disclosed, openedPanel } from './panel-story.fixture';
import { evolve } from './common-refusals.rules';

describe('a panel, by an event of a later version,', () => {
  it('stays as it is, whatever the event says', () => {
    const { state } = given(decider).when(...disclosed);
    const later = {
      type: 'SeatAnnotated',
      occurredAt: '2025-02-17T10:00:00.000Z',
      rule: 'S6',
      tier: 'PANEL',
      data: { note: 'of a later version' },
    };
    expect(evolve(state, later as unknown as PanelEvent)).toEqual(state);
  });
});

describe('a panel that was opened before there were tracks and duty rosters', () => {
  it('is on the standard track, with the whole roster on duty', () => {
    const [opening] = given(decider).when(...disclosed).events;
    const {
      track: _track,
      duty: _duty,
      registeredBy: _by,
      ...before
    } = opening?.type === 'PanelOpened' ? opening.data : ({} as PanelOpened['data']);
    const state = openedPanel(evolve(unopened, { ...opening, type: 'PanelOpened', data: before } as PanelOpened));
    expect(state).toMatchObject({
      track: 'standard',
      registeredBy: 'act',
      duty: { complainant: ['cn-1', 'cn-2', 'cn-3', 'cn-4'] },
    });
  });
});
