import { type DynamicModule, Module } from '@nestjs/common';
import { LOGGER, Reading, ReadsLog, type ServicePorts } from '@parley/http';
import type { Logger } from 'pino';
import { ContentController } from './api/content.controller';
import { DisclosureController } from './api/disclosure.controller';
import { DocumentsController } from './api/documents.controller';
import { EvidenceEntriesController } from './api/fallback/evidence-entries.controller';
import { DocumentTranslationsController } from './api/document-translations.controller';
import { EvidenceGate } from './api/evidence-gate';
import { ExhibitActsController } from './api/exhibit-acts.controller';
import { ExhibitsController } from './api/exhibits.controller';
import { LoansController } from './api/loans.controller';
import { ReadersController } from './api/readers.controller';
import { ReadsController } from './api/reads.controller';
import { PARTIES } from './api/tokens';
import { TranslationActs } from './api/translation-acts';
import { TranslationsController } from './api/translations.controller';
import { UploadsController } from './api/uploads.controller';
import { EvidenceDesk } from './application/evidence-desk';
import { FileExhibitHandler } from './application/file-exhibit.handler';
import { ExhibitBytes } from './application/reading/exhibit-bytes';
import { Redactions } from './application/redaction/redactions';
import { Uploads } from './application/uploads/uploads';

/** The routes of evidence over its ports. */
@Module({})
export class EvidenceModule {
  static with({ database, blobs, clock, parties, derivationKey }: ServicePorts, desk: EvidenceDesk): DynamicModule {
    const uploads = new Uploads(database, blobs);
    const exhibitBytes = (logger: Logger): ExhibitBytes =>
      new ExhibitBytes(blobs, desk, clock, (damage, error) =>
        logger.error({ ...damage, ...(error === undefined ? {} : { err: error }) }, 'exhibit found corrupt'),
      );
    return {
      module: EvidenceModule,
      controllers: [
        UploadsController,
        ExhibitsController,
        ExhibitActsController,
        ContentController,
        TranslationsController,
        DocumentsController,
        DocumentTranslationsController,
        ReadersController,
        LoansController,
        EvidenceEntriesController,
        DisclosureController,
        ReadsController,
      ],
      providers: [
        { provide: EvidenceDesk, useValue: desk },
        { provide: Uploads, useValue: uploads },
        {
          provide: FileExhibitHandler,
          useValue: new FileExhibitHandler(desk, uploads, new Redactions(blobs), derivationKey),
        },
        { provide: ReadsLog, useValue: new ReadsLog(database) },
        { provide: ExhibitBytes, useFactory: exhibitBytes, inject: [LOGGER] },
        { provide: PARTIES, useValue: parties },
        EvidenceGate,
        TranslationActs,
        Reading,
      ],
    };
  }
}
