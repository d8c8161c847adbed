import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { ownReadsOf, Reading, ReadsLog } from '@parley/http';
import { AuditApi, HistoryGate } from './history/case-state.response';
import { CaseHistoryController } from './history/history.controller';
import { RecordCompletenessController } from './completeness/completeness.controller';
import { DocketController } from './docket/docket.controller';
import { DocketPagesController } from './docket/pages/pages.controller';
import { DocketFeedsController } from './docket/feeds/feeds.controller';
import { EventsController } from './events/events.controller';
import { HistoryReadsController } from './history/history-reads.controller';
import { LogController } from './log/log.controller';
import { LogProofController } from './log/log-proof.controller';
import { WebhooksController } from './webhooks/webhooks.controller';

@Module({})
export class AuditModule {
  static with(api: AuditApi, providers: readonly Provider[]): DynamicModule {
    return {
      module: AuditModule,
      controllers: [
        LogController,
        LogProofController,
        DocketController,
        DocketFeedsController,
        DocketPagesController,
        CaseHistoryController,
        RecordCompletenessController,
        HistoryReadsController,
        EventsController,
        WebhooksController,
        ownReadsOf('webhooks'),
      ],
      providers: [
        { provide: AuditApi, useValue: api },
        { provide: ReadsLog, useValue: api.reads },
        HistoryGate,
        Reading,
        ...providers,
      ],
    };
  }
}
