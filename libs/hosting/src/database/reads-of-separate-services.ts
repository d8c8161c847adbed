import type { Reads } from '@parley/event-store-postgres';
import { CLOCK_CATEGORY } from '@parley/processes';

/**
 * What a context's role reads of the record where services are processes of their own and hear of each other by the
 * broker alone: its own streams, and the clock of a demonstration. Audit reads every stream, which is its office; the
 * gateway, as `platform`, the clock's.
 */
export const readsOfSeparateServices = (context: string): Reads =>
  context === 'audit' ? 'everything' : [context, CLOCK_CATEGORY];
