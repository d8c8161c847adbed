import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { Act, Received, respond, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { HotlineRequests } from '../../repositories';
import { commitCrisisNonce, layCrisisNonceOpen } from './crisis-draw.rules';
import { hotlineRefusals as refusals } from './hotline-refusals.rules';
import { admitToHotline, openHotline } from './hotline.http';
import { CrisisNonceCommitmentRequest, CrisisNonceRequest } from './hotline.request';
import { HotlineShown, requestOf, showHotline } from './hotline.response';

const OF_A_DESK = { as: ['desk'], rule: 'I-72' } as const;
const over = [
  refusals.notADesk,
  refusals.noCrisis,
  accessRefusals.notFound,
  accessRefusals.notYourRole,
  accessRefusals.twoCapacities,
] as const;

/** What desks add to the draw of a crisis team, so that nobody can foresee it (I-72). */
@ApiTags('Hotline')
@Controller('v1/hotline/:hotlineId/crisis-team')
export class CrisisDrawController {
  constructor(@Inject(HotlineRequests) private readonly hotlines: HotlineRequests) {}

  @Act({
    post: 'commitments',
    ...OF_A_DESK,
    decides: commitCrisisNonce,
    refuses: [refusals.nonceCommitted, refusals.commitmentLate, refusals.commitmentUsed, ...over],
  })
  @ApiOperation({
    summary: 'Add the hash of a nonce to the draw of a crisis team',
    description:
      'By the desk of either side, from the request on until the draw is called, which is 10 minutes after the ' +
      'request at the soonest. One nonce goes into the draws of all places. Make it with a random generator, for ' +
      'this crisis alone, and keep it until the draw is called.',
  })
  @ApiOkResponse({ type: HotlineShown })
  async commitCrisisNonce(
    @UuidParam('hotlineId', 'Id of the request.') hotlineId: string,
    @Body() { commitment }: CrisisNonceCommitmentRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<HotlineShown>> {
    const { act, context } = admitToHotline(received, this.hotlines.ruleSetVersion);
    await openHotline(this.hotlines, hotlineId, received.caller);
    const command = { type: 'CommitCrisisNonce', ...act, commitment } as const;
    return respond(await this.hotlines.act(hotlineId, command, context), ({ state }) =>
      showHotline(requestOf(state), received.caller),
    );
  }

  @Act({
    post: 'nonces',
    ...OF_A_DESK,
    decides: layCrisisNonceOpen,
    refuses: [
      refusals.nonceNotCommitted,
      refusals.nonceEarly,
      refusals.nonceLaidOpen,
      refusals.nonceLate,
      refusals.nonceDiffers,
      ...over,
    ],
  })
  @ApiOperation({
    summary: 'Lay the nonce of a crisis open',
    description:
      'Once the draw is called, within 10 minutes. When every nonce is open the team is drawn at once, and the ' +
      'secrets of the secretariat are laid open with it. A nonce that is not laid open in time is left out, in public.',
  })
  @ApiOkResponse({ type: HotlineShown })
  async layOpenCrisisNonce(
    @UuidParam('hotlineId', 'Id of the request.') hotlineId: string,
    @Body() { nonce }: CrisisNonceRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<HotlineShown>> {
    const { act, context } = admitToHotline(received, this.hotlines.ruleSetVersion);
    await openHotline(this.hotlines, hotlineId, received.caller);
    const command = { type: 'LayCrisisNonceOpen', ...act, nonce } as const;
    return respond(await this.hotlines.act(hotlineId, command, context), ({ state }) =>
      showHotline(requestOf(state), received.caller),
    );
  }
}
