import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import {
  actsOf,
  CASES_BY_NUMBER,
  CURSORS,
  ownReadsOf,
  Reading,
  ReadsLog,
  type CursorCodec,
  type ServicePorts,
  type ServiceWorker,
} from '@parley/http';
import type { OwnReaction } from '@parley/processes';
import type { ReadModel } from '@parley/projections';
import { CaseGate } from './case/case-gate.http';
import { CaseList, changesOfACase, CLOCKS_OF, PARTIES } from './case/case-list.http';
import { CaseReadsController, ExchangeController } from './case/case.controller';
import { CasesController } from './case/filing/filing.controller';
import { CompletenessController } from './case/completeness/completeness.controller';
import { CallTimesController } from './case/consultations/call-times.controller';
import { JointProposalController } from './case/consultations/joint-proposal.controller';
import { ConsultationsController } from './case/consultations/consultations.controller';
import { ChannelGate } from './case/without-prejudice/channel.http';
import { ConsultingGate } from './case/consultations/consulting.http';
import { ContactController } from './registry/persons/persons.controller';
import { DraftsController } from './case/drafts/drafts.controller';
import { RepudiationDesk } from './case/repudiation/repudiation-desk.http';
import { RepudiationsController } from './case/repudiation/repudiations.controller';
import { LettersController } from './case/letters/letters.controller';
import { SummariesController } from './case/summaries/summaries.controller';
import { WithoutPrejudiceController } from './case/without-prejudice/without-prejudice.controller';
import { Cases, Channels, Contacts, type IntakeRepositories } from './repositories';
import { Letters } from './case/letters/letters';
import { Drafts } from './case/drafts/drafts.table';
import { FileCaseHandler } from './case/filing/file-case';
import { FilingDesk } from './case/filing/filing-desk.http';
import { KnownBeforeFiling } from './case/filing/known-before-filing';
import { UnheardTexts } from './case/filing/unheard-texts';
import { PanelSeats } from './case/outcome/outcome.table';
import { AwaitedRegistration } from './case/registration/awaited-registration';
import { DocketRegister } from './case/registration/docket-register';
import { BarredClaims } from './case/refiling/barred-claims';
import { Persons } from './registry/persons/persons.table';

/** A part of the intake: its routes, what they need, and the work behind them. */
export interface IntakePart {
  readonly reactions?: readonly OwnReaction[];
  readonly workers?: Readonly<Record<string, ServiceWorker>>;
  readonly controllers: readonly Type[];
  readonly providers: readonly Provider[];
}

/** The intake's routes over its ports. */
@Module({})
export class IntakeModule {
  static with(
    ports: ServicePorts,
    { cases, contacts, letters, channels }: IntakeRepositories,
    caseList: ReadModel,
    parts: readonly IntakePart[],
  ): DynamicModule {
    if (!ports.signer) throw new Error('the service that gives receipts was given no key to sign them with');
    const persons = new Persons(ports.database);
    const docket = new DocketRegister(ports.store);
    const bars = new BarredClaims(cases, ports.clocksOf);
    const before = new KnownBeforeFiling(ports.database, new UnheardTexts(ports.store, caseList));
    const filings = new FileCaseHandler(cases, persons, ports.signer, before, bars, ports.clocksOf);
    const caseOf = docket.caseOf.bind(docket);
    return {
      module: IntakeModule,
      controllers: [
        ownReadsOf('intake'),
        actsOf({ part: 'case', path: 'v1/cases/:caseId', gate: CaseGate }),
        CallTimesController,
        CasesController,
        ConsultationsController,
        JointProposalController,
        CaseReadsController,
        CompletenessController,
        ContactController,
        ExchangeController,
        DraftsController,
        WithoutPrejudiceController,
        SummariesController,
        LettersController,
        RepudiationsController,
        ...changesOfACase.controllers,
        ...parts.flatMap(({ controllers }) => controllers),
      ],
      providers: [
        { provide: Cases, useValue: cases },
        { provide: Contacts, useValue: contacts },
        { provide: Letters, useValue: letters },
        { provide: Channels, useValue: channels },
        { provide: Persons, useValue: persons },
        { provide: PanelSeats, useValue: new PanelSeats(ports.database) },
        { provide: Drafts, useValue: new Drafts(ports.database) },
        { provide: FileCaseHandler, useValue: filings },
        {
          provide: FilingDesk,
          useValue: new FilingDesk(filings, cases, persons, ports.parties, caseOf),
        },
        { provide: BarredClaims, useValue: bars },
        { provide: AwaitedRegistration, useValue: new AwaitedRegistration(ports.store, cases) },
        { provide: CASES_BY_NUMBER, useValue: caseOf },
        { provide: PARTIES, useValue: ports.parties },
        { provide: CLOCKS_OF, useValue: ports.clocksOf },
        {
          provide: CaseList,
          useFactory: (cursors: CursorCodec) => new CaseList(ports.database, caseList, ports.store, cursors),
          inject: [CURSORS],
        },
        { provide: ReadsLog, useValue: new ReadsLog(ports.database) },
        CaseGate,
        ConsultingGate,
        ChannelGate,
        RepudiationDesk,
        Reading,
        ...changesOfACase.providers,
        ...parts.flatMap(({ providers }) => providers),
      ],
    };
  }
}
