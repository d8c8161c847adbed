import { accept, refuse, type Decision } from '@parley/kernel';
import { isPast, runs } from '../acting';
import type { NotifyDelay } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';
import { panelActBar } from '../review/taking-part';
import type { DelayNotified } from './delay-events';

/** Real panels take longer than the rules say: the limit is kept, and the record says that it will not do, and why. */
export function notifyDelay(
  { by, receivedAt, stage, expectedOn, reason }: NotifyDelay,
  state: OpenedPanel,
): Decision<DelayNotified> {
  const bar = panelActBar(state, by, receivedAt);
  if (bar) return refuse(bar);
  if (!state.convening?.coChairs.includes(by)) return refuse(refusals.notCoChair);
  const deadline = state.running[stage];
  if (!deadline || !runs(state, stage) || isPast(state, stage, receivedAt))
    return refuse(refusals.stageNotRunning, '/stage');
  if (expectedOn <= deadline.dueDate) return refuse(refusals.noDelay, '/expectedOn');
  if (state.delays.some((notice) => notice.stage === stage && notice.expectedOn === expectedOn))
    return refuse(refusals.delayNotified);
  return accept({
    type: 'DelayNotified',
    occurredAt: receivedAt,
    rule: 'S7',
    tier: 'PUBLIC',
    data: { stage, expectedOn, reason, by, opens: [], closes: [] },
  });
}
