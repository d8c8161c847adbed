import type { Instant, PartyCode } from '@parley/kernel';

/** One line of the ledger of calls. What is said in a call is not in it. */
export interface Call {
  /** Unique in its case: `call:1`, `call:2` … */
  readonly id: string;
  readonly offeredBy: PartyCode;
  readonly offeredAt: Instant;
  /** When the call is to take place; an offer not answered by then is unanswered. */
  readonly proposedFor: Instant;
  readonly outcome: 'open' | { readonly kind: 'answered' | 'unanswered'; readonly at: Instant };
}

export interface LedgerCount {
  readonly offered: number;
  readonly answered: number;
  readonly unanswered: number;
}

/** How many calls were offered, answered and not answered. */
export function countCalls(calls: readonly Call[]): LedgerCount {
  const of = (kind: 'answered' | 'unanswered') => calls.filter(({ outcome }) => outcome !== 'open' && outcome.kind === kind).length;
  return { offered: calls.length, answered: of('answered'), unanswered: of('unanswered') };
}
