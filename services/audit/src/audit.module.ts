import { type DynamicModule, Module } from '@nestjs/common';
import { Reading, ReadsLog } from '@parley/http';
import { AuditApi } from './api/audit-api';
import { CaseHistoryController } from './api/case-history.controller';
import { RecordCompletenessController } from './api/completeness.controller';
import { DocketController } from './api/docket.controller';
import { DocketPagesController } from './api/docket-pages.controller';
import { DocketFeedsController } from './api/feeds/docket-feeds.controller';
import { HistoryGate } from './api/history-gate';
import { HistoryReadsController } from './api/history-reads.controller';

/** The audit's routes. */
@Module({})
export class AuditModule {
  static with(api: AuditApi): DynamicModule {
    return {
      module: AuditModule,
      controllers: [
        DocketController,
        DocketFeedsController,
        DocketPagesController,
        CaseHistoryController,
        RecordCompletenessController,
        HistoryReadsController,
      ],
      providers: [
        { provide: AuditApi, useValue: api },
        { provide: ReadsLog, useValue: api.reads },
        HistoryGate,
        Reading,
      ],
    };
  }
}
