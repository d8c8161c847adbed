import type { DomainEvent, Instant } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';

/** Clocks that ended in an outage of the system end later, the same for both sides (I-61). */
export type OutageNoted = DomainEvent<
  'OutageNoted',
  MovesClocks & { readonly outageId: string; readonly from: Instant; readonly to: Instant }
>;
