import { type DynamicModule, Module } from '@nestjs/common';
import { outagesIn } from '@parley/contracts';
import type { Facts } from '@parley/messaging';
import {
  actsOf,
  CURSORS,
  LateClaims,
  LateReadings,
  ownReadsOf,
  Reading,
  ReadsLog,
  type CursorCodec,
  type ServicePorts,
} from '@parley/http';
import type { ReadModel } from '@parley/projections';
import { AgreementGate, AgreementList } from './compliance/compliance.http';
import { AgreementsController } from './compliance/agreements.controller';
import { ObligationsController } from './compliance/compliance.controller';
import { ComplianceController } from './compliance/dashboard.controller';
import {
  DossierContentController,
  DossierReadsController,
  DossierRebuildController,
} from './dossier/dossier-content.controller';
import { DossierFiles } from './dossier/dossier-files.http';
import { DossiersController } from './dossier/dossier.controller';
import { ReportLateEntriesController, SettlementLateEntriesController } from './late-entries/late-entries.controller';
import { ForumEventsController } from './transmission/transmission.controller';
import { ForumsController } from './forums/forums.controller';
import { BLOBS, REBUILD, ReferralGate, SIGNATORIES } from './referral/referral.http';
import { ReferralController } from './referral/referral.controller';
import { AgreementRepudiationsController } from './repudiation/agreement-repudiations.controller';
import {
  ReferralRepudiationsController,
  SettlementRepudiationsController,
} from './repudiation/repudiations.controller';
import { ConciliatorsController } from './settlement/conciliators.controller';
import { SettlementController } from './settlement/settlement.controller';
import { SettlementReadsController } from './settlement/settlement-reads.controller';
import { SettlementGate } from './settlement/settlement.http';
import type { RebuildDossier } from './dossier/rebuild-dossier';
import { Agreements, Referrals, Settlements, type ReferralRepositories } from './referral/repositories';
import { AgreementReader } from './compliance/compliance.table';

@Module({})
export class ReferralModule {
  static with(
    { blobs, database, store, parties }: ServicePorts,
    { referrals, settlements, agreements }: ReferralRepositories,
    rebuild: RebuildDossier,
    list: ReadModel,
    facts: Facts,
  ): DynamicModule {
    return {
      module: ReferralModule,
      controllers: [
        ownReadsOf('referral'),
        actsOf({ part: 'referral', path: 'v1/cases/:caseId/referral', gate: ReferralGate }),
        ReferralController,
        ReferralRepudiationsController,
        SettlementRepudiationsController,
        DossiersController,
        DossierContentController,
        DossierReadsController,
        DossierRebuildController,
        ForumsController,
        ForumEventsController,
        SettlementController,
        SettlementReadsController,
        ConciliatorsController,
        ComplianceController,
        AgreementsController,
        ObligationsController,
        AgreementRepudiationsController,
        SettlementLateEntriesController,
        ReportLateEntriesController,
      ],
      providers: [
        { provide: Referrals, useValue: referrals },
        { provide: Settlements, useValue: settlements },
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
        { provide: LateClaims, useValue: new LateClaims(blobs, 'lateentries', outagesIn(facts)) },
        { provide: ReadsLog, useValue: new ReadsLog(database) },
        ReferralGate,
        SettlementGate,
        AgreementGate,
        DossierFiles,
        Reading,
        LateReadings,
      ],
    };
  }
}
