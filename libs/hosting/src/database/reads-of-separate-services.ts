import type { Reads } from '@parley/event-store-postgres';
import { CALENDAR_CATEGORY, CLOCK_CATEGORY, OUTAGE_CATEGORY, RULES_CATEGORY } from '@parley/processes';

/**
 * What a context's role reads of the record where services are processes of their own and hear of each other by the
 * broker alone: its own streams, the clock of a demonstration, and of what counts and moves everybody's limits, the
 * versions of the rules that were brought in, the calendars that both co-heads announced and the outages that were
 * declared. Audit reads every stream, which is its office; the gateway, as `platform`, the clock's.
 */
export const readsOfSeparateServices = (context: string): Reads =>
  context === 'audit'
    ? 'everything'
    : [
        context,
        CLOCK_CATEGORY,
        ...(context === 'platform' ? [] : [RULES_CATEGORY, CALENDAR_CATEGORY, OUTAGE_CATEGORY]),
      ];
