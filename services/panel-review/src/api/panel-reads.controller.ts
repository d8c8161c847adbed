import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  CurrentCaller,
  CURSORS,
  CursorCodec,
  ReadsLog,
  ReadsRequest,
  ReadsShown,
  Refuses,
  showReads,
  UuidParam,
} from '@parley/http';
import { PanelGate } from './panel-gate';

/** Who read the panel's part of a case (I-40): for auditors of either side. */
@ApiTags('Panel')
@Controller('v1/cases/:caseId/panel/reads')
export class PanelReadsController {
  constructor(
    @Inject(PanelGate) private readonly gate: PanelGate,
    @Inject(ReadsLog) private readonly log: ReadsLog,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @Roles({ rule: 'I-40' }, 'auditor')
  @ApiOperation({
    summary: 'See who has read the panel’s part of a case',
    description:
      'Newest first: person, tier, purpose, instant. Reads of the deliberation are there once the findings are issued.',
  })
  @ApiOkResponse({ type: ReadsShown })
  @Refuses(accessRefusals.notFound)
  async reads(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() page: ReadsRequest,
  ): Promise<ReadsShown> {
    const { state } = await this.gate.open(caseId, caller);
    // When its members looked at it tells how the deliberation went (I-14).
    const without = state.stage.name === 'issued' ? [] : (['DELIBERATION'] as const);
    return showReads(this.log, this.cursors, caseId, page, { without });
  }
}
