import { latest, type Instant } from '@parley/kernel';
import {
  allCalendars,
  calendarArchive,
  type AnnouncedCalendar,
  type CalendarArchive,
  type JointCalendar,
} from '@parley/procedure';

/**
 * The calendars of the two parties as they are in force in this process: those of its release, and those that co-heads
 * have announced since.
 */
export class AnnouncedCalendars {
  #announced: readonly AnnouncedCalendar[] = [];
  #archive: CalendarArchive = calendarArchive();

  /**
   * @param names of the two parties' calendars
   * @param read all that is announced so far, as this service has it
   */
  constructor(
    private readonly names: readonly [string, string],
    private readonly read: () => Promise<readonly AnnouncedCalendar[]> = () => Promise.resolve([]),
  ) {}

  /** The joint calendar in force. */
  current(): JointCalendar {
    return this.#archive.current(...this.names);
  }

  /** True when this process knows a version of the joint calendar, as it stands in a deadline. */
  knows(version: string): boolean {
    try {
      return this.#archive.ofVersion(version).version === version;
    } catch {
      return false;
    }
  }

  /** When a calendar was last announced; `undefined` where none was. */
  get announcedAt(): Instant | undefined {
    return this.#announced
      .map(({ announcedAt }) => announcedAt)
      .reduce<Instant | undefined>((last, each) => (last === undefined ? each : latest(last, each)), undefined);
  }

  /** Counts on everything that is announced by now. */
  async refresh(): Promise<void> {
    const announced = await this.read();
    // Nothing is ever taken back, so a look that finds fewer is older than the last one.
    if (announced.length <= this.#announced.length) return;
    this.#announced = announced;
    this.#archive = calendarArchive(allCalendars(announced.map(({ calendar }) => calendar)));
  }
}
