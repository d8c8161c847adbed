import { Body, Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { mayActOutsideCases, refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId, Party } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  AsOfRequest,
  asOfOf,
  atRevision,
  CurrentCaller,
  Logged,
  ProblemError,
  Reading,
  Received,
  Refuses,
  ShownList,
  UuidParam,
  type Answer,
  type PageShown,
  type ReceivedAct,
  CASES_BY_NUMBER,
  type CasesByNumber,
} from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { Cases } from '../../repositories';
import { CaseList, PARTIES, revisionFor } from '../case-list.http';
import { FileCaseHandler } from './file-case';
import { Persons } from '../../registry/persons/persons.table';
import { grievanceRefusals, refusals } from '../refusals.rules';
import { admittedAct, CaseGate } from '../case-gate.http';
import { CaseLineShown, CasesRequest } from '../case-line.response';
import { CaseShown } from '../case.response';
import { FilingRequest } from './filing.request';
import { accompanying, FILING, incomingFiling, partiesAgainst } from './filing.http';
import { showCase } from '../show-case.response';
import { contactFor, showOutcome } from '../outcome/outcome.response';
import { fileGrievance } from './file-grievance.rules';
import { tooLong } from './filing.rules';

@ApiTags('Cases')
@Controller('v1/cases')
export class CasesController {
  constructor(
    @Inject(FileCaseHandler) private readonly filings: FileCaseHandler,
    @Inject(Cases) private readonly kept: Cases,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(CaseList) private readonly list: CaseList,
    @Inject(Persons) private readonly persons: Persons,
    @Inject(PARTIES) private readonly parties: readonly [Party, Party],
    @Inject(CASES_BY_NUMBER) private readonly caseOf: CasesByNumber,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Act({
    post: '',
    status: 201,
    ...FILING,
    decides: [tooLong, fileGrievance],
    refuses: [
      refusals.notComplainant,
      refusals.noRulesInEffect,
      ...grievanceRefusals,
      refusals.tooLong,
      refusals.claimOfOther,
      refusals.claimBarred,
      refusals.previousNotClosed,
      refusals.noCaseToCounter,
      accessRefusals.twoCapacities,
    ],
  })
  @ApiOperation({
    summary: 'File a grievance against the other party',
    description: 'Answers with the receipt. Both desks see the case from this instant on.',
  })
  @ApiCreatedResponse({ type: CaseShown })
  async fileCase(@Body() body: FilingRequest, @Received() received: ReceivedAct): Promise<Answer<CaseShown>> {
    const may = mayActOutsideCases(FILING, received.caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const { actor, context } = admittedAct(received, may.actor, this.kept.ruleSetVersion);
    const incoming = incomingFiling(body, actor, received.receivedAt);
    const outcome = await this.filings.file(
      incoming,
      partiesAgainst(actor.party, this.parties),
      context,
      await accompanying(body, this.caseOf),
    );
    return showOutcome(outcome, this.persons, received.caller, {
      location: `/v1/cases/${FileCaseHandler.caseIdOf(context)}`,
      contact: incoming.contact,
    });
  }

  @Get()
  @Roles('desk', 'registry', 'cohead', 'auditor')
  @Logged({ subject: 'cases', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'List the cases that the caller may see',
    description: 'Newest first. `after` waits briefly for a write of one’s own.',
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
