import { Body, Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { refuse, type CaseId } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  atRevision,
  CurrentCaller,
  Logged,
  ProblemError,
  Received,
  Refuses,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import { refusals } from '../refusals.rules';
import { CaseGate } from '../case-gate.http';
import { asksOfProposal, ConsentDesk, ofSignatures } from './consent.http';
import { SignatureRequest } from './consent.request';
import { ProposalsShown, showProposals } from './consent.response';
import { consentActs } from './propose.rules';

const SIGNING = { as: ['desk', 'cohead'], rule: 'I-04' } as const;
const ofOpenOnes = [
  refusals.unknownProposal,
  refusals.proposalClosed,
  refusals.suspended,
  refusals.notASignatory,
  refusals.notAParty,
  accessRefusals.notFound,
  accessRefusals.notYourRole,
] as const;
const PROPOSAL = {
  name: 'proposalId',
  description: 'Id of the proposal within the case.',
  example: 'proposal:1',
} as const;

/** What awaits a signature, and what became of it. It is between the parties, the registry and the co-heads. */
@ApiTags('Proposals')
@Controller('v1/cases/:caseId/proposals')
export class ProposalsController {
  constructor(
    @Inject(ConsentDesk) private readonly consents: ConsentDesk,
    @Inject(CaseGate) private readonly gate: CaseGate,
  ) {}

  @Get()
  @Roles({ rule: 'I-04' }, 'desk', 'registry', 'cohead', 'auditor')
  @Logged({ subject: 'proposals', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'Read what was proposed in a case',
    description: 'With the digest that the other signs, and when it lapses. Not for the panel.',
  })
  @ApiOkResponse({ type: ProposalsShown })
  @Refuses(accessRefusals.notFound)
  async readProposals(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
  ): Promise<Answer<ProposalsShown>> {
    const { state, revision, betweenParties } = await this.gate.open(caseId, caller);
    if (!betweenParties) throw ProblemError.refused(refuse(accessRefusals.notFound));
    return atRevision(showProposals(state), revision);
  }

  @Act({
    post: ':proposalId/signatures',
    signed: true,
    ...SIGNING,
    decides: consentActs.SignProposal,
    asks: asksOfProposal('SignProposal'),
    refuses: [...ofSignatures, accessRefusals.notFound, accessRefusals.notYourRole],
  })
  @ApiParam(PROPOSAL)
  @ApiOperation({
    summary: 'Sign a proposal of the other side',
    description:
      'Over its digest; it takes effect at the instant of receipt, unless what it was made for has changed meanwhile.',
  })
  @ApiOkResponse({ type: ProposalsShown })
  signProposal(
    @UuidParam('caseId') caseId: CaseId,
    @Param('proposalId') proposalId: string,
    @Body() { digest }: SignatureRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    return this.consents.sign(caseId, proposalId, digest, received);
  }

  @Act({
    post: ':proposalId/refusal',
    ...SIGNING,
    decides: consentActs.DeclineProposal,
    asks: asksOfProposal('DeclineProposal'),
    refuses: [refusals.ownProposal, refusals.defaultPending, ...ofOpenOnes],
  })
  @ApiParam(PROPOSAL)
  @ApiOperation({
    summary: 'Decline a proposal of the other side',
    description:
      'Nothing changes, and it may be proposed again. For a correction this is the objection: a certified one ' +
      'becomes a replacement at once, where that needs no consent; any other falls away.',
  })
  @ApiOkResponse({ type: ProposalsShown })
  declineProposal(
    @UuidParam('caseId') caseId: CaseId,
    @Param('proposalId') proposalId: string,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    return this.consents.close('DeclineProposal', caseId, proposalId, received);
  }

  @Act({
    post: ':proposalId/withdrawal',
    ...SIGNING,
    decides: consentActs.WithdrawProposal,
    asks: asksOfProposal('WithdrawProposal'),
    refuses: [refusals.proposalOfOther, ...ofOpenOnes],
  })
  @ApiParam(PROPOSAL)
  @ApiOperation({ summary: 'Take back a proposal of one’s own', description: 'As long as it is not signed.' })
  @ApiOkResponse({ type: ProposalsShown })
  withdrawProposal(
    @UuidParam('caseId') caseId: CaseId,
    @Param('proposalId') proposalId: string,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    return this.consents.close('WithdrawProposal', caseId, proposalId, received);
  }
}
