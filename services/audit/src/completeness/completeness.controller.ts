import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals, type Caller } from '@parley/access';
import type { CaseId, Tier } from '@parley/kernel';
import { Public, Roles } from '@parley/auth';
import { CurrentCaller, Logged, problemCatalogue, ProblemError, Reading, Refuses, UuidParam } from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { checkCompleteness } from './nightly-check';
import { AuditApi, HistoryGate } from '../history/case-state.response';
import {
  CompletenessShown,
  foundDamaged,
  gapsFor,
  PublicCompletenessShown,
  showNightly,
} from './completeness.response';

const PUBLIC: ReadonlySet<Tier> = new Set<Tier>(['PUBLIC']);

/** I-62: anyone can run the check over a case, and sees the part of its result that the caller may know of. */
@ApiTags('History')
@Controller('v1')
export class RecordCompletenessController {
  constructor(
    @Inject(AuditApi) private readonly audit: AuditApi,
    @Inject(HistoryGate) private readonly gate: HistoryGate,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get('cases/:caseId/history/completeness')
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @Logged()
  @ApiOperation({
    summary: 'Check that the record of a case is complete',
    description:
      'Now, from the record itself: every exhibit ever accepted, or its tombstone, is there, whole in length and ' +
      'shown to who is entitled to it; the docket has what is public, and every notice its record (I-62). Each ' +
      'night all bytes are read (`nightly`), and now those found damaged then.',
  })
  @ApiOkResponse({ type: CompletenessShown })
  @Refuses(refusals.notFound, refusals.twoCapacities)
  async checkRecordCompleteness(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<CompletenessShown> {
    const history = await this.gate.open(caseId, caller);
    await this.audit.caughtUp();
    const last = await this.audit.completeness.lastOf(caseId);
    const checked = await checkCompleteness(this.audit.record, caseId, foundDamaged(last));
    if (!checked) throw new ProblemError(problemCatalogue.notFound);
    const handed = history.sealedTiers().map((tier) => ({ subject: 'history', what: 'completeness', tier }));
    await this.reading.note(caseId, handed, caller, request);
    const { tiers } = history;
    const gaps = gapsFor(checked.gaps, tiers);
    return {
      complete: gaps.length === 0,
      checkedAt: this.audit.clock.now(),
      exhibits: checked.exhibits
        .filter(({ known, tier }) => tiers.has(tier) || [...known].some((each) => tiers.has(each)))
        .map(({ number, gone }) => ({ number, stands: gone ? 'tombstone' : 'exhibit' })),
      notices: history.linked ? checked.notices : null,
      gaps,
      nightly: showNightly(last, tiers),
    };
  }

  @Get('docket/:docketNumber/completeness')
  @Public()
  @ApiParam({ name: 'docketNumber', description: 'Docket number.', example: 'CN-2025-0001' })
  @ApiOperation({
    summary: 'What the last nightly check of a case came to',
    description: 'As far as it is public: with its date (I-62).',
  })
  @ApiOkResponse({ type: PublicCompletenessShown })
  @Refuses(refusals.notFound)
  async readNightlyCheck(@Param('docketNumber') docketNumber: string): Promise<PublicCompletenessShown> {
    const line = await this.audit.docket.line(docketNumber);
    if (!line) throw new ProblemError(problemCatalogue.notFound);
    const last = await this.audit.completeness.lastOf(line.caseId);
    return { nightly: showNightly(last, PUBLIC), gaps: gapsFor(last?.gaps ?? [], PUBLIC) };
  }
}
