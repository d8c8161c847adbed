import type { Reads } from '@parley/event-store-postgres';
import { CLOCK_CATEGORY } from '@parley/processes';

/**
 * Which part of the record a context's role reads where services are processes of their own and hear of each other by
 * the broker alone: its own streams, and the clock of a demonstration. Audit reads every stream, since that is its
 * office; the gateway, as `platform`, reads the clock's.
 */
export const readsOfSeparateServices = (context: string): Reads =>
  context === 'audit' ? 'everything' : [context, CLOCK_CATEGORY];
