import { Body, Controller, Get, Inject, Req } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import {
  Act,
  atRevision,
  CurrentCaller,
  Logged,
  Reading,
  Received,
  Refuses,
  respond,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { CaseId } from '@parley/kernel';
import type { FastifyRequest } from 'fastify';
import type { AdmittedAct } from '../referral/referral.http';
import { Settlements } from '../referral/repositories';
import { ConciliatorsShown, showConciliators } from './conciliators.response';
import {
  acceptAsConciliator,
  conciliatorsRefusals as refusals,
  pickConciliator,
  signConciliatorsProposal,
  withdrawAsConciliator,
} from './conciliators.rules';
import { settlementRefusals } from './settlement-refusals.rules';
import type { ConciliatorsCommand } from './settlement-region.rules';
import { asksSettlement, readerOf, SettlementGate } from './settlement.http';
import { AcceptanceRequest, ConciliatorsProposalRequest, PickRequest } from './settlement.request';
import { filedSettlement } from './settlement.response';

const TIME_IS_OVER = [
  settlementRefusals.notRegistered,
  settlementRefusals.alreadySettled,
  settlementRefusals.windowClosed,
  settlementRefusals.screeningEnded,
  settlementRefusals.longStopPassed,
] as const;
const ACCESS = [accessRefusals.notFound, accessRefusals.notYourRole] as const;
const CONCILIATING = { as: ['conciliator'], rule: 'S10' } as const;

/** S10: one conciliator picked by each side, both or none. */
@ApiTags('Settlement')
@Controller('v1/cases/:caseId/settlement/conciliators')
export class ConciliatorsController {
  constructor(
    @Inject(Settlements) private readonly settlements: Settlements,
    @Inject(SettlementGate) private readonly gate: SettlementGate,
    @Inject(Reading) private readonly reading: Reading,
  ) {}

  @Get()
  @Roles({ rule: 'I-45' }, 'desk', 'registry', 'cohead', 'auditor', 'conciliator')
  @Logged()
  @ApiOperation({
    summary: 'Read who conciliates, and what the conciliators propose',
    description:
      'A person whom a side picked sees it too; while both are appointed they read the settlement besides. What they ' +
      'put to both sides is without prejudice: the desks, their auditors and the conciliators alone read it.',
  })
  @ApiOkResponse({ type: ConciliatorsShown })
  @Refuses(accessRefusals.notFound)
  async readConciliators(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<Answer<ConciliatorsShown>> {
    const { state, revision, facts } = await this.gate.openToConciliators(caseId, caller);
    const reader = readerOf(state, caller);
    const tier = reader.readsProposals ? 'DESKS' : 'PARTIES';
    await this.reading.note(caseId, [{ subject: 'conciliators', what: 'content', tier }], caller, request);
    return atRevision(showConciliators(caseId, state, reader), revision, facts);
  }

  @Act({
    post: '',
    status: 201,
    as: ['desk'],
    rule: 'S10',
    decides: pickConciliator,
    asks: asksSettlement('PickConciliator'),
    refuses: [
      refusals.conciliatorsAppointed,
      refusals.conciliatorHasAccepted,
      refusals.conciliatorPicked,
      refusals.conciliatorOfOtherSide,
      refusals.conciliatorEngaged,
      refusals.tooManyPicks,
      refusals.conciliatorsLate,
      settlementRefusals.nothingUnderWay,
      settlementRefusals.notAParty,
      ...TIME_IS_OVER,
      ...ACCESS,
    ],
  })
  @ApiOperation({
    summary: 'Pick a conciliator',
    description:
      'By either party, in a conciliation or in the window: one person of its choice, who then accepts. The first ' +
      'pick starts the time for both; without both there are none, and the parties conciliate alone. To be picked ' +
      'makes nobody anything.',
  })
  @ApiCreatedResponse({ type: ConciliatorsShown })
  async pickConciliator(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { person }: PickRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ConciliatorsShown>> {
    const created = `/v1/cases/${caseId}/settlement/conciliators`;
    return this.act(caseId, received, ({ act }) => ({ type: 'PickConciliator', ...act, person }), created);
  }

  @Act({
    post: 'acceptances',
    ...CONCILIATING,
    decides: acceptAsConciliator,
    asks: asksSettlement('AcceptAsConciliator'),
    refuses: [
      refusals.notPicked,
      refusals.conciliatorHasAccepted,
      refusals.conciliatorOfOtherSide,
      refusals.conciliatorsLate,
      ...TIME_IS_OVER,
      ...ACCESS,
    ],
  })
  @ApiOperation({
    summary: 'Accept to be a conciliator',
    description:
      'By the person whom a side picked, for that side; from then on a conciliator in this case, and no more.',
  })
  @ApiOkResponse({ type: ConciliatorsShown })
  async acceptAsConciliator(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { of }: AcceptanceRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ConciliatorsShown>> {
    return this.act(caseId, received, ({ act }) => ({ type: 'AcceptAsConciliator', ...act, of }));
  }

  @Act({
    post: 'withdrawals',
    ...CONCILIATING,
    decides: withdrawAsConciliator,
    asks: asksSettlement('WithdrawAsConciliator'),
    refuses: [refusals.notConciliator, ...ACCESS],
  })
  @ApiOperation({
    summary: 'Withdraw as a conciliator',
    description: 'Where both were appointed there is none then, and the parties go on alone, or pick anew.',
  })
  @ApiOkResponse({ type: ConciliatorsShown })
  async withdrawAsConciliator(
    @UuidParam('caseId') caseId: CaseId,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<ConciliatorsShown>> {
    return this.act(caseId, received, ({ act }) => ({ type: 'WithdrawAsConciliator', ...act }));
  }

  @Act({
    post: 'proposals',
    signed: true,
    ...CONCILIATING,
    decides: signConciliatorsProposal,
    asks: asksSettlement('SignConciliatorsProposal'),
    refuses: [
      refusals.notConciliator,
      refusals.conciliatorsAwaited,
      refusals.conciliatorsDiffer,
      refusals.conciliatorSigned,
      refusals.tooManyTexts,
      ...TIME_IS_OVER,
      ...ACCESS,
    ],
  })
  @ApiOperation({
    summary: 'Sign a proposal as a conciliator',
    description:
      'Each conciliator sends the whole text; when the second signs the same, it is put to both sides at once. ' +
      'It binds nobody, and reaches no finding and no dossier (I-45).',
  })
  @ApiOkResponse({ type: ConciliatorsShown })
  async signConciliatorsProposal(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { text }: ConciliatorsProposalRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ConciliatorsShown>> {
    return this.act(caseId, received, ({ act }) => ({ type: 'SignConciliatorsProposal', ...act, caseId, text }));
  }

  private async act(
    caseId: CaseId,
    received: ReceivedAct,
    commandOf: (admitted: AdmittedAct) => ConciliatorsCommand,
    created?: string,
  ): Promise<Answer<ConciliatorsShown>> {
    const admitted = await this.gate.admit(caseId, received);
    const outcome = await this.settlements.act(caseId, commandOf(admitted), admitted.context);
    const shown = (state: ReturnType<typeof filedSettlement>) =>
      showConciliators(caseId, state, readerOf(state, received.caller));
    return respond(
      outcome,
      ({ state }) => shown(filedSettlement(state)),
      created === undefined ? {} : { location: () => created },
    );
  }
}
