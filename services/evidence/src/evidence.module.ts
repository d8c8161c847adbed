import { type DynamicModule, Module } from '@nestjs/common';
import { outagesIn } from '@parley/contracts';
import type { Facts } from '@parley/messaging';
import {
  actsOf,
  LateClaims,
  LateReadings,
  LOGGER,
  ownReadsOf,
  Reading,
  ReadsLog,
  type ServicePorts,
} from '@parley/http';
import { ownSecret } from '@parley/processes';
import type { Logger } from 'pino';
import { AskedEvidence } from './casefile/asked-evidence.http';
import { ContentController, ExhibitActsController } from './exhibits/exhibit-acts.controller';
import { DisclosureController, ReadsController } from './disclosure/disclosure.controller';
import { DocumentsController } from './documents/documents.controller';
import { EvidenceLateEntriesController } from './late-entries/late-entries.controller';
import { DocumentTranslationsController, TranslationsController } from './translations/translations.controller';
import { EvidenceGate, PARTIES } from './casefile/casefile.http';
import { ExhibitsController } from './exhibits/exhibits.controller';
import { ExhibitsTogetherController } from './exhibits/exhibits-together.controller';
import { LoansController } from './loans/loans.controller';
import { ReadersController } from './readers/readers.controller';
import { TranslationActs } from './translations/translations.http';
import { UploadsController } from './uploads/uploads.controller';
import { Casefiles } from './casefile/casefiles';
import { FileExhibitHandler } from './exhibits/file-exhibit';
import { ExhibitBytes } from './exhibits/sound-bytes';
import { Redactions } from './public-version/check-redaction';
import { Uploads } from './uploads/uploads';

@Module({})
export class EvidenceModule {
  static with(
    { database, blobs, clock, parties, ...ports }: ServicePorts,
    casefiles: Casefiles,
    facts: Facts,
  ): DynamicModule {
    const uploads = new Uploads(database, blobs);
    const exhibitBytes = (logger: Logger): ExhibitBytes =>
      new ExhibitBytes(blobs, casefiles, clock, (damage, error) =>
        logger.error({ ...damage, ...(error === undefined ? {} : { err: error }) }, 'exhibit found corrupt'),
      );
    return {
      module: EvidenceModule,
      controllers: [
        ownReadsOf('evidence'),
        actsOf({ part: 'evidence', path: 'v1/cases/:caseId/evidence', gate: AskedEvidence }),
        UploadsController,
        ExhibitsController,
        ExhibitsTogetherController,
        ExhibitActsController,
        ContentController,
        TranslationsController,
        DocumentsController,
        DocumentTranslationsController,
        ReadersController,
        LoansController,
        EvidenceLateEntriesController,
        DisclosureController,
        ReadsController,
      ],
      providers: [
        { provide: Casefiles, useValue: casefiles },
        { provide: Uploads, useValue: uploads },
        {
          provide: FileExhibitHandler,
          useValue: new FileExhibitHandler(casefiles, uploads, new Redactions(blobs), ownSecret(ports)),
        },
        { provide: LateClaims, useValue: new LateClaims(blobs, 'lateentries', outagesIn(facts)) },
        { provide: ReadsLog, useValue: new ReadsLog(database) },
        { provide: ExhibitBytes, useFactory: exhibitBytes, inject: [LOGGER] },
        { provide: PARTIES, useValue: parties },
        EvidenceGate,
        AskedEvidence,
        TranslationActs,
        Reading,
        LateReadings,
      ],
    };
  }
}
