import { accept, type Bilingual, type Decision } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { NoteOutage } from '../panel-commands';
import type { OpenedPanel } from '../panel-state';
import type { OutageNoted } from './outage-events';

/**
 * Moves the panel's clocks that ended in an outage to the end of the next joint business day after it (I-61), and keeps
 * the long-stop that the intake moved.
 */
export function noteOutage(
  { outageId, from, to, longStop, at }: NoteOutage,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<OutageNoted> {
  const opens = Object.values(state.running).flatMap(
    (deadline) => clocks.moveByOutage(deadline, { from, to }, { at, reason: REASON }) ?? [],
  );
  if (opens.length === 0 && (longStop === null || longStop === state.longStop)) return accept();
  return accept({
    type: 'OutageNoted',
    occurredAt: at,
    rule: 'I-61',
    tier: 'PUBLIC',
    data: { outageId, from, to, longStop, opens, closes: [] },
  });
}

const REASON: Bilingual = { en: 'Declared outage of the secretariat’s system.', 'zh-Hans': '已宣告的秘书处系统中断。' };
