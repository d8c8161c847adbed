import {
  accept,
  refuse,
  type Decider,
  type DomainEvent,
  type Instant,
  type IsoDate,
  type PartyCode,
  type PersonId,
  type Sha256,
} from '@parley/kernel';
import {
  allCalendars,
  announceYear,
  calendarInForce,
  isWeekend,
  nextCalendarVersion,
  yearOf,
  type CalendarData,
  type PublishedYear,
} from '@parley/procedure';
import type { Act } from '../../case/case-commands.rules';
import type { MovesClocks } from '../../case/case-events.rules';
import { commonRefusals } from '../../case/common-refusals.rules';
import { calendarRefusals } from './note-calendar.rules';

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
  /** `null` as long as one signature is missing. Until then the notice changes nothing. */
  readonly announcedAt: Instant | null;
  /** The version that the announcement made; `null` before it. */
  readonly version: string | null;
};

/** Every notice of the installation, and every calendar that a notice announced, in the order of announcement. */
export interface CalendarRegister {
  readonly notices: Readonly<Record<string, RegisteredNotice>>;
  readonly announced: readonly CalendarData[];
}

type ProposeYear = Act &
  YearNotice & {
    readonly type: 'ProposeYear';
    readonly party: PartyCode;
    readonly noticeId: string;
    readonly digest: Sha256;
  };
type SignYear = Act & {
  readonly type: 'SignYear';
  readonly party: PartyCode;
  readonly noticeId: string;
  readonly digest: Sha256;
};

export type CalendarRegisterCommand = ProposeYear | SignYear;

/**
 * A co-head says that a year was published so, and signs for it. It is announced when the other side's co-head has
 * signed the same (I-04).
 */
type YearProposed = DomainEvent<
  'YearProposed',
  YearNotice & { readonly noticeId: string; readonly digest: Sha256; readonly by: PersonId; readonly party: PartyCode }
>;

/** Both co-heads announced a year of a party's calendar. */
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

type CalendarRegisterEvent = YearProposed | CalendarAnnounced;

/**
 * A case notes an announced calendar. Each limit that depends on it is counted anew, never earlier (I-21), the same for
 * both sides.
 */
export type CalendarNoted = DomainEvent<
  'CalendarNoted',
  MovesClocks & { /** Version of the joint calendar. */ readonly version: string }
>;

/** The register of calendars. Both co-heads announce a year over the same digest, and nobody does so alone. */
export const calendarRegisterDecider: Decider<CalendarRegisterCommand, CalendarRegister, CalendarRegisterEvent> = {
  initial: { notices: {}, announced: [] },
  decide: (command, register) =>
    command.type === 'ProposeYear' ? proposeYear(command, register) : signYear(command, register),
  evolve: evolveRegister,
};

export function proposeYear({ type: _, receivedAt, ...notice }: ProposeYear, register: CalendarRegister) {
  const inForce = calendarInForce(notice.calendar, register.announced);
  if (!inForce) return refuse(calendarRefusals.unknownCalendar, '/calendar');
  const fault = noticeFault(notice, inForce);
  if (fault) return fault;
  if (register.notices[notice.noticeId]) return refuse(calendarRefusals.proposedAlready);
  return accept<YearProposed>({
    type: 'YearProposed',
    occurredAt: receivedAt,
    rule: 'counting-time',
    tier: 'PUBLIC',
    data: notice,
  });
}

/** The reason why a notice cannot be announced, given the calendar in force. */
function noticeFault({ year, off, work }: YearNotice, { published }: CalendarData) {
  if (!(String(year) in published) && !(String(year - 1) in published))
    return refuse(calendarRefusals.leavesGap, '/year');
  const isIn = (date: IsoDate): boolean => yearOf(date) === year || date.startsWith(`${String(year - 1)}-12`);
  if (!off.every(isIn)) return refuse(calendarRefusals.outsideYear, '/off');
  if (!work.every(isIn)) return refuse(calendarRefusals.outsideYear, '/work');
  if (!work.every((date) => isWeekend(date) && !off.includes(date)))
    return refuse(calendarRefusals.contradicts, '/work');
  return isSame(published[String(year)], { off, work }) ? refuse(calendarRefusals.sameAsInForce) : undefined;
}

const isSame = (year: PublishedYear | undefined, { off, work }: Pick<YearNotice, 'off' | 'work'>): boolean =>
  year !== undefined && sameDays(year.off, off) && sameDays(year.work, work);

const sameDays = (some: readonly IsoDate[], others: readonly IsoDate[]): boolean =>
  some.toSorted().join() === others.toSorted().join();

export function signYear(
  { noticeId, digest, by, party, receivedAt }: SignYear,
  { notices, announced }: CalendarRegister,
) {
  const notice = notices[noticeId];
  if (!notice) return refuse(calendarRefusals.unknownNotice);
  if (notice.announcedAt !== null) return refuse(calendarRefusals.announcedAlready);
  if (notice.digest !== digest) return refuse(calendarRefusals.noticeDigest, '/digest');
  if (notice.signedBy.some((signature) => signature.party === party)) return refuse(calendarRefusals.signedBySide);
  if (notice.signedBy.some((signature) => signature.by === by)) return refuse(commonRefusals.signsForBoth);
  const calendar = announcedBy(notice, announced);
  if (!calendar) return refuse(calendarRefusals.sameAsInForce);
  const data = { noticeId, calendar, year: notice.year, signedBy: [...notice.signedBy, { party, by }] };
  return accept<CalendarAnnounced>({
    type: 'CalendarAnnounced',
    occurredAt: receivedAt,
    rule: 'counting-time',
    tier: 'PUBLIC',
    data,
  });
}

/** The calendar that a notice makes; `undefined` when another notice brought the same days into force meanwhile. */
function announcedBy(
  { calendar, year, off, work, source }: RegisteredNotice,
  announced: readonly CalendarData[],
): CalendarData | undefined {
  const inForce = calendarInForce(calendar, announced);
  if (!inForce || noticeFault({ calendar, year, off, work, source }, inForce)) return undefined;
  const version = nextCalendarVersion(
    inForce,
    year,
    allCalendars(announced).map((each) => each.version),
  );
  return announceYear(inForce, version, year, { off, work, source });
}

/** Total: an event that is not known leaves the register as it is. */
function evolveRegister(register: CalendarRegister, event: CalendarRegisterEvent): CalendarRegister {
  switch (event.type) {
    case 'YearProposed': {
      const { by, party, ...notice } = event.data;
      return {
        ...register,
        notices: {
          ...register.notices,
          [notice.noticeId]: { ...notice, signedBy: [{ party, by }], announcedAt: null, version: null },
        },
      };
    }
    case 'CalendarAnnounced': {
      const { noticeId, calendar, signedBy } = event.data;
      const notice = register.notices[noticeId];
      const announced = [...register.announced, calendar];
      if (!notice) return { ...register, announced };
      return {
        announced,
        notices: {
          ...register.notices,
          [noticeId]: { ...notice, signedBy, announcedAt: event.occurredAt, version: calendar.version },
        },
      };
    }
    default:
      return unknownEvent(event, register);
  }
}

const unknownEvent = (_event: never, register: CalendarRegister): CalendarRegister => register;
