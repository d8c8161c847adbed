import type { DomainEvent, Instant } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';

/**
 * An outage of the system as the intake told of it: the clocks of evidence that ended in it end later, the same for
 * both sides (I-61).
 */
export type OutageNoted = DomainEvent<
  'OutageNoted',
  MovesClocks & {
    readonly outageId: string;
    readonly from: Instant;
    readonly to: Instant;
  }
>;
