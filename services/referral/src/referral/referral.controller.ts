import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import type { CaseId, Clock } from '@parley/kernel';
import { Roles } from '@parley/auth';
import {
  Act,
  AsOfRequest,
  asOfOf,
  atRevision,
  CLOCK,
  CurrentCaller,
  Logged,
  Received,
  Refuses,
  respond,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import { Referrals } from './repositories';
import { refusals } from './refusals.rules';
import { asksReferral, ReferralGate, revisionFor } from './referral.http';
import { ReferralShown } from './referral.response';
import { filedReferral, showReferral } from './show-referral.response';
import { giveExitNotice } from './referral.rules';

@ApiTags('Referral')
@Controller('v1/cases/:caseId/referral')
export class ReferralController {
  constructor(
    @Inject(Referrals) private readonly referrals: Referrals,
    @Inject(ReferralGate) private readonly gate: ReferralGate,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @Logged({ subject: 'referral', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'Read the referral of a case',
    description:
      'Exit notices, what a dossier could stand on, and dossiers, folded from the referral’s own events ' +
      'and what the other services told of the case; its `ETag` covers both. `asOf` shows it as it was.',
  })
  @ApiOkResponse({ type: ReferralShown })
  @Refuses(accessRefusals.notFound)
  async readReferral(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() query: AsOfRequest,
  ): Promise<Answer<ReferralShown>> {
    const asOf = asOfOf(query);
    const { state, revision, facts, access } = await this.gate.open(caseId, caller, asOf);
    const viewer = { caller, access };
    const shown = showReferral(caseId, state, viewer, asOf ?? this.clock.now());
    return revisionFor(viewer, atRevision(shown, revision, facts));
  }

  @Act({
    post: 'exit-notices',
    signed: true,
    as: ['desk'],
    rule: 'I-53',
    whose: 'complaining',
    decides: giveExitNotice,
    asks: asksReferral('GiveExitNotice'),
    refuses: [refusals.noClaimsOfOwn, accessRefusals.notFound, accessRefusals.notYourRole],
  })
  @ApiOperation({
    summary: 'Give notice that you go to the forum',
    description:
      'By the complainant, and by the respondent where claims of its own are in the case: always ' +
      'accepted from filing on, and ends nothing: only withdrawal does (I-53). Given again, it stands ' +
      'already.',
  })
  @ApiOkResponse({ type: ReferralShown })
  async giveExitNotice(
    @UuidParam('caseId') caseId: CaseId,
    @Received({ body: 'none' }) received: ReceivedAct,
  ): Promise<Answer<ReferralShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const { access } = await this.gate.open(caseId, received.caller);
    const outcome = await this.referrals.act(caseId, { type: 'GiveExitNotice', ...act }, context);
    return respond(outcome, ({ state }) =>
      showReferral(caseId, filedReferral(state), { caller: received.caller, access }, this.clock.now()),
    );
  }
}
