import { type DynamicModule, Module } from '@nestjs/common';
import { Reading, ReadsLog, type ServicePorts } from '@parley/platform';
import { DossierContentController } from './api/dossier-content.controller';
import { DossierFiles } from './api/dossier-files';
import { DossierReadsController } from './api/dossier-reads.controller';
import { DossiersController } from './api/dossiers.controller';
import { ForumsController } from './api/forums.controller';
import { ReferralGate } from './api/referral-gate';
import { ReferralController } from './api/referral.controller';
import { DossierRebuildController } from './api/dossier-rebuild.controller';
import { SettlementController } from './api/settlement/settlement.controller';
import { SettlementReadsController } from './api/settlement/settlement-reads.controller';
import { SettlementGate } from './api/settlement/settlement-gate';
import { BLOBS, REBUILD } from './api/tokens';
import type { RebuildDossier } from './application/rebuild-dossier';
import { ReferralDesk } from './application/referral-desk';
import { SettlementDesk } from './application/settlement-desk';
import type { ReferralDesks } from './referral-desks';

/** The routes of the referral over its ports. */
@Module({})
export class ReferralModule {
  static with({ blobs, database }: ServicePorts, { desk, settlements }: ReferralDesks, rebuild: RebuildDossier): DynamicModule {
    return {
      module: ReferralModule,
      controllers: [
        ReferralController,
        DossiersController,
        DossierContentController,
        DossierReadsController,
        DossierRebuildController,
        ForumsController,
        SettlementController,
        SettlementReadsController,
      ],
      providers: [
        { provide: ReferralDesk, useValue: desk },
        { provide: SettlementDesk, useValue: settlements },
        { provide: BLOBS, useValue: blobs },
        { provide: REBUILD, useValue: rebuild },
        { provide: ReadsLog, useValue: new ReadsLog(database) },
        ReferralGate,
        SettlementGate,
        DossierFiles,
        Reading,
      ],
    };
  }
}
