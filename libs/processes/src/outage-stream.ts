import { domainEventOf, type RecordedEvent } from '@parley/event-store';
import type { DomainEvent, Instant } from '@parley/kernel';

/**
 * The outages of the installation's system. The intake keeps them; who has limits that belong to no case follows them.
 */
export const OUTAGE_CATEGORY = 'intake.outages';

/** An outage that was declared, as far as whoever moves limits needs to know of it. */
export interface DeclaredOutage {
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** A declared outage, of everything that stands in their register. */
export const outageIn = (recorded: RecordedEvent): DeclaredOutage | undefined =>
  recorded.type === 'OutageDeclared'
    ? (domainEventOf(recorded) as DomainEvent<string, DeclaredOutage>).data
    : undefined;
