import type { Provider, Type } from '@nestjs/common';
import { categoryOf, streamIdOf } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import { ENQUIRY_CALENDAR, ENQUIRY_RULES, EnquiryController, type ServicePorts, type ServiceWork } from '@parley/http';
import type { DeadlineTimers, RecountingOptions, RunningReaction } from '@parley/processes';
import { CalendarsController } from './calendars.controller';
import { announcedIn, CALENDAR_CATEGORY, CalendarDesk } from './calendar-desk';
import { type Cases } from '../../repositories';
import { CASE_CATEGORY, SERVICE_CATEGORY } from '../../streams';
import type { NoticesPart } from '../notices/notices.part';

/**
 * The register of calendars, what each case makes of an announcement, and what a deadline would be by those in force.
 */
export class CalendarsPart {
  readonly desk: CalendarDesk;
  readonly controllers: readonly Type[] = [CalendarsController, EnquiryController];

  constructor(
    private readonly ports: ServicePorts,
    private readonly cases: Cases,
    private readonly notices: NoticesPart,
  ) {
    this.desk = new CalendarDesk(ports.store, ports.calendars, ports.ruleSetVersion);
  }

  get providers(): readonly Provider[] {
    const { calendars, clocksOf } = this.ports;
    return [
      { provide: CalendarDesk, useValue: this.desk },
      { provide: ENQUIRY_CALENDAR, useValue: () => calendars.current() },
      { provide: ENQUIRY_RULES, useValue: clocksOf },
    ];
  }

  /**
   * What counts anew what the intake itself counts in working days: its cases, and the times to retrieve a notice. A
   * hotline counts hours.
   * @returns the reaction to announcements: no default comes before it is done
   */
  recounting(timers: Pick<DeadlineTimers, 'idle'>, work: ServiceWork): RunningReaction {
    const recounting = work.recounting({
      timers,
      categories: [CASE_CATEGORY, SERVICE_CATEGORY],
      recount: this.recount,
    });
    return work.react({
      name: 'calendars',
      categories: [CALENDAR_CATEGORY],
      concerns: (event) => announcedIn(event) !== undefined,
      react: (event) => recounting.countAnew(event.occurredAt, { kind: 'event', id: event.eventId }),
    });
  }

  private readonly recount: RecountingOptions['recount'] = (stream: string, note, asked) => {
    const [caseId, proceeding] = [streamIdOf(stream) as CaseId, { ...asked, process: 'calendars' }];
    return categoryOf(stream) === SERVICE_CATEGORY
      ? this.notices.registers.proceed(caseId, { ...note, type: 'NoteServiceCalendar' }, proceeding)
      : this.cases.proceed(caseId, note, proceeding);
  };
}
