import {
  derivedUuid,
  domainEventOf,
  handleCommand,
  readState,
  sha256,
  streamName,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type RecordedEvent,
  type RulesInForce,
} from '@parley/event-store';
import { canonicalJson, type Sha256 } from '@parley/kernel';
import type { AnnouncedCalendars } from '@parley/processes';
import type { AnnouncedCalendar } from '@parley/procedure';
import {
  calendarRegisterDecider,
  type CalendarAnnounced,
  type CalendarRegister,
  type CalendarRegisterCommand,
  type YearNotice,
} from './calendars.rules';

/** The calendars that co-heads announce. */
export const CALENDAR_CATEGORY = 'intake.calendars';

export const calendarStream = streamName(CALENDAR_CATEGORY, 'register');

/** An announcement, of everything that stands in the register of calendars. */
export const announcedIn = (recorded: RecordedEvent): AnnouncedCalendar | undefined => {
  if (recorded.type !== 'CalendarAnnounced') return undefined;
  const { data, occurredAt } = domainEventOf(recorded) as CalendarAnnounced;
  return { calendar: data.calendar, announcedAt: occurredAt };
};

export const calendarsAnnounced = async (store: EventStore): Promise<readonly AnnouncedCalendar[]> =>
  (await store.read(calendarStream)).flatMap((recorded) => announcedIn(recorded) ?? []);

/** What co-heads sign of a notice. */
export const noticeDigest = ({ calendar, year, off, work, source }: YearNotice): Sha256 =>
  sha256(canonicalJson({ calendar, year, off, work, source }));

/** Id of a notice: what says the same is the same notice. */
export const noticeIdOf = (digest: Sha256): string => derivedUuid('calendar-notice', digest);

/** Reads and changes the register of calendars. */
export class CalendarDesk {
  constructor(
    private readonly store: EventStore,
    /** Those by which this process counts. */
    readonly calendars: AnnouncedCalendars,
    readonly ruleSetVersion: RulesInForce,
  ) {}

  /** Decides a command; what it announces is in force here before it is answered. */
  async act(command: CalendarRegisterCommand, context: CommandContext): Promise<CommandOutcome<CalendarRegister>> {
    const outcome = await handleCommand(this.store, calendarRegisterDecider, calendarStream, command, context);
    if (outcome.kind === 'done') await this.calendars.refresh();
    return outcome;
  }

  async register(): Promise<CalendarRegister> {
    return (await readState(this.store, calendarRegisterDecider, calendarStream)).state;
  }
}
