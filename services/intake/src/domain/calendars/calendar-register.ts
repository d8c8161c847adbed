import type { Instant, IsoDate, PartyCode, PersonId, Sha256 } from '@parley/kernel';
import type { CalendarData } from '@parley/procedure';
import type { Act } from '../case-commands';

/** A year of a party's calendar, as its own authority published it. */
export interface YearNotice {
  /** Name of the calendar, such as `CN`. */
  readonly calendar: string;
  readonly year: number;
  /** Days off, in the order of the calendar. */
  readonly off: readonly IsoDate[];
  /** Saturdays and Sundays that are worked. */
  readonly work: readonly IsoDate[];
  /** Where it was published. */
  readonly source: string;
}

/** A notice as it stands in the register. */
export type RegisteredNotice = YearNotice & {
  readonly noticeId: string;
  /** What co-heads sign. */
  readonly digest: Sha256;
  readonly signedBy: readonly { readonly party: PartyCode; readonly by: PersonId }[];
  /** `null` as long as one signature is missing: then it changes nothing. */
  readonly announcedAt: Instant | null;
  /** The version that the announcement made; `null` before it. */
  readonly version: string | null;
};

/**
 * Every notice of the installation, and every calendar that was announced by one, in the order of their announcement.
 */
export interface CalendarRegister {
  readonly notices: Readonly<Record<string, RegisteredNotice>>;
  readonly announced: readonly CalendarData[];
}

export type ProposeYear = Act &
  YearNotice & {
    readonly type: 'ProposeYear';
    readonly party: PartyCode;
    readonly noticeId: string;
    readonly digest: Sha256;
  };
export type SignYear = Act & {
  readonly type: 'SignYear';
  readonly party: PartyCode;
  readonly noticeId: string;
  readonly digest: Sha256;
};

export type CalendarRegisterCommand = ProposeYear | SignYear;
