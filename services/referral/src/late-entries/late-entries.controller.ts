import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { Act, CLOCK, ProblemError, Received, respond, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { type CaseId, type Clock } from '@parley/kernel';
import { entryRefusals, notOneAct } from '@parley/procedure';
import type { GiveStatusReport } from '../compliance/agreement-commands.rules';
import { showAgreement } from '../compliance/agreement-papers.response';
import { AgreementShown } from '../compliance/agreement.response';
import { AgreementGate } from '../compliance/compliance.http';
import { complianceRefusals } from '../compliance/compliance.rules';
import { termsRefusals } from '../compliance/verification.rules';
import type { SignDossier } from '../referral/common-refusals.rules';
import { Referrals, Settlements } from '../referral/repositories';
import { ReferralGate, type AdmittedAct } from '../referral/referral.http';
import { ReferralShown } from '../referral/referral.response';
import { refusals } from '../referral/refusals.rules';
import { filedReferral, showReferral } from '../referral/show-referral.response';
import { settlementRefusals } from '../settlement/settlement-refusals.rules';
import type { AcceptConciliation, SettlementCommand, SignText } from '../settlement/settlement-region.rules';
import { SettlementGate } from '../settlement/settlement.http';
import { filedSettlement, SettlementShown, showSettlement } from '../settlement/settlement.response';
import { ANY_ENTRY, lateEntryOf } from './late-entries.http';
import { DossierSignatureEntryRequest, SettlementEntryRequest, StatusReportEntryRequest } from './late-entries.request';
import { enterDossierSignature } from '../dossier/sign-dossier.rules';
import { enterStatusReport, complianceBar } from '../compliance/agreement-decider.rules';
import { enterConciliationAnswer } from '../settlement/conciliation.rules';
import { enterTextSignature } from '../settlement/settlement.rules';

/** The registry enters what a co-head signed by another channel. */
@ApiTags('Outages')
@Controller('v1/cases/:caseId/referral/fallback-entries')
export class DossierEntriesController {
  constructor(
    @Inject(Referrals) private readonly referrals: Referrals,
    @Inject(ReferralGate) private readonly gate: ReferralGate,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Act({
    post: '',
    as: ['registry'],
    rule: 'I-61',
    decides: enterDossierSignature,
    refuses: [
      refusals.signingClosed,
      ...ANY_ENTRY,
      refusals.notACoHead,
      refusals.noSuchDossier,
      refusals.notAssembled,
      refusals.digestDiffers,
      refusals.sideHasSigned,
      refusals.signsForBothSides,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Enter a co-head’s signature of a dossier that came by another channel',
    description:
      'With its true instant of receipt. One that had come in time is missing no more (I-19); the ' +
      'dossier that went out without it stands as it is.',
  })
  @ApiOkResponse({ type: ReferralShown })
  async enter(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() body: DossierSignatureEntryRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ReferralShown>> {
    const admitted = await this.gate.admit(caseId, received);
    const entry = lateEntryOf<SignDossier>(admitted, body, {
      type: 'SignDossier',
      n: body.dossier,
      digest: body.digest,
    });
    const { access } = await this.gate.open(caseId, received.caller);
    const outcome = await this.referrals.act(caseId, { type: 'EnterDossierSignature', ...entry }, admitted.context);
    return respond(outcome, ({ state }) =>
      showReferral(caseId, filedReferral(state), { caller: received.caller, access }, this.clock.now()),
    );
  }
}

/** The registry enters what a party reported by another channel. */
@ApiTags('Outages')
@Controller('v1/agreements/:agreementId/fallback-entries')
export class ReportEntriesController {
  constructor(
    @Inject(AgreementGate) private readonly gate: AgreementGate,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Act({
    post: '',
    as: ['registry'],
    rule: 'I-61',
    decides: [complianceBar, enterStatusReport],
    refuses: [
      ...ANY_ENTRY,
      complianceRefusals.noReportOwed,
      complianceRefusals.reportGiven,
      complianceRefusals.reportIncomplete,
      complianceRefusals.noAgreement,
      complianceRefusals.notInForce,
      complianceRefusals.allFulfilled,
      complianceRefusals.notAParty,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Enter a status report that came by another channel',
    description:
      'With its true instant of receipt. One that had come in time shows red no more (I-19); a review ' +
      'that has closed since then stands.',
  })
  @ApiOkResponse({ type: AgreementShown })
  async enter(
    @UuidParam('agreementId', 'Id of the agreement.') agreementId: string,
    @Body() body: StatusReportEntryRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<AgreementShown>> {
    const admitted = await this.gate.admit(agreementId, received);
    const entries = body.entries.map(({ obligation, says, note }) => ({ obligation, says, note }));
    const entry = lateEntryOf<GiveStatusReport>(admitted, body, {
      type: 'GiveStatusReport',
      review: body.review,
      entries,
    });
    const outcome = await admitted.kept.among.act(
      agreementId,
      { type: 'EnterStatusReport', ...entry },
      admitted.context,
    );
    return respond(outcome, ({ state }) => {
      if (state.status !== 'in-force') throw new TypeError('a report on an agreement that is not in force');
      return showAgreement(agreementId, state, this.clock.now());
    });
  }
}

const OF_A_SIGNATURE = [
  settlementRefusals.noSuchText,
  settlementRefusals.nothingUnderWay,
  settlementRefusals.textReplaced,
  settlementRefusals.digestDiffers,
  settlementRefusals.partyHasSigned,
  settlementRefusals.signsForBothSides,
  ...Object.values(termsRefusals),
] as const;

/** The registry enters what the parties said of a settlement by another channel. */
@ApiTags('Outages')
@Controller('v1/cases/:caseId/settlement/fallback-entries')
export class SettlementEntriesController {
  constructor(
    @Inject(Settlements) private readonly settlements: Settlements,
    @Inject(SettlementGate) private readonly gate: SettlementGate,
  ) {}

  @Act({
    post: '',
    as: ['registry'],
    rule: 'I-61',
    decides: [notOneAct, enterConciliationAnswer, enterTextSignature],
    refuses: [
      settlementRefusals.conciliationOver,
      settlementRefusals.conciliationBegun,
      ...ANY_ENTRY,
      entryRefusals.notOneAct,
      ...OF_A_SIGNATURE,
      settlementRefusals.notAParty,
      settlementRefusals.ownProposal,
      settlementRefusals.noSuchConciliation,
      settlementRefusals.notRegistered,
      settlementRefusals.alreadySettled,
      settlementRefusals.windowClosed,
      settlementRefusals.screeningEnded,
      settlementRefusals.longStopPassed,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiOperation({
    summary: 'Enter the acceptance of a conciliation, or the signature of a settlement, that came by another channel',
    description:
      'With its true instant of receipt. An acceptance that had come in time sets aside that the ' +
      'proposal was not answered (I-19), unless another attempt is under way by then. A signature that ' +
      'had come in the window is on record; with that of both parties the case is settled, and the lapse ' +
      'of the window is set aside.',
  })
  @ApiOkResponse({ type: SettlementShown })
  async enter(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @Body() body: SettlementEntryRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<SettlementShown>> {
    const admitted = await this.gate.admit(caseId, received);
    const outcome = await this.settlements.act(caseId, entryIn(body, admitted), admitted.context);
    return respond(outcome, ({ state }) => showSettlement(caseId, filedSettlement(state)));
  }
}

/** The one act of a request. @throws ProblemError when the request holds none, or several */
function entryIn(
  { conciliation, signature, ...said }: SettlementEntryRequest,
  admitted: AdmittedAct,
): SettlementCommand {
  const entries: readonly SettlementCommand[] = [
    ...(conciliation === undefined
      ? []
      : [
          {
            type: 'EnterConciliationAnswer',
            ...lateEntryOf<AcceptConciliation>(admitted, said, { type: 'AcceptConciliation', n: conciliation }),
          } as const,
        ]),
    ...(signature
      ? [
          {
            type: 'EnterTextSignature',
            ...lateEntryOf<SignText>(admitted, said, {
              type: 'SignText',
              n: signature.text,
              digest: signature.digest,
            }),
          } as const,
        ]
      : []),
  ];
  const [entry] = entries;
  if (!entry || entries.length > 1) throw ProblemError.refused(notOneAct());
  return entry;
}
