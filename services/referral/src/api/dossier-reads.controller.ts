import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { CurrentCaller, CURSORS, CursorCodec, limitOf, Refuses, Roles, UuidParam } from '@parley/platform';
import { refusals } from '../domain/refusals';
import { ReadsLog } from '../projections/reads-log';
import { DossierReadsRequest } from './dossier-reads.request';
import { DossierReadsShown } from './dossier-reads.response';
import { ReferralGate } from './referral-gate';

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
  @ApiOperation({ summary: 'See who has read a dossier', description: 'Newest first: person, document, purpose, instant.' })
  @ApiOkResponse({ type: DossierReadsShown })
  @Refuses(refusals.noSuchDossier, accessRefusals.notFound)
  async reads(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('n') number: string,
    @Query() page: DossierReadsRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<DossierReadsShown> {
    const { dossier } = await this.gate.openDossier(caseId, number, caller);
    const scope = `reads of dossier ${number} in ${caseId}`;
    const before = page.cursor === undefined ? null : String(this.cursors.open(scope, page.cursor));
    const limit = limitOf(page);
    const reads = await this.log.page(caseId, dossier.n, limit + 1, before);
    const shown = reads.slice(0, limit);
    const last = reads.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(({ readId: _serial, at, ...read }) => ({ ...read, at: at.toISOString() })),
      next: last ? this.cursors.seal(scope, last.readId) : null,
    };
  }
}
