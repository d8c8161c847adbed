import { unopened, type PanelEvent } from './panel-state.rules';
import type { PanelOpened } from '../composition/composition-events.rules';
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

describe('a panel that was opened before there were tracks and duty rosters', () => {
  it('is on the standard track, with the whole roster on duty', () => {
    const [opening] = givenPanel().when(...disclosed).events;
    const {
      track: _track,
      duty: _duty,
      registeredBy: _by,
      ...before
    } = opening?.type === 'PanelOpened' ? opening.data : ({} as PanelOpened['data']);
    const own = evolve(unopened, { ...opening, type: 'PanelOpened', data: before } as PanelOpened);
    expect(own).toMatchObject({
      track: 'standard',
      registeredBy: 'act',
      duty: { complainant: ['cn-1', 'cn-2', 'cn-3', 'cn-4'] },
    });
  });
});
