import { panelReview } from '@parley/contracts';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { publicEvent } from '../dossier-story.fixture';
import { knownAt } from './told-translation';

const CAME = '2025-02-20T10:00:00.000Z';
const nominated = {
  ...publicEvent(panelReview.PanelFactSchema, CAME, 'PUBLIC', { caseId: 'c1', at: CAME, kind: 'member-nominated' }),
  recordedat: '2025-03-10T10:00:00.000Z' as Instant,
  sequence: 0,
};
const entered = {
  ...publicEvent(panelReview.LateEntryNotedSchema, '2025-03-10T10:00:00.000Z', 'PUBLIC', {
    caseId: 'c1',
    at: '2025-03-10T10:00:00.000Z',
    act: 'nomination',
    status: 'counted',
    cameAt: CAME,
  }),
  recordedat: '2025-03-10T10:00:00.000Z' as Instant,
  sequence: 0,
};
const drawn = {
  ...publicEvent(panelReview.MemberDrawnSchema, '2025-02-25T16:00:00.000Z', 'PUBLIC', {
    caseId: 'c1',
    seat: 'respondent-1',
  }),
  recordedat: '2025-03-02T10:00:00.000Z' as Instant,
  sequence: 0,
};
const events: readonly PublicEvent[] = [drawn, entered, nominated];

describe('what was known at an instant', () => {
  it('has no act that was entered only later, though it had come before', () => {
    expect(knownAt(events, '2025-03-01T10:00:00.000Z' as Instant)).toEqual([drawn]);
  });

  it('has it from its entry on, and a default that was recorded late all the time', () => {
    expect(knownAt(events, '2025-03-10T10:00:00.000Z' as Instant)).toEqual(events);
  });
});
