import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import { CURSORS, Reading, ReadsLog, type CursorCodec, type ServicePorts } from '@parley/http';
import type { ReadModel } from '@parley/projections';
import { CaseGate } from './api/case-gate';
import { CaseList } from './api/case-list';
import { CaseReadsController } from './api/case-reads.controller';
import { CasesController } from './api/cases.controller';
import { changesOfACase } from './api/changes-of-a-case';
import { CompletenessController } from './api/completeness.controller';
import { CallTimesController } from './api/consultations/call-times.controller';
import { ConsultationsController } from './api/consultations/consultations.controller';
import { ContactController } from './api/contact.controller';
import { DraftsController } from './api/drafts.controller';
import { ExchangeController } from './api/exchange.controller';
import { CLOCKS_OF, PARTIES } from './api/tokens';
import { LettersController } from './api/letters/letters.controller';
import { SummariesController } from './api/summaries/summaries.controller';
import { WithoutPrejudiceController } from './api/without-prejudice/without-prejudice.controller';
import { CaseDesk } from './application/case-desk';
import { LettersDesk } from './application/letters-desk';
import { WithoutPrejudiceDesk } from './application/without-prejudice-desk';
import { Drafts } from './projections/drafts';
import { FileCaseHandler } from './application/file-case.handler';
import { PanelSeats } from './projections/panel-seats';
import { Persons } from './projections/persons';

/** A part of the intake with routes of its own. */
export interface IntakePart {
  readonly controllers: readonly Type[];
  readonly providers: readonly Provider[];
}

/** The intake's routes over its ports. */
@Module({})
export class IntakeModule {
  static with(ports: ServicePorts, desk: CaseDesk, caseList: ReadModel, parts: readonly IntakePart[]): DynamicModule {
    const persons = new Persons(ports.database);
    return {
      module: IntakeModule,
      controllers: [
        CallTimesController,
        CasesController,
        ConsultationsController,
        CaseReadsController,
        CompletenessController,
        ContactController,
        ExchangeController,
        DraftsController,
        WithoutPrejudiceController,
        SummariesController,
        LettersController,
        ...changesOfACase.controllers,
        ...parts.flatMap(({ controllers }) => controllers),
      ],
      providers: [
        { provide: CaseDesk, useValue: desk },
        { provide: LettersDesk, useValue: new LettersDesk(ports.store) },
        { provide: WithoutPrejudiceDesk, useValue: new WithoutPrejudiceDesk(ports.store) },
        { provide: Persons, useValue: persons },
        { provide: PanelSeats, useValue: new PanelSeats(ports.database) },
        { provide: Drafts, useValue: new Drafts(ports.database) },
        { provide: FileCaseHandler, useValue: new FileCaseHandler(desk, persons, ports.signer) },
        { provide: PARTIES, useValue: ports.parties },
        { provide: CLOCKS_OF, useValue: ports.clocksOf },
        {
          provide: CaseList,
          useFactory: (cursors: CursorCodec) => new CaseList(ports.database, caseList, ports.store, cursors),
          inject: [CURSORS],
        },
        { provide: ReadsLog, useValue: new ReadsLog(ports.database) },
        CaseGate,
        Reading,
        ...changesOfACase.providers,
        ...parts.flatMap(({ providers }) => providers),
      ],
    };
  }
}
