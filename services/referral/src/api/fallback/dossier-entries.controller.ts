import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import type { CaseId, Clock, Sha256 } from '@parley/kernel';
import { Act, CLOCK, Received, respond, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { ReferralDesk } from '../../application/referral-desk';
import type { SignDossier } from '../../domain/referral-commands';
import { refusals } from '../../domain/refusals';
import { ReferralGate } from '../referral-gate';
import { ReferralShown } from '../referral.response';
import { filedReferral, showReferral } from '../show-referral';
import { ANY_ENTRY } from './entry-refusals';
import { DossierSignatureEntryRequest } from './fallback.request';
import { lateEntryOf } from './incoming-entry';

/** What a co-head signed by another channel, entered by the registry. */
@ApiTags('Outages')
@Controller('v1/cases/:caseId/referral/fallback-entries')
export class DossierEntriesController {
  constructor(
    @Inject(ReferralDesk) private readonly desk: ReferralDesk,
    @Inject(ReferralGate) private readonly gate: ReferralGate,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Act({
    post: '',
    as: ['registry'],
    rule: 'I-61',
    refuses: [
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
      digest: body.digest as Sha256,
    });
    const { access } = await this.gate.open(caseId, received.caller);
    const outcome = await this.desk.act(caseId, { type: 'EnterDossierSignature', ...entry }, admitted.context);
    return respond(outcome, ({ state }) =>
      showReferral(caseId, filedReferral(state), { caller: received.caller, access }, this.clock.now()),
    );
  }
}
