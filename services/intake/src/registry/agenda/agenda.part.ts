import {
  CASES_BY_NUMBER,
  CURSORS,
  type CasesByNumber,
  type CursorCodec,
  type ServicePorts,
  type ServiceWork,
} from '@parley/http';
import type { ReadModel } from '@parley/projections';
import type { IntakePart } from '../../intake.module';
import type { PartyRegisters } from '../../repositories';
import type { NoticeSources } from '../notices/notice-sources';
import { AgendaController, CaseAgendaController, OwnFeedsController } from './agenda.controller';
import { AgendaList } from './agenda.http';
import { Agenda } from './agenda.table';
import { CalendarFeedsController } from './calendar-feeds.controller';
import { agendaProjection, CalendarFeeds } from './calendar-feeds.table';

/** What is due from whom: the deadlines of all contexts, as their notices tell them. */
export function agendaPart(
  { database, store, clocksOf, clock }: ServicePorts,
  parties: PartyRegisters,
  sources: NoticeSources,
  work: ServiceWork,
): IntakePart & { readonly agenda: ReadModel } {
  const agenda = work.table(agendaProjection(sources));
  return {
    agenda,
    controllers: [AgendaController, CaseAgendaController, OwnFeedsController, CalendarFeedsController],
    providers: [
      { provide: CalendarFeeds, useValue: new CalendarFeeds(database) },
      {
        provide: AgendaList,
        useFactory: (cursors: CursorCodec, caseOf: CasesByNumber) =>
          new AgendaList(new Agenda(database), agenda, store, cursors, caseOf, clocksOf, parties, clock),
        inject: [CURSORS, CASES_BY_NUMBER],
      },
    ],
  };
}
