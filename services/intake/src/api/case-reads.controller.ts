import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  CurrentCaller,
  CURSORS,
  CursorCodec,
  personOf,
  ReadsLog,
  ReadsRequest,
  ReadsShown,
  Refuses,
  showReads,
  UuidParam,
} from '@parley/http';
import { beginningOfIds } from '../domain/letters/addressing';
import { CaseGate } from './case-gate';

/** Who read the intake's part of a case (I-40): for auditors of either side. */
@ApiTags('Cases')
@Controller('v1/cases/:caseId/reads')
export class CaseReadsController {
  constructor(
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(ReadsLog) private readonly log: ReadsLog,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @Roles({ rule: 'I-40' }, 'auditor')
  @ApiOperation({
    summary: 'See who has read the intake’s part of a case',
    description: 'Newest first: person, tier, purpose, instant.',
  })
  @ApiOkResponse({ type: ReadsShown })
  @Refuses(accessRefusals.notFound)
  async reads(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() page: ReadsRequest,
  ): Promise<ReadsShown> {
    const { parties } = (await this.gate.open(caseId, caller)).state;
    const others = [parties.complainant, parties.respondent].filter((party) => party !== personOf(caller).party);
    // That the other side wrote to the registry alone, and how often, is not this auditor's to know (I-43).
    const withoutSubjects = others.map((party) => beginningOfIds('registry', party));
    return showReads(this.log, this.cursors, caseId, page, { withoutSubjects });
  }
}
