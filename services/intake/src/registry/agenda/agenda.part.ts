import type { Provider, Type } from '@nestjs/common';
import { CURSORS, type CursorCodec, type ServicePorts, type ServiceWork } from '@parley/http';
import type { ReadModel } from '@parley/projections';
import { AgendaController, CaseAgendaController, OwnFeedsController } from './agenda.controller';
import { AgendaList } from './agenda.http';
import { CalendarFeedsController } from './calendar-feeds.controller';
import { Agenda } from './agenda.table';
import type { NoticesPart } from '../notices/notices.part';
import { agendaProjection, CalendarFeeds } from './calendar-feeds.table';

/** What is due from whom: the deadlines of all contexts, as their notices tell of them. */
export class AgendaPart {
  readonly agenda: ReadModel;
  readonly controllers: readonly Type[] = [
    AgendaController,
    CaseAgendaController,
    OwnFeedsController,
    CalendarFeedsController,
  ];

  constructor(
    private readonly ports: ServicePorts,
    { registers: { sources } }: NoticesPart,
    work: ServiceWork,
  ) {
    this.agenda = work.table(agendaProjection(sources));
  }

  get providers(): readonly Provider[] {
    const { database, store, clocksOf } = this.ports;
    const agenda = new Agenda(database);
    return [
      { provide: CalendarFeeds, useValue: new CalendarFeeds(database) },
      {
        provide: AgendaList,
        useFactory: (cursors: CursorCodec) => new AgendaList(agenda, this.agenda, store, cursors, clocksOf),
        inject: [CURSORS],
      },
    ];
  }
}
