import { type DynamicModule, Module } from '@nestjs/common';
import type { JointCalendar } from '@parley/procedure';
import { ENQUIRY_CALENDAR, ProcedureController } from './procedure.controller';

/** The routes by which anybody reads the rules of procedure and asks about deadlines. */
@Module({})
export class ProcedureModule {
  /** @param calendar of both parties, by which an enquiry is counted */
  static on(calendar: JointCalendar): DynamicModule {
    return { module: ProcedureModule, controllers: [ProcedureController], providers: [{ provide: ENQUIRY_CALENDAR, useValue: calendar }] };
  }
}
