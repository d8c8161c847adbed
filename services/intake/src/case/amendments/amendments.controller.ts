import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { Act, LateClaims, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { Persons } from '../../registry/persons/persons.table';
import { Cases } from '../../repositories';
import { admitToCase, asksCase, CaseGate } from '../case-gate.http';
import { CaseShown } from '../case.response';
import { asksToPropose, ConsentDesk } from '../consent/consent.http';
import { ProposalsShown } from '../consent/consent.response';
import { FileCaseHandler } from '../filing/file-case';
import { incomingFiling } from '../filing/filing.http';
import { showOutcome } from '../outcome/outcome.response';
import { grievanceRefusals, refusals } from '../refusals.rules';
import { amendmentActs, amendByConsent } from './amend-grievance.rules';
import { grievanceDigest, replaceByConsent } from './replace-by-consent.rules';
import { AmendedGrievanceRequest, AmendmentReplyRequest, AmendmentRequest, JoinderRequest } from './amendments.request';
import { filedCase } from '../show-case.response';
import { tooLong } from '../filing/filing.rules';
import { supplementFault, joinderFault, mayPropose } from '../consent/may-propose.rules';

const AMENDING = { as: ['desk'], rule: 'I-24', side: 'complainant' } as const;

const ofAmendments = [
  refusals.supplementLate,
  refusals.replacementLate,
  refusals.noTimeForClaim,
  refusals.amendedAfterInterim,
  refusals.amendmentBeforeRegistration,
  refusals.amendmentIncomplete,
  refusals.amendmentChangesNothing,
  refusals.claimIdGone,
  refusals.tooManyAmendments,
  refusals.claimOfOther,
  refusals.supplementReplaces,
  refusals.supplementAddsNothing,
  ...grievanceRefusals,
  refusals.tooLong,
  refusals.suspended,
  refusals.screeningEnded,
  refusals.defaultPending,
  accessRefusals.notFound,
  accessRefusals.notYourRole,
  accessRefusals.notYourSide,
] as const;

/**
 * Changes of a registered grievance. The docket number stays. Claims that are new or replaced are answered in a time of
 * their own (I-24).
 */
@ApiTags('Amendments')
@Controller('v1/cases/:caseId')
export class AmendmentsController {
  constructor(
    @Inject(Cases) private readonly cases: Cases,
    @Inject(FileCaseHandler) private readonly filings: FileCaseHandler,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(ConsentDesk) private readonly consents: ConsentDesk,
    @Inject(Persons) private readonly persons: Persons,
    @Inject(LateClaims) private readonly late: LateClaims,
  ) {}

  @Act({
    post: 'amendments',
    signed: true,
    ...AMENDING,
    asks: asksCase('AmendGrievance'),
    decides: [tooLong, amendmentActs.AmendGrievance],
    refuses: [refusals.notComplainant, refusals.claimBarred, ...ofAmendments],
  })
  @ApiOperation({
    summary: 'Supplement a grievance, or revise and replace it',
    description:
      'The whole grievance is sent as it is to stand. A supplement adds claims, up to the day that the ' +
      'rule set names; the clocks of the first ones do not move. A replacement resets only what it ' +
      'replaces, and comes up to that day too. Until the filing is found complete, either puts the new text in the ' +
      'place of the old, and no clock moves.',
  })
  @ApiOkResponse({ type: CaseShown })
  async amendCase(
    @UuidParam('caseId') caseId: CaseId,
    @Body() body: AmendmentRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, actor, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const filing = await this.filings.amended(caseId, incomingFiling(body, actor, received.receivedAt), context);
    return showOutcome(
      await this.cases.act(caseId, { type: 'AmendGrievance', ...act, kind: body.kind, ...filing }, context),
      this.persons,
      received.caller,
    );
  }

  @Act({
    post: 'supplements',
    signed: true,
    ...AMENDING,
    decides: [tooLong, mayPropose, supplementFault, amendByConsent],
    asks: asksToPropose('supplement'),
    refuses: [
      refusals.notComplainant,
      refusals.notAParty,
      refusals.proposedAlready,
      refusals.tooManyProposals,
      ...ofAmendments,
    ],
  })
  @ApiOperation({
    summary: 'Propose a supplement to the other party',
    description:
      'For claims that come after the day up to which they may be added without its consent. Unsigned, ' +
      'they are a new case, to be filed as one.',
  })
  @ApiOkResponse({ type: ProposalsShown })
  async proposeSupplement(
    @UuidParam('caseId') caseId: CaseId,
    @Body() body: AmendedGrievanceRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    const filing = await this.#filed(caseId, body, received);
    return this.consents.propose(caseId, { kind: 'supplement', ...filing }, received);
  }

  @Act({
    post: 'replacements',
    signed: true,
    ...AMENDING,
    decides: [tooLong, mayPropose, supplementFault, replaceByConsent],
    asks: asksToPropose('replacement'),
    refuses: [
      refusals.notComplainant,
      refusals.notAParty,
      refusals.proposedAlready,
      refusals.tooManyProposals,
      refusals.replacesAnother,
      ...ofAmendments,
    ],
  })
  @ApiOperation({
    summary: 'Propose to the other party to revise and replace the grievance',
    description:
      'After the day up to which that may be done without its consent. It consents to this text in the place of the ' +
      'present one; when that is changed meanwhile, the consent serves for nothing.',
  })
  @ApiOkResponse({ type: ProposalsShown })
  async proposeReplacement(
    @UuidParam('caseId') caseId: CaseId,
    @Body() body: AmendedGrievanceRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    const filing = await this.#filed(caseId, body, received);
    const replaces = grievanceDigest(filedCase((await this.cases.read(caseId)).state).grievance);
    return this.consents.propose(caseId, { kind: 'replacement', replaces, ...filing }, received);
  }

  @Act({
    post: 'joinders',
    signed: true,
    as: ['desk'],
    rule: 'I-24',
    side: 'respondent',
    decides: [tooLong, mayPropose, joinderFault, amendByConsent],
    asks: asksToPropose('joinder'),
    refuses: [
      refusals.notRespondent,
      refusals.notAParty,
      refusals.proposedAlready,
      refusals.tooManyProposals,
      ...ofAmendments,
    ],
  })
  @ApiOperation({
    summary: 'Propose to have one’s own measures in the same case',
    description:
      'By the respondent: the whole grievance as it is to stand, with claims of its own added to it, ' +
      'each with `claimant: respondent`. When the complainant signs, it answers them in a time of their ' +
      'own. Unsigned, they are a counter-grievance, to be filed as one.',
  })
  @ApiOkResponse({ type: ProposalsShown })
  async proposeJoinder(
    @UuidParam('caseId') caseId: CaseId,
    @Body() body: JoinderRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    const filing = await this.#filed(caseId, body, received);
    return this.consents.propose(caseId, { kind: 'joinder', ...filing }, received);
  }

  @Act({
    post: 'amendments/:amendmentId/reply',
    signed: true,
    as: ['desk'],
    rule: 'S4',
    asks: asksCase('AnswerAmendment'),
    late: true,
    decides: amendmentActs.AnswerAmendment,
    refuses: [
      refusals.notAParty,
      refusals.unknownAmendment,
      refusals.notAwaitingReply,
      refusals.replyLate,
      refusals.claimNotAmended,
      refusals.notRespondent,
      refusals.notComplainant,
      refusals.suspended,
      refusals.screeningEnded,
      accessRefusals.notFound,
      accessRefusals.notYourRole,
    ],
  })
  @ApiParam({ name: 'amendmentId', description: 'Id of the amendment within the case.', example: 'S1' })
  @ApiOperation({
    summary: 'Answer the claims of an amendment',
    description:
      'Once, by the party against which they are made, in the time of the amendment; unanswered, ' +
      'they go on all the same.',
  })
  @ApiOkResponse({ type: CaseShown })
  async replyToAmendment(
    @UuidParam('caseId') caseId: CaseId,
    @Param('amendmentId') amendmentId: string,
    @Body() body: AmendmentReplyRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<CaseShown>> {
    const { act, context } = await admitToCase(this.gate, this.cases, caseId, received);
    const { counterStatements, received: came } = body;
    const answering = { type: 'AnswerAmendment', ...act, amendmentId, counterStatements } as const;
    const command = await this.late.of(answering, came, context);
    return showOutcome(await this.cases.act(caseId, command, context), this.persons, received.caller);
  }

  /** The grievance as it would stand, with its receipt, of whoever is admitted to the case. */
  async #filed(caseId: CaseId, body: AmendedGrievanceRequest, received: ReceivedAct) {
    const { actor, context } = await admitToCase(this.gate, this.cases, caseId, received);
    return this.filings.amended(caseId, incomingFiling(body, actor, received.receivedAt), context);
  }
}
