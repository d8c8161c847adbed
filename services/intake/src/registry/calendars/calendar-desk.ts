import {
  derivedUuid,
  handleCommand,
  readState,
  sha256,
  type CommandContext,
  type CommandOutcome,
  type EventStore,
  type RulesInForce,
} from '@parley/event-store';
import { canonicalJson, type Sha256 } from '@parley/kernel';
import { announcedIn, calendarStream, type AnnouncedCalendars } from '@parley/processes';
import {
  calendarRegisterDecider,
  type CalendarRegister,
  type CalendarRegisterCommand,
  type YearNotice,
} from './calendars.rules';

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
    if (outcome.kind !== 'done') return outcome;
    for (const recorded of outcome.events) {
      const announced = announcedIn(recorded);
      if (announced) this.calendars.learn(announced);
    }
    return outcome;
  }

  async register(): Promise<CalendarRegister> {
    return (await readState(this.store, calendarRegisterDecider, calendarStream)).state;
  }
}
