import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { hasRole, refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { CurrentCaller, CURSORS, CursorCodec, limitOf, Refuses, Roles, UuidParam } from '@parley/platform';
import { ReadsLog, type Read } from '../application/reading/reads-log';
import { EvidenceGate, notFound } from './evidence-gate';
import { ExhibitPageRequest } from './exhibit-page.request';
import { ReadsShown, type ReadShown } from './exhibit.response';

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
  @ApiOperation({ summary: 'See who has read an exhibit that is not public', description: 'Newest first: person, tier, purpose, instant.' })
  @ApiParam({ name: 'number', description: 'Number of the exhibit.', example: 'USA-1' })
  @ApiOkResponse({ type: ReadsShown })
  @Refuses(accessRefusals.notFound)
  async reads(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('number') number: string,
    @Query() page: ExhibitPageRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<ReadsShown> {
    const { extent } = await this.gate.openExhibit(caseId, number, caller);
    if (extent !== 'whole' || !hasRole(caller, 'auditor')) throw notFound();
    const scope = `reads of ${number} in ${caseId}`;
    const before = page.cursor === undefined ? null : String(this.cursors.open(scope, page.cursor));
    const limit = limitOf(page);
    const reads = await this.log.page(caseId, number, limit + 1, before);
    const shown = reads.slice(0, limit);
    const last = reads.length > limit ? shown.at(-1) : undefined;
    return { items: shown.map(showRead), next: last ? this.cursors.seal(scope, last.readId) : null };
  }
}

const showRead = ({ readId: _serial, at, roles, ...read }: Read): ReadShown => ({ ...read, roles: [...roles], at: at.toISOString() });
