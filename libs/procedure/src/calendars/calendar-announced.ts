import type { DomainEvent, PartyCode, PersonId } from '@parley/kernel';
import type { CalendarData } from './calendar-data';

/**
 * Both co-heads announced a year of a party's calendar. It is in force from then on in every process of the
 * installation, and each running limit that depends on it is counted anew.
 */
export type CalendarAnnounced = DomainEvent<
  'CalendarAnnounced',
  {
    readonly noticeId: string;
    /** The whole calendar as it is now, under its new version. */
    readonly calendar: CalendarData;
    readonly year: number;
    readonly signedBy: readonly { readonly party: PartyCode; readonly by: PersonId }[];
  }
>;
