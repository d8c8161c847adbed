import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Act, reasonOf, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { extensionRefusals } from '@parley/procedure';
import { refusals } from '../refusals.rules';
import { asksToPropose, ConsentDesk } from './consent.http';
import { ExtensionRequest, ReasonedRequest, RulesRequest, SuspensionRequest } from './consent.request';
import { ProposalsShown } from './consent.response';
import { mayPropose } from './may-propose.rules';
import { extendRunning } from '../extensions/extensions.rules';
import { resume } from '../suspension/resumption.rules';
import { suspend } from '../suspension/suspension.rules';
import { takeComplexTrack } from '../tracks/tracks.rules';
import { adoptRules } from '../rules-adopted/rules-adopted.rules';
import { reopen } from '../reopening/reopening.rules';

const SUSPENDING = { as: ['desk'], rule: 'S11' } as const;

const ofProposals = [
  refusals.proposedAlready,
  refusals.tooManyProposals,
  refusals.defaultPending,
  refusals.notAParty,
  accessRefusals.notFound,
  accessRefusals.notYourRole,
] as const;
const SIGNED =
  'It takes effect when the other signs over the same digest, at ' +
  '/v1/cases/{caseId}/proposals/{proposalId}/signatures; unsigned, it lapses by itself.';

/**
 * Proposals of what needs both sides. The desk of one party proposes, or one co-head where the co-heads may decide
 * jointly.
 */
@ApiTags('Proposals')
@Controller('v1/cases/:caseId')
export class ProposingController {
  constructor(@Inject(ConsentDesk) private readonly consents: ConsentDesk) {}

  @Act({
    post: 'extensions',
    signed: true,
    as: ['desk', 'cohead'],
    rule: 'I-20',
    decides: [mayPropose, extendRunning],
    asks: asksToPropose('extension'),
    refuses: [
      refusals.noSuchDeadline,
      refusals.namedTime,
      refusals.partiesOnly,
      refusals.suspended,
      extensionRefusals.expired,
      extensionRefusals.notExtendable,
      extensionRefusals.tooMuch,
      ...ofProposals,
    ],
  })
  @ApiOperation({
    summary: 'Propose that a running deadline end later',
    description:
      'Before it expires, within the maximum of its clock, once; the long-stop by both parties only. ' +
      `${SIGNED} Never later than the deadline itself.`,
  })
  @ApiOkResponse({ type: ProposalsShown })
  proposeExtension(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { deadline, by, reason }: ExtensionRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    return this.consents.propose(caseId, { kind: 'extension', deadline, by, reason: reasonOf(reason) }, received);
  }

  @Act({
    post: 'suspensions',
    signed: true,
    ...SUSPENDING,
    decides: [mayPropose, suspend],
    asks: asksToPropose('suspension'),
    refuses: [
      refusals.notRegistered,
      refusals.suspended,
      refusals.screeningEnded,
      refusals.deliberationClosed,
      refusals.suspensionEnd,
      refusals.suspensionUsedUp,
      ...ofProposals,
    ],
  })
  @ApiOperation({
    summary: 'Propose that the screening stand still',
    description:
      'Its clocks, those of the panel too, stop and go on with what was left of them. After twelve months, all ' +
      `suspensions of the case together, it lapses; either party ends it before by a notice. ${SIGNED}`,
  })
  @ApiOkResponse({ type: ProposalsShown })
  proposeSuspension(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { until, reason }: SuspensionRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    const day = until ?? null;
    return this.consents.propose(caseId, { kind: 'suspension', until: day, reason: reasonOf(reason) }, received);
  }

  @Act({
    post: 'resumptions',
    signed: true,
    ...SUSPENDING,
    decides: [mayPropose, resume],
    asks: asksToPropose('resumption'),
    refuses: [refusals.notSuspended, refusals.screeningEnded, ...ofProposals],
  })
  @ApiOperation({ summary: 'Propose that a suspended screening go on', description: SIGNED })
  @ApiOkResponse({ type: ProposalsShown })
  proposeResumption(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { reason }: ReasonedRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    return this.consents.propose(caseId, { kind: 'resumption', reason: reasonOf(reason) }, received);
  }

  @Act({
    post: 'complex-track',
    signed: true,
    as: ['desk', 'cohead'],
    rule: 'complex',
    decides: [mayPropose, takeComplexTrack],
    asks: asksToPropose('track'),
    refuses: [
      refusals.notRegistered,
      refusals.notStandardTrack,
      refusals.panelComposed,
      refusals.findingsBegun,
      refusals.suspended,
      refusals.screeningEnded,
      ...ofProposals,
    ],
  })
  @ApiOperation({
    summary: 'Propose that the case go on under the complex track',
    description:
      'A larger panel, also where one stood already, a longer review, a later long-stop; no deadline ends earlier ' +
      'for it. By both parties until the findings are being made (S9), or by both co-heads on the reasons given ' +
      `until the panel is composed. ${SIGNED}`,
  })
  @ApiOkResponse({ type: ProposalsShown })
  proposeComplexTrack(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { reason }: ReasonedRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    return this.consents.propose(caseId, { kind: 'track', track: 'complex', reason: reasonOf(reason) }, received);
  }

  @Act({
    post: 'rules',
    signed: true,
    as: ['desk'],
    rule: 'I-04',
    decides: [mayPropose, adoptRules],
    asks: asksToPropose('rules'),
    refuses: [
      refusals.unknownRules,
      refusals.rulesAreThese,
      refusals.rulesOlder,
      refusals.notRegistered,
      refusals.screeningEnded,
      ...ofProposals,
    ],
  })
  @ApiOperation({
    summary: 'Propose that the case go on under a later version of the rules',
    description:
      'A case keeps the version under which it was filed, unless both parties take a later one. What ' +
      'starts afterwards is counted under that, in the panel, the evidence and the referral too; no ' +
      `deadline that runs moves. ${SIGNED}`,
  })
  @ApiOkResponse({ type: ProposalsShown })
  proposeLaterRules(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { version, reason }: RulesRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    return this.consents.propose(caseId, { kind: 'rules', version, reason: reasonOf(reason) }, received);
  }

  @Act({
    post: 'reopenings',
    signed: true,
    as: ['desk'],
    rule: 'I-26',
    decides: [mayPropose, reopen],
    asks: asksToPropose('reopening'),
    refuses: [refusals.notEnded, refusals.endedUnregistered, refusals.outcomeIsFinal, ...ofProposals],
  })
  @ApiOperation({
    summary: 'Propose that an ended screening be reopened',
    description:
      'One that was withdrawn or lapsed. It goes on where it stood, with what was left of its clocks; a ' +
      `long-stop that had passed starts anew. ${SIGNED}`,
  })
  @ApiOkResponse({ type: ProposalsShown })
  proposeReopening(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { reason }: ReasonedRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<ProposalsShown>> {
    return this.consents.propose(caseId, { kind: 'reopening', reason: reasonOf(reason) }, received);
  }
}
