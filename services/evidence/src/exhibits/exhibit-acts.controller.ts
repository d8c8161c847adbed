import type { Readable } from 'node:stream';
import { Body, Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOkResponse, ApiOperation, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Public } from '@parley/auth';
import {
  Act,
  CurrentCaller,
  LateClaims,
  ProblemError,
  PURPOSE_HEADER,
  Reading,
  Received,
  Refuses,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import { refuse, type CaseId } from '@parley/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { asksEvidence, NEW_BYTES } from '../casefile/asked-evidence.http';
import { EvidenceGate, handed, notFound, ordinalOf } from '../casefile/casefile.http';
import { Casefiles } from '../casefile/casefiles';
import { refusals } from '../casefile/refusals.rules';
import { NumberOfTranslation } from '../translations/translations.http';
import { BYTES, CHECKED, sendBytes } from '../uploads/uploads.response';
import { answerWith, custodyEntry, namedPublicVersion } from './exhibits.http';
import { CustodyPaperRequest, CustodyRequest, PublicVersionRequest } from './exhibits.request';
import { ExhibitShown } from './exhibits.response';
import { FileExhibitHandler } from './file-exhibit';
import { ExhibitBytes } from './sound-bytes';
import { handOverCustody } from './file-exhibit.rules';
import { OF_PUBLIC_VERSION } from './filing-exhibits.http';
import { filePublicVersion } from '../public-version/public-version.rules';

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
  async downloadExhibit(
    @UuidParam('caseId') caseId: CaseId,
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
  async downloadPublicVersion(
    @UuidParam('caseId') caseId: CaseId,
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
  async downloadExhibitTranslation(
    @UuidParam('caseId') caseId: CaseId,
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

const OF_CUSTODY = [
  refusals.unknownExhibit,
  refusals.notYourExhibit,
  refusals.custodyInFuture,
  refusals.custodyOutOfOrder,
  refusals.custodyChainBroken,
  accessRefusals.notFound,
  accessRefusals.notYourRole,
] as const;

/** What happens to an exhibit after it was filed. */
@ApiTags('Evidence')
@ApiParam({ name: 'number', description: 'Number of the exhibit.', example: 'USA-1' })
@Controller('v1/cases/:caseId/exhibits/:number')
export class ExhibitActsController {
  constructor(
    @Inject(Casefiles) private readonly casefiles: Casefiles,
    @Inject(FileExhibitHandler) private readonly filings: FileExhibitHandler,
    @Inject(EvidenceGate) private readonly gate: EvidenceGate,
    @Inject(LateClaims) private readonly late: LateClaims,
  ) {}

  @Act({
    post: 'custody',
    as: ['desk'],
    rule: 'I-34',
    decides: handOverCustody,
    asks: asksEvidence('HandOverCustody', { asRegistry: false }),
    refuses: OF_CUSTODY,
  })
  @ApiOperation({
    summary: 'Enter that an exhibit changed hands',
    description:
      'By the party that filed it, also in the place of what a registry entered and still waits. `from` is the last ' +
      '`to` of the record, so the chain is unbroken; also after the screening has ended.',
  })
  @ApiOkResponse({ type: ExhibitShown })
  async handOverExhibit(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Body() body: CustodyRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const entry = custodyEntry(body, act);
    const outcome = await this.casefiles.act(
      caseId,
      { type: 'HandOverCustody', ...act, asRegistry: false, number, entry },
      context,
    );
    return answerWith(outcome, number);
  }

  @Act({
    post: 'custody/papers',
    as: ['registry'],
    rule: 'I-67',
    late: 'paper',
    decides: handOverCustody,
    refuses: OF_CUSTODY,
  })
  @ApiOperation({
    summary: 'Enter as the registry that an exhibit changed hands',
    description:
      'By an officer of the registry, over the receipt, uploaded first. Once confirmed by the other side’s ' +
      'registry (`…/evidence/late-entries`), or unanswered in time, it stands in the record of custody, with ' +
      'how it stands; refused, or where the chain went another way by then, it does not. The party of the ' +
      'exhibit may enter the hand-over itself in its place.',
  })
  @ApiOkResponse({ type: ExhibitShown })
  async enterExhibitHandOver(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Body() { received: came, ...body }: CustodyPaperRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const entry = custodyEntry(body, act);
    const handing = { type: 'HandOverCustody', ...act, asRegistry: true, number, entry } as const;
    return answerWith(await this.casefiles.act(caseId, await this.late.paper(handing, came, context), context), number);
  }

  @Act({
    post: 'public-version',
    as: ['desk'],
    rule: 'I-41',
    decides: filePublicVersion,
    asks: asksEvidence('FilePublicVersion', { bytes: NEW_BYTES }),
    refuses: [
      refusals.unknownExhibit,
      refusals.notYourExhibit,
      refusals.publicVersionExists,
      refusals.exhibitWithdrawn,
      refusals.evidenceClosed,
      ...OF_PUBLIC_VERSION,
      refusals.uploadUnknown,
      refusals.digestDiffers,
      refusals.contentNotItsType,
      refusals.screeningEnded,
      refusals.longStopPassed,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'File a public version of an exhibit',
    description:
      'By the party that filed it, once, with coded reasons for what was left out. Every layer of the ' +
      'file is searched for it: text, metadata, annotations, bookmarks, ' +
      'attachments, earlier revisions, comments, tracked changes, what is hidden. The original is never changed.',
  })
  @ApiOkResponse({ type: ExhibitShown })
  async filePublicVersion(
    @UuidParam('caseId') caseId: CaseId,
    @Param('number') number: string,
    @Body() body: PublicVersionRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ExhibitShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    return answerWith(
      await this.filings.publish(caseId, { ...act, number, ...namedPublicVersion(body) }, context),
      number,
    );
  }
}
