import type { Provider, Type } from '@nestjs/common';
import { ENQUIRY_CALENDAR, ENQUIRY_RULES, EnquiryController, type ServicePorts } from '@parley/http';
import { CalendarsController } from './calendars.controller';
import { Calendars } from './calendars';

/** The register of calendars, and what a deadline would be by those in force. */
export class CalendarsPart {
  readonly register: Calendars;
  readonly controllers: readonly Type[] = [CalendarsController, EnquiryController];

  constructor(private readonly ports: ServicePorts) {
    this.register = new Calendars(ports, ports.calendars);
  }

  get providers(): readonly Provider[] {
    const { calendars, clocksOf } = this.ports;
    return [
      { provide: Calendars, useValue: this.register },
      { provide: ENQUIRY_CALENDAR, useValue: () => calendars.current() },
      { provide: ENQUIRY_RULES, useValue: clocksOf },
    ];
  }
}
