import type { DomainEvent } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';

/**
 * A calendar that was announced: the clocks of evidence that depend on it are counted anew, never earlier (I-21), the
 * same for both sides.
 */
export type CalendarNoted = DomainEvent<
  'CalendarNoted',
  MovesClocks & {
    /** Of the joint calendar. */ readonly version: string;
  }
>;
