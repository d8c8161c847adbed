import type { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { refuse, type CaseId } from '@parley/kernel';
import { Public } from '@parley/auth';
import { CurrentCaller, ProblemError, PURPOSE_HEADER, Reading, Refuses, UuidParam } from '@parley/http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExhibitBytes } from '../application/reading/exhibit-bytes';
import { refusals } from '../domain/refusals';
import { EvidenceGate, notFound } from './evidence-gate';
import { handed } from './handed';
import { ordinalOf } from './ordinal';
import { BYTES, CHECKED, sendBytes } from './send-bytes';
import { NumberOfTranslation } from './translation-routes';

@ApiTags('Evidence')
@ApiParam({ name: 'number', description: 'Number of the exhibit.', example: 'USA-1' })
@Controller('v1/cases/:caseId/exhibits/:number')
export class ContentController {
  constructor(
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
    @Inject(ExhibitBytes) private readonly exhibits: ExhibitBytes,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get('content')
  @Public()
  @ApiBearerAuth()
  @ApiOperation({
    summary: 'Read the bytes of an exhibit',
    description: `${CHECKED} An expert or a third party reads what is lent to them.`,
  })
  @ApiHeader(PURPOSE_HEADER)
  @ApiProduces('application/octet-stream')
  @ApiOkResponse(BYTES)
  @Refuses(refusals.exhibitCorrupted, refusals.exhibitWithdrawn, accessRefusals.notFound)
  async content(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('number') number: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { extent, exhibit } = await this.gate.openContent(caseId, number, caller);
    if (extent === 'tombstone') throw ProblemError.refused(refuse(refusals.exhibitWithdrawn));
    if (extent !== 'whole') throw notFound();
    await this.reading.note(caseId, [handed(exhibit, 'content')], caller, request);
    return sendBytes(this.exhibits, caseId, exhibit, 'original', exhibit.file, reply);
  }

  @Get('public-version/content')
  @Public()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Read the bytes of the public version of an exhibit', description: CHECKED })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse(BYTES)
  @Refuses(refusals.exhibitCorrupted, refusals.exhibitWithdrawn, accessRefusals.notFound)
  async publicVersion(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('number') number: string,
    @CurrentCaller() caller: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { extent, exhibit } = await this.gate.openExhibit(caseId, number, caller);
    if (extent === 'tombstone') throw ProblemError.refused(refuse(refusals.exhibitWithdrawn));
    if (!exhibit.publicVersion) throw notFound();
    return sendBytes(this.exhibits, caseId, exhibit, 'public-version', exhibit.publicVersion.file, reply);
  }

  @Get('translations/:n/content')
  @Public()
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Read the bytes of a translation of an exhibit', description: CHECKED })
  @ApiHeader(PURPOSE_HEADER)
  @NumberOfTranslation()
  @ApiProduces('application/octet-stream')
  @ApiOkResponse(BYTES)
  @Refuses(refusals.exhibitCorrupted, refusals.exhibitWithdrawn, refusals.unknownTranslation, accessRefusals.notFound)
  async translation(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Param('number') number: string,
    @Param('n') n: string,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const { extent, exhibit } = await this.gate.openExhibit(caseId, number, caller);
    if (extent === 'tombstone') throw ProblemError.refused(refuse(refusals.exhibitWithdrawn));
    if (extent !== 'whole') throw notFound();
    const translation = exhibit.translations[ordinalOf(n) - 1];
    if (!translation) throw ProblemError.refused(refuse(refusals.unknownTranslation));
    await this.reading.note(caseId, [handed(exhibit, 'translation')], caller, request);
    return sendBytes(this.exhibits, caseId, exhibit, `translation-${translation.n}`, translation.file, reply);
  }
}
