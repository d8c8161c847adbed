import { Body, Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  LateClaims,
  Logged,
  MayComeLateRequest,
  Act,
  AsOfRequest,
  asOfOf,
  atRevision,
  CurrentCaller,
  Reading,
  Received,
  Refuses,
  respond,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { FastifyRequest } from 'fastify';
import { Settlements } from '../referral/repositories';
import { termsRefusals } from '../compliance/verification.rules';
import type { SettlementCommand } from './settlement-region.rules';
import { settlementRefusals as refusals } from './settlement-refusals.rules';
import { numberIn, type AdmittedAct } from '../referral/referral.http';
import { asksSettlement, SettlementGate } from './settlement.http';
import { SETTLEMENT_SUBJECT } from './settlement-reads.controller';
import { AgreementSignatureRequest, SettlementTextRequest } from './settlement.request';
import { filedSettlement, SettlementShown, showSettlement } from './settlement.response';
import { proposeConciliation, acceptConciliation, breakOffConciliation } from './conciliation.rules';
import { tableText, signText } from './settlement.rules';

const SETTLING = { as: ['desk'], rule: 'S10' } as const;
const SIGNING = { as: ['desk'], rule: 'I-47' } as const;
const ATTEMPT = { name: 'n', description: 'Number of the attempt in its case.', example: '1' } as const;
const TEXT = { name: 'n', description: 'Number of the text in its case.', example: '1' } as const;
const TIME_IS_OVER = [
  refusals.notRegistered,
  refusals.alreadySettled,
  refusals.windowClosed,
  refusals.screeningEnded,
  refusals.longStopPassed,
] as const;
const ACCESS = [refusals.notAParty, accessRefusals.notFound, accessRefusals.notYourRole] as const;

@ApiTags('Settlement')
@Controller('v1/cases/:caseId/settlement')
export class SettlementController {
  constructor(
    @Inject(Settlements) private readonly settlements: Settlements,
    @Inject(SettlementGate) private readonly gate: SettlementGate,
    @Inject(Reading) private readonly reading: Reading,
    @Inject(LateClaims) private readonly late: LateClaims,
  ) {}

  @Get()
  @Roles('desk', 'registry', 'cohead', 'auditor', 'conciliator')
  @Logged()
  @ApiOperation({
    summary: 'Read the settlement of a case',
    description:
      'Attempts to conciliate, the window after findings, and every text with its signatures. Appointed conciliators ' +
      'read it, the panel reads none of it (I-45). `asOf` shows it as it was.',
  })
  @ApiOkResponse({ type: SettlementShown })
  @Refuses(accessRefusals.notFound)
  async readSettlement(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() query: AsOfRequest,
    @Req() request: FastifyRequest,
  ): Promise<Answer<SettlementShown>> {
    const { state, revision, facts } = await this.gate.open(caseId, caller, asOfOf(query));
    const handed = state.texts.map(({ n }) => ({
      subject: SETTLEMENT_SUBJECT,
      what: `text ${String(n)}`,
      tier: 'PARTIES' as const,
    }));
    await this.reading.note(caseId, handed, caller, request);
    return atRevision(showSettlement(caseId, state), revision, facts);
  }

  @Act({
    post: 'conciliations',
    signed: true,
    status: 201,
    ...SETTLING,
    decides: proposeConciliation,
    asks: asksSettlement('ProposeConciliation'),
    refuses: [refusals.conciliationOpen, refusals.windowOpen, ...TIME_IS_OVER, ...ACCESS],
  })
  @ApiOperation({
    summary: 'Propose to conciliate',
    description:
      'By either party, at any time from S4 to the end of the screening. That it was proposed, and ' +
      'whether it was answered in time, is public; it stops no clock.',
  })
  @ApiCreatedResponse({ type: SettlementShown })
  async proposeConciliation(
    @UuidParam('caseId') caseId: CaseId,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<SettlementShown>> {
    return this.act(
      caseId,
      received,
      ({ act }) => ({ type: 'ProposeConciliation', ...act }),
      `/v1/cases/${caseId}/settlement`,
    );
  }

  @Act({
    post: 'conciliations/:n/acceptances',
    ...SETTLING,
    late: true,
    decides: acceptConciliation,
    asks: asksSettlement('AcceptConciliation'),
    refuses: [
      refusals.noSuchConciliation,
      refusals.conciliationBegun,
      refusals.conciliationOver,
      refusals.ownProposal,
      ...TIME_IS_OVER,
      ...ACCESS,
    ],
  })
  @ApiParam(ATTEMPT)
  @ApiOperation({
    summary: 'Accept to conciliate',
    description: 'By the party that did not propose it, before the time for an answer has passed.',
  })
  @ApiOkResponse({ type: SettlementShown })
  async acceptConciliation(
    @UuidParam('caseId') caseId: CaseId,
    @Param('n') n: string,
    @Body() { received: came }: MayComeLateRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<SettlementShown>> {
    return this.act(caseId, received, ({ act, context }) =>
      this.late.of({ type: 'AcceptConciliation', ...act, n: numberIn(n) } as const, came, context),
    );
  }

  @Act({
    post: 'conciliations/:n/endings',
    ...SETTLING,
    decides: breakOffConciliation,
    asks: asksSettlement('BreakOffConciliation'),
    refuses: [refusals.noSuchConciliation, refusals.conciliationOver, ...ACCESS],
  })
  @ApiParam(ATTEMPT)
  @ApiOperation({
    summary: 'Break off a conciliation',
    description:
      'By either party, at any time; a proposal is declined or taken back so. What was tabled in it binds nobody.',
  })
  @ApiOkResponse({ type: SettlementShown })
  async endConciliation(
    @UuidParam('caseId') caseId: CaseId,
    @Param('n') n: string,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<SettlementShown>> {
    return this.act(caseId, received, ({ act }) => ({
      type: 'BreakOffConciliation',
      ...act,
      n: numberIn(n),
    }));
  }

  @Act({
    post: 'texts',
    signed: true,
    status: 201,
    ...SETTLING,
    decides: tableText,
    asks: asksSettlement('TableText'),
    refuses: [refusals.nothingUnderWay, ...Object.values(termsRefusals), ...TIME_IS_OVER, ...ACCESS],
  })
  @ApiOperation({
    summary: 'Table a text',
    description:
      'By either party, in a conciliation or in the window. It takes the place of the text before. The ' +
      'parties and the registry alone read it (I-45), until both have signed one that is to be public.',
  })
  @ApiCreatedResponse({ type: SettlementShown })
  async tableSettlementText(
    @UuidParam('caseId') caseId: CaseId,
    @Body() body: SettlementTextRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<SettlementShown>> {
    return this.act(
      caseId,
      received,
      ({ act }) => ({ type: 'TableText', ...act, caseId, text: body }),
      `/v1/cases/${caseId}/settlement`,
    );
  }

  @Act({
    post: 'texts/:n/signatures',
    signed: true,
    ...SIGNING,
    decides: signText,
    asks: asksSettlement('SignText'),
    refuses: [
      ...Object.values(termsRefusals),
      refusals.noSuchText,
      refusals.nothingUnderWay,
      refusals.textReplaced,
      refusals.digestDiffers,
      refusals.partyHasSigned,
      refusals.signsForBothSides,
      ...TIME_IS_OVER,
      ...ACCESS,
    ],
  })
  @ApiParam(TEXT)
  @ApiOperation({
    summary: 'Sign a text',
    description:
      'By both desks, over the same digest (I-47): with the second signature the case is settled, ' +
      'and compliance begins.',
  })
  @ApiOkResponse({ type: SettlementShown })
  async signSettlementText(
    @UuidParam('caseId') caseId: CaseId,
    @Param('n') n: string,
    @Body() { ...signature }: AgreementSignatureRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<SettlementShown>> {
    return this.act(caseId, received, ({ act }) => ({ type: 'SignText', ...act, n: numberIn(n), ...signature }));
  }

  private async act(
    caseId: CaseId,
    received: ReceivedAct,
    commandOf: (admitted: AdmittedAct) => SettlementCommand | Promise<SettlementCommand>,
    created?: string,
  ): Promise<Answer<SettlementShown>> {
    const admitted = await this.gate.admit(caseId, received);
    const outcome = await this.settlements.act(caseId, await commandOf(admitted), admitted.context);
    return respond(
      outcome,
      ({ state }) => showSettlement(caseId, filedSettlement(state)),
      created === undefined ? {} : { location: () => created },
    );
  }
}
