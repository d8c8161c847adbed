import { accept, type Bilingual, type Decision } from '@parley/kernel';
import type { ClocksOf } from '@parley/procedure';
import type { KeepsClocks } from '../move-clocks';
import type { NoteOutage } from './note-outage';
import type { OutageNoted } from './outage-events';

/**
 * Moves what ended in an outage to the end of the next joint business day after it (I-61).
 * @param version the rules to which the case is pinned; those in force before its registration
 */
export function noteOutage(
  { outageId, from, to, at }: NoteOutage,
  { running }: KeepsClocks,
  version: string | undefined,
  clocksOf: ClocksOf,
): Decision<OutageNoted> {
  const clocks = version === undefined ? clocksOf.at(at) : clocksOf(version);
  const opens = Object.values(running).flatMap(
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
