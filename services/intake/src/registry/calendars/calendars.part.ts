import type { Provider, Type } from '@nestjs/common';
import { ENQUIRY_CALENDAR, ENQUIRY_RULES, EnquiryController, type ServicePorts } from '@parley/http';
import { CalendarsController } from './calendars.controller';
import { CalendarDesk } from './calendar-desk';

/** The register of calendars, and what a deadline would be by those in force. */
export class CalendarsPart {
  readonly desk: CalendarDesk;
  readonly controllers: readonly Type[] = [CalendarsController, EnquiryController];

  constructor(private readonly ports: ServicePorts) {
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
}
