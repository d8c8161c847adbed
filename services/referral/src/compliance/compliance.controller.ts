import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { LateClaims, Act, CLOCK, Received, respond, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import type { Clock } from '@parley/kernel';
import { draftRefusals } from '../dossier/draft-refusals.rules';
import { numberIn, type AdmittedAct } from '../referral/referral.http';
import type { AgreementCommand } from './agreement-commands.rules';
import { showAgreement } from './show-agreement.response';
import { AgreementShown } from './agreement.response';
import { AgreementGate } from './compliance.http';
import {
  DateAcceptanceRequest,
  DateProposalRequest,
  JointCheckRequest,
  NonPerformanceRequest,
  StatusReportRequest,
  VerificationRequest,
} from './compliance.request';
import { complianceRefusals as refusals } from './compliance.rules';
import { complianceBar } from './agreement-decider.rules';
import { giveStatusReport } from './status-report.rules';
import { checkJointly } from './joint-check.rules';
import { noticeNonPerformance } from './overdue.rules';
import { verifyObligation } from './verification.rules';
import { proposeDate, acceptDate } from './register.rules';

const COMPLYING = { as: ['desk'], rule: 'S13' } as const;
const MOVING = { as: ['desk'], rule: 'I-20' } as const;
const ID = 'Id of the agreement.';
const OBLIGATION = {
  name: 'obligation',
  description: 'Id of the obligation within the agreement.',
  example: 'O1',
} as const;
const BARRED = [refusals.noAgreement, refusals.notInForce, refusals.allFulfilled, accessRefusals.notYourRole] as const;
const ALWAYS = [...BARRED, refusals.notAParty] as const;
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
      'On every obligation of your side that is not fulfilled. After its time it is taken too, and says that it is ' +
      'late. Once it is given, you report on single ones when you have something else to say. The other side has ' +
      '20 JBD to verify what is new; what it does not answer counts as verified by silence.',
  })
  @ApiOkResponse({ type: AgreementShown })
  async giveStatusReport(
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
    late: true,
    decides: [complianceBar, verifyObligation],
    refuses: [
      refusals.ownObligation,
      refusals.nothingToVerify,
      refusals.reportedOtherwise,
      refusals.sameVerdict,
      ...OF_ONE,
    ],
  })
  @ApiParam(OBLIGATION)
  @ApiOperation({
    summary: 'Verify or refuse what is reported of an obligation',
    description:
      'By the other side. What is reported done and verified is fulfilled. What is refused is disputed, in public, ' +
      'until you verify it or both co-heads have checked it.',
  })
  @ApiOkResponse({ type: AgreementShown })
  async verifyObligation(
    @UuidParam('agreementId', ID) agreementId: string,
    @Param('obligation') obligation: string,
    @Body() { says, verdict, note, received: came }: VerificationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AgreementShown>> {
    return this.act(agreementId, received, ({ act, context }) => {
      const verifying = { type: 'VerifyObligation', ...act, obligation, says, verdict, note } as const;
      return this.late.of(verifying, came, context);
    });
  }

  @Act({
    post: 'obligations/:obligation/joint-checks',
    signed: true,
    as: ['cohead'],
    rule: 'S13',
    decides: [complianceBar, checkJointly],
    refuses: [
      draftRefusals.notACoHead,
      refusals.notDisputed,
      refusals.checkOver,
      refusals.checkDigestDiffers,
      refusals.partyHasSigned,
      refusals.signsForBothSides,
      refusals.noSuchObligation,
      refusals.obligationFulfilled,
      ...BARRED,
    ],
  })
  @ApiParam(OBLIGATION)
  @ApiOperation({
    summary: 'Sign what a joint check finds',
    description:
      'By each co-head, within 20 JBD of the refusal; in effect when both sign the same finding. Without that it ' +
      'stays disputed.',
  })
  @ApiOkResponse({ type: AgreementShown })
  async signJointCheck(
    @UuidParam('agreementId', ID) agreementId: string,
    @Param('obligation') obligation: string,
    @Body() { finding, digest }: JointCheckRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AgreementShown>> {
    return this.act(agreementId, received, ({ act }) => ({
      type: 'CheckJointly',
      ...act,
      obligation,
      finding,
      digest,
    }));
  }

  @Act({
    post: 'obligations/:obligation/dates',
    signed: true,
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
  async proposeLaterDate(
    @UuidParam('agreementId', ID) agreementId: string,
    @Param('obligation') obligation: string,
    @Body() { date, reason }: DateProposalRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AgreementShown>> {
    return this.act(agreementId, received, ({ act }) => ({ type: 'ProposeDate', ...act, obligation, date, reason }));
  }

  @Act({
    post: 'obligations/:obligation/dates/acceptances',
    signed: true,
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
  async acceptLaterDate(
    @UuidParam('agreementId', ID) agreementId: string,
    @Param('obligation') obligation: string,
    @Body() { date }: DateAcceptanceRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AgreementShown>> {
    return this.act(agreementId, received, ({ act }) => ({ type: 'AcceptDate', ...act, obligation, date }));
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
  async giveNonPerformanceNotice(
    @UuidParam('agreementId', ID) agreementId: string,
    @Param('obligation') obligation: string,
    @Body() { text }: NonPerformanceRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AgreementShown>> {
    return this.act(agreementId, received, ({ act }) => ({ type: 'NoticeNonPerformance', ...act, obligation, text }));
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
