import { accept, type Bilingual, type Decision } from '@parley/kernel';
import { endsInOutage, type Clocks, type Outage } from '@parley/procedure';
import type { FiledCase } from '../case-state';
import { isCounted, type RunningDeadline } from '../running-deadline';
import type { NoteOutage } from './outages-commands';
import type { DeclaredBy, OutageNoted } from './outages-events';

/**
 * Moves what ended in an outage to the end of the next joint business day after it (I-61); a case in which nothing did
 * records nothing.
 */
export function noteOutage(
  { outageId, from, to, declaredBy, elsewhere, at }: NoteOutage,
  state: FiledCase,
  clocks: Clocks,
): Decision<OutageNoted> {
  const outage = { from, to };
  const reason = REASONS[declaredBy];
  const opens = Object.values(state.running).flatMap(
    (deadline) => moved(deadline, outage, { at, reason }, clocks) ?? [],
  );
  if (opens.length === 0 && !elsewhere) return accept();
  return accept({
    type: 'OutageNoted',
    occurredAt: at,
    rule: 'I-61',
    tier: isPublic(state) ? 'PUBLIC' : 'PARTIES',
    data: { outageId, from, to, declaredBy, reason, opens, closes: [] },
  });
}

/** A case that has a docket number is public. */
const isPublic = (state: FiledCase): boolean => 'registration' in state;

function moved(
  deadline: RunningDeadline,
  outage: Outage,
  made: Parameters<Clocks['moveByOutage']>[2],
  clocks: Clocks,
): RunningDeadline | undefined {
  if (isCounted(deadline)) return clocks.moveByOutage(deadline, outage, made);
  if (!endsInOutage(deadline.dueAt, outage)) return undefined;
  const { dueAt, arithmetic } = clocks.endAfterOutage(deadline, outage);
  return { ...deadline, dueAt, arithmetic };
}

const REASONS: Readonly<Record<DeclaredBy, Bilingual>> = {
  heartbeat: {
    en: 'Outage of the secretariat’s system, declared by its own heartbeat.',
    'zh-Hans': '秘书处系统中断，由系统自身的运行记录宣告。',
  },
  coheads: {
    en: 'Outage of the secretariat’s system, declared by both co-heads.',
    'zh-Hans': '秘书处系统中断，由两名共同负责人宣告。',
  },
};
