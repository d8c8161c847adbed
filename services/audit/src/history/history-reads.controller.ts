import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals, type Caller } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  CurrentCaller,
  CURSORS,
  CursorCodec,
  Logged,
  ReadsLog,
  ListRequest,
  ShownReads,
  type PageShown,
  type ReadShown,
  Refuses,
  showReads,
  UuidParam,
} from '@parley/http';
import { HistoryGate } from './case-state.response';

/** Who read the history of a case (I-40): for auditors of either side. */
@ApiTags('History')
@Controller('v1/cases/:caseId/history/reads')
export class HistoryReadsController {
  constructor(
    @Inject(HistoryGate) private readonly gate: HistoryGate,
    @Inject(ReadsLog) private readonly log: ReadsLog,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @Roles({ rule: 'I-40' }, 'auditor')
  @Logged({ subject: 'reads of history', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'See who has read the history of a case',
    description: 'Newest first.',
  })
  @ShownReads()
  @Refuses(refusals.notFound)
  async listReadsOfHistory(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() page: ListRequest,
  ): Promise<PageShown<ReadShown>> {
    await this.gate.open(caseId, caller);
    // A read of the deliberation tells who took part in it, which only its members may know (I-14).
    return showReads(this.log, this.cursors, caseId, page, { without: ['DELIBERATION'] });
  }
}
