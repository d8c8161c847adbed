import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { hasRole, refusals as accessRefusals, type Caller } from '@parley/access';
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
import { EvidenceGate, notFound } from './evidence-gate';

/** Who read what is not public (I-40): for auditors of either side. */
@ApiTags('Evidence')
@Controller('v1/cases/:caseId/exhibits/:number/reads')
export class ReadsController {
  constructor(
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
    @Inject(ReadsLog) private readonly log: ReadsLog,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @Roles({ rule: 'I-40' }, 'auditor')
  @ApiOperation({
    summary: 'See who has read an exhibit that is not public',
    description: 'Newest first: person, tier, purpose, instant.',
  })
  @ApiParam({ name: 'number', description: 'Number of the exhibit.', example: 'USA-1' })
  @ApiOkResponse({ type: ReadsShown })
  @Refuses(accessRefusals.notFound)
  async reads(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('number') number: string,
    @Query() page: ReadsRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<ReadsShown> {
    const { extent } = await this.gate.openExhibit(caseId, number, caller);
    if (extent !== 'whole' || !hasRole(caller, 'auditor')) throw notFound();
    return showReads(this.log, this.cursors, caseId, page, { subject: number });
  }
}
