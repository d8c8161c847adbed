import { Body, Controller, Delete, Get, HttpCode, Inject } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiSchema,
  ApiTags,
} from '@nestjs/swagger';
import { refusals as accessRefusals, mayActOutsideCases, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import {
  Act,
  atRevision,
  CurrentCaller,
  Logged,
  NestedField,
  ProblemError,
  Received,
  Refuses,
  UuidParam,
  type Answer,
  type ReceivedAct,
  type PageShown,
  ShownList,
  wholeList,
} from '@parley/http';
import { refuse, type PartyCode } from '@parley/kernel';
import { CaseShown } from '../case.response';
import { fileGrievance } from '../filing/file-grievance.rules';
import { FilingDesk, OF_FILING } from '../filing/filing-desk.http';
import { FILING } from '../filing/filing.http';
import { tooLong } from '../filing/filing.rules';
import { DraftFilingRequest } from '../filing/filing.request';
import { GrievanceRequest } from '../filing/grievance.request';
import { refusals } from '../refusals.rules';
import { answerOf, DraftShown, showDraft, tooManyDrafts } from './drafts.response';
import { Drafts, type DraftWriting } from './drafts.table';

@ApiSchema({ description: 'A grievance that is not filed yet.' })
class DraftRequest {
  @NestedField(() => GrievanceRequest, { meaning: 'The grievance as far as it is written.', example: {} })
  readonly grievance: GrievanceRequest;
}

const DRAFTING = { as: ['desk'], rule: 'S0' } as const;

/**
 * Drafts are private to the desk that writes them, and nobody else can ask for one. Filing a draft is a filing like any
 * other.
 */
@ApiTags('Drafts')
@Controller('v1/drafts')
export class DraftsController {
  constructor(
    @Inject(Drafts) private readonly drafts: Drafts,
    @Inject(FilingDesk) private readonly filings: FilingDesk,
  ) {}

  @Act({ post: '', status: 201, ...DRAFTING, decides: tooManyDrafts, refuses: [refusals.tooManyDrafts] })
  @ApiOperation({
    summary: 'Keep a draft',
    description: 'Private to the desk; 200 at most for a party. Check it at /v1/grievances/checks.',
  })
  @ApiCreatedResponse({ type: DraftShown })
  async keepDraft(@Body() { grievance }: DraftRequest, @Received() received: ReceivedAct): Promise<Answer<DraftShown>> {
    return answerOf(await this.drafts.begin(writingOf(received, grievance), received.ifRevision), 201);
  }

  @Get()
  @Roles({ rule: 'S0' }, 'desk')
  @Logged({ subject: 'drafts', tier: 'FILER' })
  @ApiOperation({ summary: 'List the drafts of the caller’s desk', description: 'Last changed first.' })
  @ShownList(() => DraftShown, 'Drafts of the desk, last changed first.')
  async listDrafts(@CurrentCaller() caller: Caller): Promise<PageShown<DraftShown>> {
    return wholeList((await this.drafts.list(partyOf(caller))).map(showDraft));
  }

  @Get(':draftId')
  @Roles({ rule: 'S0' }, 'desk')
  @Logged({ subject: 'draft :draftId', tier: 'FILER' })
  @ApiOperation({ summary: 'Read a draft' })
  @ApiOkResponse({ type: DraftShown })
  @Refuses(accessRefusals.notFound)
  async readDraft(
    @UuidParam('draftId', 'Id of the draft.') draftId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<Answer<DraftShown>> {
    const draft = await this.drafts.find(draftId, partyOf(caller));
    if (!draft) throw ProblemError.refused(refuse(accessRefusals.notFound));
    return atRevision(showDraft(draft), draft.revision);
  }

  @Act({ put: ':draftId', ...DRAFTING, decides: [], refuses: [accessRefusals.notFound] })
  @ApiOperation({ summary: 'Write a draft anew' })
  @ApiOkResponse({ type: DraftShown })
  async replaceDraft(
    @UuidParam('draftId', 'Id of the draft.') draftId: string,
    @Body() { grievance }: DraftRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DraftShown>> {
    return answerOf(await this.drafts.change(draftId, writingOf(received, grievance), received.ifRevision), 200);
  }

  @Act({
    post: ':draftId/filing',
    signed: true,
    status: 201,
    ...FILING,
    decides: [tooLong, fileGrievance],
    refuses: [...OF_FILING, accessRefusals.notFound],
  })
  @ApiOperation({
    summary: 'File a draft',
    description:
      'Like any other filing; the certification is over the grievance as it stands in the draft. The draft stays ' +
      'until its desk discards it.',
  })
  @ApiCreatedResponse({ type: CaseShown })
  async fileDraft(
    @UuidParam('draftId', 'Id of the draft.') draftId: string,
    @Body() body: DraftFilingRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const draft = await this.drafts.find(draftId, partyOf(received.caller));
    // Who sends the act again may have discarded the draft meanwhile.
    const grievance = draft ? showDraft(draft).grievance : await this.filings.filedBefore(received);
    if (!grievance) throw ProblemError.refused(refuse(accessRefusals.notFound));
    return this.filings.file(grievance, body, received);
  }

  @Delete(':draftId')
  @HttpCode(204)
  @Roles({ rule: 'S0' }, 'desk')
  @ApiOperation({ summary: 'Discard a draft', description: 'Nothing of it is kept anywhere.' })
  @ApiNoContentResponse()
  async discardDraft(
    @UuidParam('draftId', 'Id of the draft.') draftId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.drafts.discard(draftId, partyOf(caller));
  }
}

const writingOf = (
  { commandId, bodyDigest, caller, receivedAt }: ReceivedAct,
  grievance: GrievanceRequest,
): DraftWriting => ({
  commandId,
  bodyDigest,
  party: partyOf(caller),
  grievance,
  now: receivedAt,
});

/** The party of the desk whose drafts these are. @throws ProblemError 403 for a caller who is of no desk */
function partyOf(caller: Caller): PartyCode {
  const may = mayActOutsideCases(DRAFTING, caller);
  if (may.kind === 'refused') throw ProblemError.refused(may);
  if (may.actor.kind !== 'person' || may.actor.party === null) throw ProblemError.refused(refuse(refusals.notAParty));
  return may.actor.party;
}
