import type { DomainEvent, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import type { CalendarAnnounced } from '@parley/procedure';
import type { YearNotice } from './calendar-register';

/**
 * A co-head holds that a year was published so and signs for it; it is announced when the other side's has signed the
 * same (I-04).
 */
export type YearProposed = DomainEvent<
  'YearProposed',
  YearNotice & { readonly noticeId: string; readonly digest: Sha256; readonly by: PersonId; readonly party: PartyCode }
>;

export type CalendarRegisterEvent = YearProposed | CalendarAnnounced;
