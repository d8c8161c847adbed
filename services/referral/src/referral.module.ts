import { type DynamicModule, Module } from '@nestjs/common';
import { CURSORS, Reading, ReadsLog, type CursorCodec, type ServicePorts } from '@parley/http';
import type { ReadModel } from '@parley/projections';
import { AgreementGate } from './api/compliance/agreement-gate';
import { AgreementList } from './api/compliance/agreement-list';
import { AgreementsController } from './api/compliance/agreements.controller';
import { ComplianceController } from './api/compliance/compliance.controller';
import { ObligationsController } from './api/compliance/obligations.controller';
import { DossierContentController } from './api/dossier-content.controller';
import { DossierFiles } from './api/dossier-files';
import { DossierReadsController } from './api/dossier-reads.controller';
import { DossiersController } from './api/dossiers.controller';
import { DossierEntriesController } from './api/fallback/dossier-entries.controller';
import { ReportEntriesController } from './api/fallback/report-entries.controller';
import { SettlementEntriesController } from './api/fallback/settlement-entries.controller';
import { ForumEventsController } from './api/forum-events.controller';
import { ForumsController } from './api/forums.controller';
import { ReferralGate } from './api/referral-gate';
import { ReferralController } from './api/referral.controller';
import { DossierRebuildController } from './api/dossier-rebuild.controller';
import { SettlementController } from './api/settlement/settlement.controller';
import { SettlementReadsController } from './api/settlement/settlement-reads.controller';
import { SettlementGate } from './api/settlement/settlement-gate';
import { BLOBS, REBUILD, SIGNATORIES } from './api/tokens';
import { Agreements } from './application/agreement-desk';
import type { RebuildDossier } from './application/rebuild-dossier';
import { ReferralDesk } from './application/referral-desk';
import { SettlementDesk } from './application/settlement-desk';
import { AgreementReader } from './projections/agreement-reader';
import type { ReferralDesks } from './referral-desks';

/** The routes of the referral over its ports. */
@Module({})
export class ReferralModule {
  static with(
    { blobs, database, store, parties }: ServicePorts,
    { desk, settlements, agreements }: ReferralDesks,
    rebuild: RebuildDossier,
    list: ReadModel,
  ): DynamicModule {
    return {
      module: ReferralModule,
      controllers: [
        ReferralController,
        DossiersController,
        DossierContentController,
        DossierReadsController,
        DossierRebuildController,
        ForumsController,
        ForumEventsController,
        SettlementController,
        SettlementReadsController,
        ComplianceController,
        AgreementsController,
        ObligationsController,
        SettlementEntriesController,
        DossierEntriesController,
        ReportEntriesController,
      ],
      providers: [
        { provide: ReferralDesk, useValue: desk },
        { provide: SettlementDesk, useValue: settlements },
        { provide: Agreements, useValue: agreements },
        { provide: SIGNATORIES, useValue: parties.map(({ code }) => code).toSorted() },
        {
          provide: AgreementList,
          useFactory: (cursors: CursorCodec) =>
            new AgreementList(new AgreementReader(database.manager), list, store, cursors),
          inject: [CURSORS],
        },
        { provide: BLOBS, useValue: blobs },
        { provide: REBUILD, useValue: rebuild },
        { provide: ReadsLog, useValue: new ReadsLog(database) },
        ReferralGate,
        SettlementGate,
        AgreementGate,
        DossierFiles,
        Reading,
      ],
    };
  }
}
