import { Body, Controller, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { CaseId } from '@parley/kernel';
import { Act, LateClaims, Received, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { Panels } from '../panel/repositories';
import { refusals } from '../panel/refusals.rules';
import {
  ChallengeDecisionRequest,
  ChallengeRequest,
  DisclosureRequest,
  NominationRequest,
  RecusalRequest,
  ReplacementRequest,
} from './composition.request';
import { asksPanel, PanelGate } from '../panel/panel.http';
import { PanelShown } from '../panel/panel.response';
import { showOutcome } from '../panel/show-panel.response';
import { nominateMember, makeDisclosure } from './members.rules';
import { challengeMember, signChallengeDecision } from '../challenges/challenge-decision.rules';
import { replaceMember, recuseMember } from './composition-refusals.rules';

const OF_A_DESK = { as: ['desk'], rule: 'S6' } as const;
const ofScreening = [
  refusals.screeningEnded,
  refusals.screeningSuspended,
  refusals.longStopPassed,
  refusals.panelImpossible,
] as const;
const over = [...ofScreening, refusals.twoCapacities] as const;
const seen = [accessRefusals.notFound, accessRefusals.notYourRole, accessRefusals.twoCapacities] as const;

/** S6: how the seats of a panel are filled. */
@ApiTags('Panel')
@Controller('v1/cases/:caseId/panel')
export class CompositionController {
  constructor(
    @Inject(Panels) private readonly panels: Panels,
    @Inject(PanelGate) private readonly gate: PanelGate,
    @Inject(LateClaims) private readonly late: LateClaims,
  ) {}

  @Act({
    post: 'nominations',
    signed: true,
    ...OF_A_DESK,
    late: true,
    decides: nominateMember,
    asks: asksPanel({ type: 'NominateMember' }),
    refuses: [
      refusals.notAParty,
      refusals.noVacantSeat,
      refusals.nominationLate,
      refusals.notOnFrozenRoster,
      refusals.notEligible,
      ...over,
      ...seen,
    ],
  })
  @ApiOperation({
    summary: 'Nominate a member',
    description:
      'For the first vacant seat of one’s own side, from its frozen roster. A seat for which nobody is ' +
      'named in time is drawn by lot.',
  })
  @ApiOkResponse({ type: PanelShown })
  async nominateMember(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { member, coChair, received: came }: NominationRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<PanelShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const nominating = { type: 'NominateMember', ...act, member, coChair: coChair ?? false } as const;
    const command = await this.late.of(nominating, came, context);
    return showOutcome(await this.panels.act(caseId, command, context), received.caller);
  }

  @Act({
    post: 'disclosures',
    as: ['panel'],
    rule: 'I-08',
    decides: makeDisclosure,
    asks: asksPanel({ type: 'MakeDisclosure' }),
    refuses: [
      refusals.notOnPanel,
      refusals.disclosureAwaits,
      refusals.disclosureLate,
      refusals.deliberationOver,
      ...over,
      ...seen,
    ],
  })
  @ApiOperation({
    summary: 'Make one’s disclosure',
    description:
      'By the member nominated or drawn, for this case. It starts the time for a challenge; without it in time the ' +
      'seat is drawn by lot. The duty lasts until the deliberation closes: a later disclosure opens a time for a ' +
      'challenge anew.',
  })
  @ApiOkResponse({ type: PanelShown })
  async discloseAsMember(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { statement }: DisclosureRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<PanelShown>> {
    const { act, context } = await this.gate.admitMember(caseId, received);
    return showOutcome(
      await this.panels.act(caseId, { type: 'MakeDisclosure', ...act, statement }, context),
      received.caller,
    );
  }

  @Act({
    post: 'challenges',
    ...OF_A_DESK,
    late: true,
    decides: challengeMember,
    asks: asksPanel({ type: 'ChallengeMember' }),
    refuses: [
      refusals.notAParty,
      refusals.unknownMember,
      refusals.ownMember,
      refusals.notOpenToChallenge,
      refusals.challengeLate,
      refusals.deliberationOver,
      refusals.challengedForLateFact,
      refusals.knownInTime,
      ...over,
      ...seen,
    ],
  })
  @ApiOperation({
    summary: 'Challenge a member of the other side',
    description:
      'Within the time from a disclosure, or once later, until the deliberation closes, for a fact that came to ' +
      'light since. Until it is decided the member cannot vote, sign, or read the deliberation (I-09).',
  })
  @ApiOkResponse({ type: PanelShown })
  async challengeMember(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { received: came, ...challenged }: ChallengeRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<PanelShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const challenging = { type: 'ChallengeMember', ...act, ...challenged } as const;
    const command = await this.late.of(challenging, came, context);
    return showOutcome(await this.panels.act(caseId, command, context), received.caller);
  }

  @Act({
    post: 'challenges/:challengeId/decisions',
    signed: true,
    as: ['cohead'],
    rule: 'I-04',
    decides: signChallengeDecision,
    asks: asksPanel({ type: 'SignChallengeDecision' }),
    refuses: [
      refusals.unknownChallenge,
      refusals.challengedDecides,
      refusals.challengeDecided,
      refusals.decisionLate,
      refusals.alreadySigned,
      refusals.signsForBoth,
      refusals.digestDiffers,
      refusals.notACoHead,
      ...over,
      ...seen,
    ],
  })
  @ApiParam({ name: 'challengeId', description: 'Id of the challenge within the case.', example: 'challenge:1' })
  @ApiOperation({
    summary: 'Sign a decision on a challenge',
    description:
      'By a co-head. It takes effect when the other has signed the same digest; split or silent, the member stays.',
  })
  @ApiOkResponse({ type: PanelShown })
  async decideChallenge(
    @UuidParam('caseId') caseId: CaseId,
    @Param('challengeId') challengeId: string,
    @Body() { ...decision }: ChallengeDecisionRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<PanelShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const command = { type: 'SignChallengeDecision', ...act, challengeId, ...decision } as const;
    return showOutcome(await this.panels.act(caseId, command, context), received.caller);
  }

  @Act({
    post: 'replacements',
    ...OF_A_DESK,
    late: true,
    decides: replaceMember,
    asks: asksPanel({ type: 'ReplaceMember' }),
    refuses: [
      refusals.notAParty,
      refusals.unknownMember,
      refusals.ownMember,
      refusals.notOpenToReplacement,
      ...over,
      ...seen,
    ],
  })
  @ApiOperation({
    summary: 'Have a member of the other side replaced',
    description:
      'Peremptorily, once per side and case: the member whom one’s own challenge did not remove because the co-heads ' +
      'were split or silent, within the time that starts then.',
  })
  @ApiOkResponse({ type: PanelShown })
  async replaceMember(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { member, received: came }: ReplacementRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<PanelShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const command = await this.late.of({ type: 'ReplaceMember', ...act, member } as const, came, context);
    return showOutcome(await this.panels.act(caseId, command, context), received.caller);
  }

  @Act({
    post: 'recusals',
    as: ['panel'],
    rule: 'I-02',
    decides: recuseMember,
    asks: asksPanel({ type: 'RecuseMember' }),
    refuses: [refusals.notOnPanel, refusals.tooLateToLeave, ...ofScreening, ...seen],
  })
  @ApiOperation({
    summary: 'Leave the panel',
    description: 'By a member. The side names another; until that one is seated the panel cannot vote (I-02).',
  })
  @ApiOkResponse({ type: PanelShown })
  async leavePanel(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { reason }: RecusalRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<PanelShown>> {
    const { act, context } = await this.gate.admitMember(caseId, received);
    return showOutcome(
      await this.panels.act(caseId, { type: 'RecuseMember', ...act, reason }, context),
      received.caller,
    );
  }
}
