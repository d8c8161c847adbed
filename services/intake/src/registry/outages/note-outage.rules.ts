import { accept, type Bilingual, type Decision } from '@parley/kernel';
import { endsInOutage, type Clocks, type Outage } from '@parley/procedure';
import type { FiledCase } from '../../case/case-commands.rules';
import type { CaseEvent } from '../../case/case-events.rules';
import { evolve } from '../../case/case-state.rules';
import { isCounted, type RunningDeadline } from '../../case/common-refusals.rules';
import { countedByOutage } from '../../case/late-entries/late-entries.rules';
import type { NoteServiceOutage } from '../notices/notices.rules';
import type { ServiceState, ServiceTimesMoved } from '../notices/service.rules';
import type { DeclaredBy, NoteOutage, OutageNoted } from './outages.rules';

/**
 * Moves limits that ended in an outage to the end of the next joint business day after it (I-61). A case in which no
 * limit of any context ended records nothing.
 */
export function noteOutage(
  { outageId, from, to, declaredBy, elsewhere, at }: NoteOutage,
  state: FiledCase,
  clocks: Clocks,
): Decision<CaseEvent> {
  const outage = { from, to };
  const reason = REASONS[declaredBy];
  const opens = Object.values(state.running).flatMap(
    (deadline) => moved(deadline, outage, { at, reason }, clocks) ?? [],
  );
  const counted = countedByOutage(outage, at, state, clocks, evolveFiled);
  if (opens.length === 0 && !elsewhere) return accept(...counted);
  const noted: OutageNoted = {
    type: 'OutageNoted',
    occurredAt: at,
    rule: 'I-61',
    tier: isPublic(state) ? 'PUBLIC' : 'PARTIES',
    data: { outageId, from, to, declaredBy, reason, opens, closes: [] },
  };
  return accept<CaseEvent>(noted, ...counted);
}

/** An event in a filed case leaves it filed. */
const evolveFiled = (state: FiledCase, event: CaseEvent): FiledCase => evolve(state, event) as FiledCase;

/** A case that has a docket number is public. */
const isPublic = (state: FiledCase): boolean => 'registration' in state;

function moved(
  deadline: RunningDeadline,
  outage: Outage,
  made: Parameters<Clocks['moveByOutage']>[2],
  clocks: Clocks,
): RunningDeadline | undefined {
  if (isCounted(deadline)) return clocks.moveByOutage(deadline, outage, made);
  if (!endsInOutage(deadline, outage)) return undefined;
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

const REASON = { en: 'Declared outage of the secretariat’s system.', 'zh-Hans': '已宣告的秘书处系统中断。' };

/**
 * Times of retrieval that ended in an outage end later, as every other limit (I-61). No party failed to take what it
 * could not reach.
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
