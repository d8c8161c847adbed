import { ENQUIRY_CALENDAR, ENQUIRY_RULES, EnquiryController, type ServicePorts } from '@parley/http';
import type { IntakePart } from '../../intake.module';
import { Calendars } from './calendars';
import { CalendarsController } from './calendars.controller';

/** The register of calendars, and what a deadline would be by those in force. */
export const calendarsPart = (ports: ServicePorts): IntakePart => ({
  controllers: [CalendarsController, EnquiryController],
  providers: [
    { provide: Calendars, useValue: new Calendars(ports, ports.calendars) },
    { provide: ENQUIRY_CALENDAR, useValue: () => ports.calendars.current() },
    { provide: ENQUIRY_RULES, useValue: ports.clocksOf },
  ],
});
