import { accept, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { NoteServiceOutage } from './service-commands';
import type { ServiceTimesMoved } from './service-events';
import type { ServiceState } from './service-state';

const REASON = { en: 'Declared outage of the secretariat’s system.', 'zh-Hans': '已宣告的秘书处系统中断。' };

/**
 * Times of delivery and retrieval that ended in an outage end later, as every other (I-61): no party failed to take
 * what it could not reach.
 */
export function noteServiceOutage(
  { from, to, at }: NoteServiceOutage,
  state: ServiceState,
  clocks: Clocks,
): Decision<ServiceTimesMoved> {
  const opens = Object.values(state.running).flatMap(
    (deadline) => clocks.moveByOutage(deadline, { from, to }, { at, reason: REASON }) ?? [],
  );
  if (opens.length === 0) return accept();
  return accept({
    type: 'ServiceTimesMoved',
    occurredAt: at,
    rule: 'I-61',
    tier: 'PARTIES',
    data: { from, to, opens, closes: [] },
  });
}
