import type { DomainEvent } from '@parley/kernel';
import type { MovesClocks } from '../case-events';

/**
 * A calendar that was announced, as a case has it: each limit that depends on it is counted anew, never earlier (I-21),
 * the same for both sides.
 */
export type CalendarNoted = DomainEvent<
  'CalendarNoted',
  MovesClocks & { /** Of the joint calendar. */ readonly version: string }
>;
