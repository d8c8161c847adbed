import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
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
import { SettlementGate } from './settlement.http';

/** The name of a settlement's texts in the log of reads. */
export const SETTLEMENT_SUBJECT = 'settlement';

/** Shows auditors of either side who read what was tabled without prejudice (I-40). */
@ApiTags('Settlement')
@Controller('v1/cases/:caseId/settlement/reads')
export class SettlementReadsController {
  constructor(
    @Inject(SettlementGate) private readonly gate: SettlementGate,
    @Inject(ReadsLog) private readonly log: ReadsLog,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @Roles({ rule: 'I-40' }, 'auditor')
  @Logged({ subject: 'reads of settlement', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'See who has read the texts of a settlement',
    description: 'Newest first: person, text, purpose, instant.',
  })
  @ShownReads()
  @Refuses(accessRefusals.notFound)
  async listReadsOfSettlement(
    @UuidParam('caseId') caseId: CaseId,
    @Query() page: ListRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<PageShown<ReadShown>> {
    await this.gate.open(caseId, caller);
    return showReads(this.log, this.cursors, caseId, page, { subject: SETTLEMENT_SUBJECT });
  }
}
