import type { Clocks, Happening } from '@parley/procedure';
import { isWhole } from '../composition/membership';
import type { OpenedPanel } from '../panel-state';
import type { ReviewOpened } from './review-events';

/** S7 starts from the later of composition and the end of S5, whichever of the two is learned of last. */
export function reviewOpening(state: OpenedPanel, clocks: Clocks): readonly ReviewOpened[] {
  const { stage, convening, consultationsEndedAt } = state;
  if (stage.name !== 'composed' || !convening || consultationsEndedAt === null || !isWhole(state)) return [];
  const later: Happening =
    consultationsEndedAt > convening.wholeSince
      ? { event: 'ConsultationsClosed', at: consultationsEndedAt, kind: 'expiry' }
      : { event: 'PanelConvened', at: convening.wholeSince, kind: convening.by };
  return [{ type: 'ReviewOpened', occurredAt: later.at, rule: 'S7', tier: 'PUBLIC', data: { opens: [clocks.start('review', later)], closes: [] } }];
}
