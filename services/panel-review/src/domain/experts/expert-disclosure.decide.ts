import { accept, refuse, type Decision } from '@parley/kernel';
import { hasOtherCapacity, screeningOver } from '../acting';
import type { DiscloseAsExpert } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import { reviewBar } from '../review/co-chair';
import type { ExpertDisclosed } from './expert-events';

/** An expert says, before the report, what may bear on it. Both parties and the panel read it; nobody decides on it. */
export function discloseAsExpert(
  { by, receivedAt, expertId, statement }: DiscloseAsExpert,
  state: OpenedPanel,
): Decision<ExpertDisclosed> {
  if (hasOtherCapacity(state, by, 'expert')) return refuse(refusals.twoCapacities);
  const expert = state.takenExperts.find((taken) => taken.expertId === expertId && taken.personId === by);
  if (!expert) return refuse(refusals.expertNotTaken);
  const bar = screeningOver(state, receivedAt) ?? reviewBar(state, receivedAt);
  if (bar) return refuse(bar);
  if (expert.disclosure) return refuse(refusals.expertDisclosed);
  return accept({
    type: 'ExpertDisclosed',
    occurredAt: receivedAt,
    rule: 'S7',
    tier: 'PANEL',
    data: { expertId, by, statement, opens: [], closes: [] },
  });
}
