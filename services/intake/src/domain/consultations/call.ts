import type { Instant, PartyCode } from '@parley/kernel';
import type { Level } from './level';

/** Another time named for a call by either side: both times stay on record. */
export interface CallMove {
  readonly by: PartyCode;
  readonly at: Instant;
  readonly from: Instant;
  readonly to: Instant;
}

/** A call in the ledger: that it was offered and what became of it, never what was said. */
export interface Call {
  readonly id: string;
  readonly offeredBy: PartyCode;
  readonly offeredAt: Instant;
  readonly level: Level;
  /** When the call is to take place, as it was named last. */
  readonly proposedFor: Instant;
  /** The party that named this time: the other one is awaited, and a call that it does not take is unanswered by it. */
  readonly namedBy: PartyCode;
  readonly moves: readonly CallMove[];
  /** When the party awaited accepted the time; `null` as long as it has not. */
  readonly acceptedAt: Instant | null;
  /** `released` when both parties concluded the consultations before its time. */
  readonly outcome: 'open' | { readonly kind: 'answered' | 'unanswered' | 'released'; readonly at: Instant };
}

export interface LedgerCount {
  readonly offered: number;
  readonly answered: number;
  readonly unanswered: number;
}

/** How many calls were offered, answered and not answered. */
export function countCalls(calls: readonly Call[]): LedgerCount {
  const of = (kind: 'answered' | 'unanswered') =>
    calls.filter(({ outcome }) => outcome !== 'open' && outcome.kind === kind).length;
  return { offered: calls.length, answered: of('answered'), unanswered: of('unanswered') };
}
