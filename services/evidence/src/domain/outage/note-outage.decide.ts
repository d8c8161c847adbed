import { accept, type Bilingual, type Decision } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import { clocksOfCase } from '../clocks-of-case';
import type { KnownCase } from '../evidence-state';
import type { NoteOutage } from '../exhibit-commands';
import type { OutageNoted } from './outage-events';

/** Moves what ended in an outage to the end of the next joint business day after it (I-61). */
export function noteOutage(
  { outageId, from, to, at }: NoteOutage,
  state: KnownCase,
  clocksOf: ClocksOf,
): Decision<OutageNoted> {
  const clocks = clocksOfCase(state, at, clocksOf);
  const opens = Object.values(state.running).flatMap(
    (deadline) => clocks.moveByOutage(deadline, { from, to }, { at, reason: REASON }) ?? [],
  );
  if (opens.length === 0) return accept();
  return accept({
    type: 'OutageNoted',
    occurredAt: at,
    rule: 'I-61',
    tier: 'PARTIES',
    data: { outageId, from, to, opens, closes: [] },
  });
}

const REASON: Bilingual = { en: 'Declared outage of the secretariat’s system.', 'zh-Hans': '已宣告的秘书处系统中断。' };
