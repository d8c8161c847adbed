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
import { BLOBS, REBUILD } from './api/tokens';
import type { RebuildDossier } from './application/rebuild-dossier';
import { ReferralDesk } from './application/referral-desk';

/** The routes of the referral over its ports. */
@Module({})
export class ReferralModule {
  static with({ blobs, database }: ServicePorts, desk: ReferralDesk, rebuild: RebuildDossier): DynamicModule {
    return {
      module: ReferralModule,
      controllers: [ReferralController, DossiersController, DossierContentController, DossierReadsController, DossierRebuildController, ForumsController],
      providers: [
        { provide: ReferralDesk, useValue: desk },
        { provide: BLOBS, useValue: blobs },
        { provide: REBUILD, useValue: rebuild },
        { provide: ReadsLog, useValue: new ReadsLog(database) },
        ReferralGate,
        DossierFiles,
        Reading,
      ],
    };
  }
}
