import type { DomainEvent } from '@parley/kernel';
import type { MovesClocks } from '../case-events';
import type { CaseBeside } from './consolidation';

interface OfConsolidation {
  readonly beside: readonly CaseBeside[];
  /** The proposal that both signed here; `null` in the other cases, which learn of it. */
  readonly proposalId: string | null;
}

export type CasesConsolidated = DomainEvent<'CasesConsolidated', MovesClocks & OfConsolidation>;
export type ConsolidationUndone = DomainEvent<'ConsolidationUndone', MovesClocks & OfConsolidation>;

export type ConsolidationEvent = CasesConsolidated | ConsolidationUndone;
