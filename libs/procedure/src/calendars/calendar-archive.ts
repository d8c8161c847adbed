import type { CalendarData } from './calendar-data';
import { cnCalendarData } from './cn-calendar.data';
import { jointCalendar, type JointCalendar } from './joint-calendar';
import { usCalendarData } from './us-calendar.data';
import { workingDayCalendar, type WorkingDayCalendar } from './working-day-calendar';

/** Every calendar version that this software was published with, oldest first for each name. */
export const publishedCalendars: readonly CalendarData[] = [usCalendarData, cnCalendarData];

/** Every version of the calendars that a deadline may have been counted on. */
export interface CalendarArchive {
  /** The joint calendar in force for two calendar names. @throws {RangeError} for a name that is not there */
  current(one: string, other: string): JointCalendar;
  /**
   * The joint calendar of a recorded version, as it stands in a deadline. @throws {RangeError} for a version that is
   * not there
   */
  ofVersion(version: string): JointCalendar;
}

/**
 * An archive of calendars; of each name the last one is in force. Announced years are appended to the published list.
 */
export function calendarArchive(versions: readonly CalendarData[] = publishedCalendars): CalendarArchive {
  const byVersion = new Map<string, WorkingDayCalendar>();
  const byName = new Map<string, WorkingDayCalendar>();
  const joints = new Map<string, JointCalendar>();
  for (const data of versions) {
    const calendar = workingDayCalendar(data);
    byVersion.set(data.version, calendar);
    byName.set(data.name, calendar);
  }
  const pair = (
    one: WorkingDayCalendar | undefined,
    other: WorkingDayCalendar | undefined,
    wanted: string,
  ): JointCalendar => {
    if (one === undefined || other === undefined) throw new RangeError(`no calendar ${wanted}`);
    const joint = jointCalendar(one, other);
    const known = joints.get(joint.version);
    if (known === undefined) joints.set(joint.version, joint);
    return known ?? joint;
  };
  return {
    current: (one, other) => pair(byName.get(one), byName.get(other), `${one}+${other}`),
    ofVersion(version) {
      const [one = '', other = ''] = version.split('+');
      return pair(byVersion.get(one), byVersion.get(other), version);
    },
  };
}
