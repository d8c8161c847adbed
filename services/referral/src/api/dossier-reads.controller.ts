import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
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
import { refusals } from '../domain/refusals';
import { ReferralGate } from './referral-gate';

/** A dossier as the log of reads names it. */
export const dossierSubject = (n: number): string => `dossier ${String(n)}`;

/** Who read a dossier (I-40): for auditors of either side. */
@ApiTags('Referral')
@Controller('v1/cases/:caseId/referral/dossiers/:n/reads')
export class DossierReadsController {
  constructor(
    @Inject(ReferralGate) private readonly gate: ReferralGate,
    @Inject(ReadsLog) private readonly log: ReadsLog,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @Roles({ rule: 'I-40' }, 'auditor')
  @ApiParam({ name: 'n', description: 'Number of the dossier in its case.', example: '1' })
  @ApiOperation({
    summary: 'See who has read a dossier',
    description: 'Newest first: person, document, purpose, instant.',
  })
  @ApiOkResponse({ type: ReadsShown })
  @Refuses(refusals.noSuchDossier, accessRefusals.notFound)
  async reads(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('n') number: string,
    @Query() page: ReadsRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<ReadsShown> {
    const { dossier } = await this.gate.openDossier(caseId, number, caller);
    return showReads(this.log, this.cursors, caseId, page, { subject: dossierSubject(dossier.n) });
  }
}
