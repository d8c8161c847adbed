import {
  derivedUuid,
  domainEventOf,
  OwnRepository,
  sha256,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type RecordedEvent,
  type Recording,
} from '@parley/event-store';
import { canonicalJson, type Sha256 } from '@parley/kernel';
import type { AnnouncedCalendars } from '@parley/processes';
import type { AnnouncedCalendar } from '@parley/procedure';
import { CALENDAR_CATEGORY, calendarStream, type Register } from '../../streams';
import {
  calendarRegisterDecider,
  type CalendarAnnounced,
  type CalendarRegister,
  type CalendarRegisterCommand,
  type YearNotice,
} from './calendars.rules';

/** The calendar that an event of the register announces; `undefined` for any other event. */
export const announcedIn = (recorded: RecordedEvent): AnnouncedCalendar | undefined => {
  if (recorded.type !== 'CalendarAnnounced') return undefined;
  const { data, occurredAt } = domainEventOf(recorded) as CalendarAnnounced;
  return { calendar: data.calendar, announcedAt: occurredAt };
};

export const calendarsAnnounced = async (store: EventStore): Promise<readonly AnnouncedCalendar[]> =>
  (await store.read(calendarStream)).flatMap((recorded) => announcedIn(recorded) ?? []);

/** The digest of a notice, which the co-heads sign. */
export const noticeDigest = ({ calendar, year, off, work, source }: YearNotice): Sha256 =>
  sha256(canonicalJson({ calendar, year, off, work, source }));

/** Id of a notice. Notices with the same content are the same notice. */
export const noticeIdOf = (digest: Sha256): string => derivedUuid('calendar-notice', digest);

/** The register of calendars. An announced calendar is in force in this process before the act is answered. */
export class Calendars extends OwnRepository<Register, CalendarRegisterCommand, CalendarRegister> {
  constructor(
    recording: Recording,
    /** The calendars by which this process counts. */
    readonly inForce: AnnouncedCalendars,
  ) {
    super(recording, CALENDAR_CATEGORY, calendarRegisterDecider);
  }

  override async act(
    id: Register,
    command: CalendarRegisterCommand,
    context: CommandContext,
  ): Promise<CommandOutcome<CalendarRegister>> {
    const outcome = await super.act(id, command, context);
    if (outcome.kind === 'done') await this.inForce.refresh();
    return outcome;
  }
}
