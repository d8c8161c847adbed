import { accept, refuse, type Decider, type Decision, type IsoDate, type Refused } from '@parley/kernel';
import {
  allCalendars,
  announceYear,
  calendarInForce,
  isWeekend,
  nextCalendarVersion,
  yearOf,
  type CalendarAnnounced,
  type CalendarData,
  type PublishedYear,
} from '@parley/procedure';
import { refusals } from '../refusals';
import { calendarRefusals } from './calendar-refusals';
import type {
  CalendarRegister,
  CalendarRegisterCommand,
  ProposeYear,
  RegisteredNotice,
  SignYear,
  YearNotice,
} from './calendar-register';
import type { CalendarRegisterEvent, YearProposed } from './calendar-register-events';

/** The register of calendars: a year is announced by both co-heads over the same digest, and by nobody alone. */
export const calendarRegisterDecider: Decider<CalendarRegisterCommand, CalendarRegister, CalendarRegisterEvent> = {
  initial: { notices: {}, announced: [] },
  decide: (command, register): Decision<CalendarRegisterEvent> =>
    command.type === 'ProposeYear' ? proposeYear(command, register) : signYear(command, register),
  evolve: evolveRegister,
};

function proposeYear(
  { type: _, receivedAt, ...notice }: ProposeYear,
  register: CalendarRegister,
): Decision<YearProposed> {
  const inForce = calendarInForce(notice.calendar, register.announced);
  if (!inForce) return refuse(calendarRefusals.unknownCalendar, '/calendar');
  const fault = noticeFault(notice, inForce);
  if (fault) return fault;
  if (register.notices[notice.noticeId]) return refuse(calendarRefusals.proposedAlready);
  return accept({ type: 'YearProposed', occurredAt: receivedAt, rule: 'counting-time', tier: 'PUBLIC', data: notice });
}

/** What in a notice cannot be announced, in a calendar as it is in force. */
function noticeFault({ year, off, work }: YearNotice, { published }: CalendarData): Refused | undefined {
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

function signYear(
  { noticeId, digest, by, party, receivedAt }: SignYear,
  { notices, announced }: CalendarRegister,
): Decision<CalendarAnnounced> {
  const notice = notices[noticeId];
  if (!notice) return refuse(calendarRefusals.unknownNotice);
  if (notice.announcedAt !== null) return refuse(calendarRefusals.announcedAlready);
  if (notice.digest !== digest) return refuse(calendarRefusals.noticeDigest, '/digest');
  if (notice.signedBy.some((signature) => signature.party === party)) return refuse(calendarRefusals.signedBySide);
  if (notice.signedBy.some((signature) => signature.by === by)) return refuse(refusals.signsForBoth);
  const calendar = announcedBy(notice, announced);
  if (!calendar) return refuse(calendarRefusals.sameAsInForce);
  const data = { noticeId, calendar, year: notice.year, signedBy: [...notice.signedBy, { party, by }] };
  return accept({ type: 'CalendarAnnounced', occurredAt: receivedAt, rule: 'counting-time', tier: 'PUBLIC', data });
}

/** The calendar that a notice makes; `undefined` where another notice brought the same days into force meanwhile. */
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
