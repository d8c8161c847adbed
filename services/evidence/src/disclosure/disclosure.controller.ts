import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, hasRole, type Caller } from '@parley/access';
import { Public, Roles } from '@parley/auth';
import {
  asOfOf,
  CurrentCaller,
  CursorCodec,
  CURSORS,
  Logged,
  PURPOSE_HEADER,
  Reading,
  ReadsLog,
  ListRequest,
  ShownReads,
  type PageShown,
  type ReadShown,
  Refuses,
  showReads,
  UuidParam,
  AsOfListRequest,
  pageOfWhole,
  shownAs,
  ShownList,
} from '@parley/http';
import type { CaseId } from '@parley/kernel';
import type { FastifyRequest } from 'fastify';
import { EvidenceGate, handed, notFound } from '../casefile/casefile.http';
import { visibleExhibits } from '../exhibits/file-exhibit';
import { disclosedVersions } from './disclosure-index';
import { DisclosedExhibitShown } from './disclosure.response';

/** Shows what of the evidence is withheld, from whom, since when and why. */
@ApiTags('Evidence')
@Controller('v1/cases/:caseId/disclosure')
export class DisclosureController {
  constructor(
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
    @Inject(Reading) private readonly reading: Reading,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @Public()
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Index of what is disclosed and what is withheld',
    description:
      'Every version of every exhibit that you may know of: who reads it, since when, by whose word, and ' +
      'by which coded reason others do not (I-15, I-50). ' +
      'What you may not know of is not counted.',
  })
  @ApiHeader(PURPOSE_HEADER)
  @ShownList(() => DisclosedExhibitShown, 'A page of exhibits, in the order of acceptance.')
  @Refuses(accessRefusals.notFound)
  async listDisclosedAndWithheld(
    @UuidParam('caseId') caseId: CaseId,
    @Query() page: AsOfListRequest,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<PageShown<DisclosedExhibitShown>> {
    const { state, present, tiers } = await this.gate.open(caseId, caller, asOfOf(page));
    const all = visibleExhibits(state, tiers, present);
    const found = await pageOfWhole(
      { scope: `disclosure:${caseId}`, cursors: this.cursors },
      page,
      all,
      ({ exhibit }) => exhibit.number,
    );
    const whole = found.items.filter(({ extent }) => extent === 'whole').map(({ exhibit }) => handed(exhibit, 'line'));
    await this.reading.note(caseId, whole, caller, request);
    return shownAs(found, (seen) => ({
      number: seen.exhibit.number,
      party: seen.exhibit.party,
      versions: disclosedVersions(seen, tiers),
    }));
  }
}

/** Shows auditors of either side who read what is not public (I-40). */
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
  @Logged({ subject: 'reads of :number', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'See who has read an exhibit that is not public',
    description: 'Newest first: person, tier, purpose, instant.',
  })
  @ApiParam({ name: 'number', description: 'Number of the exhibit.', example: 'USA-1' })
  @ShownReads()
  @Refuses(accessRefusals.notFound)
  async listReadsOfExhibit(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Query() page: ListRequest,
    @CurrentCaller() caller: Caller,
  ): Promise<PageShown<ReadShown>> {
    const { extent } = await this.gate.openExhibit(caseId, number, caller);
    if (extent !== 'whole' || !hasRole(caller, 'auditor')) throw notFound();
    return showReads(this.log, this.cursors, caseId, page, { subject: number });
  }
}
