import { Body, Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  AsOfRequest,
  asOfOf,
  atRevision,
  CurrentCaller,
  Logged,
  Reading,
  Received,
  Refuses,
  ShownList,
  UuidParam,
  type Answer,
  type PageShown,
  type ReceivedAct,
} from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { CaseList, revisionFor } from '../case-list.http';
import { Persons } from '../../registry/persons/persons.table';
import { CaseGate } from '../case-gate.http';
import { CaseLineShown, CasesRequest } from '../case-line.response';
import { CaseShown } from '../case.response';
import { fileGrievance } from './file-grievance.rules';
import { FilingDesk, OF_FILING } from './filing-desk.http';
import { FILING } from './filing.http';
import { FilingRequest } from './filing.request';
import { tooLong } from './filing.rules';
import { showCase } from '../show-case.response';
import { contactFor } from '../outcome/outcome.response';

@ApiTags('Cases')
@Controller('v1/cases')
export class CasesController {
  constructor(
    @Inject(FilingDesk) private readonly filings: FilingDesk,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(CaseList) private readonly list: CaseList,
    @Inject(Persons) private readonly persons: Persons,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Act({ post: '', signed: true, status: 201, ...FILING, decides: [tooLong, fileGrievance], refuses: OF_FILING })
  @ApiOperation({
    summary: 'File a grievance against the other party',
    description: 'Answers with the receipt. Both desks see the case from this instant on.',
  })
  @ApiCreatedResponse({ type: CaseShown })
  fileCase(@Body() body: FilingRequest, @Received() received: ReceivedAct): Promise<Answer<CaseShown>> {
    return this.filings.file(body.grievance, body, received);
  }

  @Get()
  @Roles('desk', 'registry', 'cohead', 'auditor')
  @Logged({ subject: 'cases', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'List the cases that the caller may see',
    description: 'Newest first. `after` waits briefly for a write of one’s own. What is due is of the exchange alone.',
  })
  @ShownList(() => CaseLineShown, 'A page of cases.')
  listCases(@CurrentCaller() caller: Caller, @Query() page: CasesRequest): Promise<PageShown<CaseLineShown>> {
    return this.list.page(caller, page);
  }

  @Get(':caseId')
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @Logged()
  @ApiOperation({
    summary: 'Read a case',
    description:
      'The intake’s part of it, folded from its own events; `ETag` is its revision, which the panel is ' +
      'not told. `asOf` shows it as it was.',
  })
  @ApiOkResponse({ type: CaseShown })
  @Refuses(accessRefusals.notFound)
  async readCase(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() query: AsOfRequest,
    @Req() request: FastifyRequest,
  ): Promise<Answer<CaseShown>> {
    const { state, revision, betweenParties } = await this.gate.open(caseId, caller, asOfOf(query));
    await this.reading.note(
      caseId,
      [{ subject: 'case', what: 'particulars', tier: betweenParties ? 'PARTIES' : 'PANEL' }],
      caller,
      request,
    );
    const shown = showCase(state, await contactFor(caller, state, this.persons), betweenParties ? 'parties' : 'panel');
    return revisionFor(betweenParties, atRevision(shown, revision));
  }
}
