import { Body, Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { Public } from '@parley/auth';
import {
  LateClaims,
  Act,
  CLOCK,
  PageRequest,
  Received,
  respond,
  ShownPage,
  UuidParam,
  type Answer,
  type PageShown,
  type ReceivedAct,
} from '@parley/http';
import type { Clock } from '@parley/kernel';
import { numberIn, type AdmittedAct } from '../referral/referral.http';
import type { AgreementCommand } from './agreement-commands.rules';
import { showAgreement } from './agreement-papers.response';
import { AgreementShown } from './agreement.response';
import { AgreementGate, AgreementList } from './compliance.http';
import {
  DateAcceptanceRequest,
  DateProposalRequest,
  NonPerformanceRequest,
  StatusReportRequest,
  VerificationRequest,
} from './compliance.request';
import { complianceRefusals as refusals } from './compliance.rules';
import { giveStatusReport, complianceBar } from './agreement-decider.rules';
import { verifyObligation, noticeNonPerformance } from './verification.rules';
import { proposeDate, acceptDate } from './register.rules';

/** The public dashboard of compliance (I-54). */
@ApiTags('Compliance')
@Controller('v1/compliance')
export class ComplianceController {
  constructor(
    @Inject(AgreementList) private readonly list: AgreementList,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'See what was agreed on and what became of it',
    description:
      'Every settlement, and every agreement of the register, the newest first: owner, date and state of ' +
      'each obligation, and whether reports came. A date that has passed shows at once, whatever either ' +
      'party does (I-54).',
  })
  @ShownPage(() => AgreementShown, 'A page of agreements.')
  async dashboard(@Query() query: PageRequest): Promise<PageShown<AgreementShown>> {
    const now = this.clock.now();
    return this.list.page('in-force', query, ({ id, agreement }) => showAgreement(id, agreement, now));
  }
}

const COMPLYING = { as: ['desk'], rule: 'S13' } as const;
const MOVING = { as: ['desk'], rule: 'I-20' } as const;
const ID = 'Id of the agreement.';
const OBLIGATION = {
  name: 'obligation',
  description: 'Id of the obligation within the agreement.',
  example: 'O1',
} as const;
const ALWAYS = [
  refusals.noAgreement,
  refusals.notInForce,
  refusals.allFulfilled,
  refusals.notAParty,
  accessRefusals.notYourRole,
] as const;
const OF_ONE = [refusals.noSuchObligation, refusals.obligationFulfilled, ...ALWAYS] as const;

/**
 * What the parties do about their obligations (S13). The answer to each act is the agreement as everybody sees it then.
 */
