import type { EventStore } from '@parley/event-store';
import { latest, type Instant } from '@parley/kernel';
import {
  allCalendars,
  calendarArchive,
  publishedCalendars,
  type CalendarAnnounced,
  type CalendarArchive,
  type CalendarData,
  type JointCalendar,
} from '@parley/procedure';
import { announcedIn, calendarStream } from './calendar-stream';
import { followRegister } from './follow-register';

/**
 * The calendars of the two parties as they are in force in this process: those of its release, and what co-heads have
 * announced since.
 */
export class AnnouncedCalendars {
  readonly #announced = new Map<string, CalendarData>();
  #archive: CalendarArchive;
  #announcedAt: Instant | undefined;

  /** @param names of the two parties' calendars */
  constructor(
    private readonly names: readonly [string, string],
    private readonly published: readonly CalendarData[] = publishedCalendars,
  ) {
    this.#archive = calendarArchive(published);
  }

  /** The joint calendar in force. */
  current(): JointCalendar {
    return this.#archive.current(...this.names);
  }

  /** Every version on which a deadline may have been counted. */
  get archive(): CalendarArchive {
    return this.#archive;
  }

  /** When a calendar was last announced; `undefined` where none was. */
  get announcedAt(): Instant | undefined {
    return this.#announcedAt;
  }

  /**
   * Counts on an announced calendar from now on. Learning twice is learning once, whichever announcements came
   * meanwhile.
   */
  learn({ data: { calendar }, occurredAt }: Pick<CalendarAnnounced, 'data' | 'occurredAt'>): void {
    if (this.#announced.has(calendar.version)) return;
    this.#announced.set(calendar.version, calendar);
    this.#announcedAt = this.#announcedAt === undefined ? occurredAt : latest(this.#announcedAt, occurredAt);
    this.#archive = calendarArchive(allCalendars([...this.#announced.values()], this.published));
  }

  /** Takes from the record what was announced so far. */
  async catchUp(store: EventStore): Promise<void> {
    for (const recorded of await store.read(calendarStream)) this.#note(announcedIn(recorded));
  }

  /** Follows what is announced, until the signal. Goes on by itself after failures. */
  follow(store: EventStore, signal: AbortSignal): Promise<void> {
    return followRegister(store, calendarStream, signal, (recorded) => this.#note(announcedIn(recorded)));
  }

  #note(announced: CalendarAnnounced | undefined): void {
    if (announced) this.learn(announced);
  }
}
