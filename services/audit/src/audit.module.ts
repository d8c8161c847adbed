import { type DynamicModule, Module } from '@nestjs/common';
import { AuditApi } from './api/audit-api';
import { CaseHistoryController } from './api/case-history.controller';
import { DocketController } from './api/docket.controller';
import { DocketPagesController } from './api/docket-pages.controller';

/** The audit's routes. */
@Module({})
export class AuditModule {
  static with(api: AuditApi): DynamicModule {
    return {
      module: AuditModule,
      controllers: [DocketController, DocketPagesController, CaseHistoryController],
      providers: [{ provide: AuditApi, useValue: api }],
    };
  }
}
