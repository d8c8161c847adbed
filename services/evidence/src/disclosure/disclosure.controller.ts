import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, hasRole, type Caller } from '@parley/access';
import { Public, Roles } from '@parley/auth';
import {
  asOfOf,
  CurrentCaller,
  CursorCodec,
  CURSORS,
  limitOf,
  Logged,
  PURPOSE_HEADER,
  Reading,
  ReadsLog,
  ReadsRequest,
  ReadsShown,
  Refuses,
  showReads,
  UuidParam,
} from '@parley/http';
import type { CaseId } from '@parley/kernel';
import type { FastifyRequest } from 'fastify';
import { EvidenceGate, handed, notFound } from '../casefile/casefile.http';
import { ExhibitPageRequest } from '../exhibits/exhibits.request';
import { visibleExhibits } from '../exhibits/file-exhibit';
import { disclosedVersions } from './disclosure-index';
import { DisclosureShown } from './disclosure.response';

const scopeOf = (caseId: CaseId): string => `disclosure of ${caseId}`;

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
  @ApiOkResponse({ type: DisclosureShown })
  @Refuses(accessRefusals.notFound)
  async listDisclosedAndWithheld(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Query() page: ExhibitPageRequest,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<DisclosureShown> {
    const { state, present, tiers } = await this.gate.open(caseId, caller, asOfOf(page));
    const all = visibleExhibits(state, tiers, present);
    const last = page.cursor === undefined ? undefined : this.cursors.open(scopeOf(caseId), page.cursor);
    const from = last === undefined ? 0 : all.findIndex(({ exhibit }) => exhibit.number === last) + 1;
    const shown = all.slice(from, from + limitOf(page));
    const whole = shown.filter(({ extent }) => extent === 'whole').map(({ exhibit }) => handed(exhibit, 'line'));
    await this.reading.note(caseId, whole, caller, request);
    const end = from + shown.length < all.length ? shown.at(-1)?.exhibit.number : undefined;
    return {
      items: shown.map((seen) => ({
        number: seen.exhibit.number,
        party: seen.exhibit.party,
        versions: disclosedVersions(seen, tiers),
      })),
      next: end === undefined ? null : this.cursors.seal(scopeOf(caseId), end),
    };
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
  @ApiOkResponse({ type: ReadsShown })
  @Refuses(accessRefusals.notFound)
  async listReadsOfExhibit(
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
