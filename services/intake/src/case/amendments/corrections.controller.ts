import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import {
  Act,
  EnumField,
  NestedField,
  reasonOf,
  Received,
  TextField,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { Cases } from '../../repositories';
import { admitToCase, CaseGate } from '../case-gate.http';
import { asksToPropose, ConsentDesk } from '../consent/consent.http';
import { ReasonedRequest } from '../consent/consent.request';
import { ProposalsShown } from '../consent/consent.response';
import { mayPropose, supplementFault } from '../consent/may-propose.rules';
import { FileCaseHandler } from '../filing/file-case';
import { refusals } from '../refusals.rules';
import { incomingFiling } from '../filing/filing.http';
import { CertificationRequest } from '../filing/filing.request';
import { tooLong } from '../filing/filing.rules';
import { filedCase } from '../show-case.response';
import { certifiedFault } from './objected-correction.rules';
import { CORRECTED_FIELDS, correctedIn, correctionFault, correctMeasure } from './correct-measure.rules';

class CorrectionRequest extends ReasonedRequest {
  @TextField({ meaning: 'Id of the measure within the grievance.', example: 'M1', max: 20 })
  readonly measure: string;

  @EnumField({ meaning: 'What of it was mistyped.', example: 'citation', values: CORRECTED_FIELDS })
  readonly field: (typeof CORRECTED_FIELDS)[number];

  @TextField({
    meaning: 'How it reads now, to the letter; of a title, in the language that was mistyped.',
    example: '90 FR 9121',
    max: 1_000,
  })
  readonly was: string;

  @TextField({ meaning: 'How it is to read.', example: '90 Fed. Reg. 9121', max: 1_000 })
  readonly becomes: string;

  @NestedField(() => CertificationRequest, {
    meaning: 'Your certification of the whole grievance as corrected: with it an objection makes it a replacement.',
    example: {},
    optional: true,
  })
  readonly certification?: CertificationRequest;
}

/** Clerical errors in a measure, which are corrected without a claim being replaced (I-24). */
@ApiTags('Amendments')
@Controller('v1/cases/:caseId')
export class CorrectionsController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(FileCaseHandler) private readonly filings: FileCaseHandler,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(ConsentDesk) private readonly consents: ConsentDesk,
  ) {}

  @Act({
    post: 'corrections',
    signed: true,
    as: ['desk'],
    rule: 'I-24',
    side: 'complainant',
    decides: [tooLong, mayPropose, supplementFault, correctionFault, correctMeasure, certifiedFault],
    asks: asksToPropose('correction'),
    refuses: [
      refusals.notComplainant,
      refusals.notAParty,
      refusals.proposedAlready,
      refusals.tooManyProposals,
      refusals.defaultPending,
      refusals.screeningEnded,
      refusals.suspended,
      refusals.amendmentBeforeRegistration,
      refusals.amendedAfterInterim,
      refusals.tooManyCorrections,
      refusals.claimBarred,
      refusals.noSuchMeasure,
      refusals.claimOfOther,
      refusals.correctsAnotherText,
      refusals.amendmentChangesNothing,
      refusals.correctionForm,
      refusals.measureOfLater,
      refusals.correctedAlready,
      refusals.anotherMeasure,
      refusals.certificationDigest,
      refusals.tooLong,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
      accessRefusals.notYourSide,
    ],
  })
  @ApiOperation({
    summary: 'Correct a clerical error in a measure',
    description:
      'It counts when the other party signs, or does not decline within 5 joint business days, and resets no claim ' +
      'and no clock. Declined, it becomes a replacement where it is certified as one and may come without consent ' +
      'then; otherwise it falls away. Each field once, and so that it stays the same measure; not from the interim ' +
      'text on.',
  })
  @ApiOkResponse({ type: ProposalsShown })
  async proposeCorrection(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { certification, measure, field, was, becomes, reason }: CorrectionRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    const { actor, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const { grievance } = filedCase((await this.cases.read(caseId)).state);
    const corrected = correctedIn(grievance, { measure, field, was, becomes });
    const barred = await this.filings.barredBy(caseId, corrected, actor, received.receivedAt);
    const matter = { kind: 'correction', measure, field, was, becomes, reason: reasonOf(reason) } as const;
    if (!certification) return this.consents.propose(caseId, matter, received, barred);
    const filing = incomingFiling({ grievance: corrected, certification }, actor, received.receivedAt);
    const { certification: certified, receipt } = await this.filings.amended(caseId, filing, context);
    return this.consents.propose(caseId, { ...matter, certification: certified, receipt }, received, barred);
  }
}