@ApiTags('Compliance')
@Controller('v1/agreements/:agreementId')
export class ObligationsController {
  constructor(
    @Inject(AgreementGate) private readonly gate: AgreementGate,
    @Inject(LateClaims) private readonly late: LateClaims,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Act({
    post: 'reviews/:review/status-reports',
    ...COMPLYING,
    late: true,
    decides: [complianceBar, giveStatusReport],
    refuses: [refusals.noReportOwed, refusals.reportGiven, refusals.reportIncomplete, ...ALWAYS],
  })
  @ApiParam({ name: 'review', description: 'Number of the review that the report comes before.', example: '1' })
  @ApiOperation({
    summary: 'Give a status report',
    description:
      'On every obligation of your side that is not fulfilled. After its time it is taken too, ' +
      'and says that it is late.',
  })
  @ApiOkResponse({ type: AgreementShown })
  async report(
    @UuidParam('agreementId', ID) agreementId: string,
    @Param('review') review: string,
    @Body() { entries, received: came }: StatusReportRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AgreementShown>> {
    const told = entries.map(({ obligation, says, note }) => ({ obligation, says, note }));
    return this.act(agreementId, received, ({ act, context }) => {
      const reporting = { type: 'GiveStatusReport', ...act, review: numberIn(review), entries: told } as const;
      return this.late.of(reporting, came, context);
    });
  }

  @Act({
    post: 'obligations/:obligation/verifications',
    ...COMPLYING,
    decides: [complianceBar, verifyObligation],
    refuses: [refusals.sameVerdict, ...OF_ONE],
  })
  @ApiParam(OBLIGATION)
  @ApiOperation({
    summary: 'Say whether an obligation is fulfilled',
    description: 'By each side; when both hold it fulfilled, it is. A side may change its word until then.',
  })
  @ApiOkResponse({ type: AgreementShown })
  async verify(
    @UuidParam('agreementId', ID) agreementId: string,
    @Param('obligation') obligation: string,
    @Body() { verdict, note }: VerificationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AgreementShown>> {
    return this.act(agreementId, received, ({ act }) => ({
      type: 'VerifyObligation',
      ...act,
      obligation,
      verdict,
      note,
    }));
  }

  @Act({
    post: 'obligations/:obligation/dates',
    ...MOVING,
    decides: [complianceBar, proposeDate],
    refuses: [refusals.dateExpired, refusals.dateNotLater, refusals.dateTooLate, refusals.dateMoved, ...OF_ONE],
  })
  @ApiParam(OBLIGATION)
  @ApiOperation({
    summary: 'Propose a later date',
    description: 'By either party, before the present date has passed, with reasons (I-20). It lapses with that date.',
  })
  @ApiOkResponse({ type: AgreementShown })
  async proposeDate(
    @UuidParam('agreementId', ID) agreementId: string,
    @Param('obligation') obligation: string,
    @Body() { date, reason }: DateProposalRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AgreementShown>> {
    return this.act(agreementId, received, ({ act }) => ({
      type: 'ProposeDate',
      ...act,
      obligation,
      date,
      reason,
    }));
  }

  @Act({
    post: 'obligations/:obligation/dates/acceptances',
    ...MOVING,
    decides: [complianceBar, acceptDate],
    refuses: [
      refusals.dateExpired,
      refusals.noDateProposed,
      refusals.ownProposal,
      refusals.dateDiffers,
      refusals.dateMoved,
      ...OF_ONE,
    ],
  })
  @ApiParam(OBLIGATION)
  @ApiOperation({
    summary: 'Accept a later date',
    description:
      'By the other party, naming the date, before the present one has passed (I-20). The first date and ' +
      'the change stay in sight (I-64).',
  })
  @ApiOkResponse({ type: AgreementShown })
  async acceptDate(
    @UuidParam('agreementId', ID) agreementId: string,
    @Param('obligation') obligation: string,
    @Body() { date }: DateAcceptanceRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AgreementShown>> {
    return this.act(agreementId, received, ({ act }) => ({
      type: 'AcceptDate',
      ...act,
      obligation,
      date,
    }));
  }

  @Act({
    post: 'obligations/:obligation/non-performance-notices',
    ...COMPLYING,
    decides: [complianceBar, noticeNonPerformance],
    refuses: [refusals.ownObligation, refusals.notYetOverdue, refusals.noticeGiven, ...OF_ONE],
  })
  @ApiParam(OBLIGATION)
  @ApiOperation({
    summary: 'Give notice of non-performance',
    description:
      'By the other party, once for each date, after it has passed or its owner has said that it will be ' +
      'late. The record states no breach (I-52).',
  })
  @ApiOkResponse({ type: AgreementShown })
  async notice(
    @UuidParam('agreementId', ID) agreementId: string,
    @Param('obligation') obligation: string,
    @Body() { text }: NonPerformanceRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AgreementShown>> {
    return this.act(agreementId, received, ({ act }) => ({
      type: 'NoticeNonPerformance',
      ...act,
      obligation,
      text,
    }));
  }

  private async act(
    agreementId: string,
    received: ReceivedAct,
    commandOf: (admitted: AdmittedAct) => AgreementCommand | Promise<AgreementCommand>,
  ): Promise<Answer<AgreementShown>> {
    const admitted = await this.gate.admit(agreementId, received);
    const outcome = await admitted.kept.among.act(agreementId, await commandOf(admitted), admitted.context);
    return respond(outcome, ({ state }) => {
      if (state.status !== 'in-force') throw new TypeError('an act of compliance on an agreement that is not in force');
      return showAgreement(agreementId, state, this.clock.now());
    });
  }
}
