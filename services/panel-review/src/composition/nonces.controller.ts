import { Body, Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import {
  Act,
  atRevision,
  CurrentCaller,
  Logged,
  Received,
  Refuses,
  respond,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import type { CaseId } from '@parley/kernel';
import { asksPanel, PanelGate } from '../panel/panel.http';
import { openedPanelOf } from '../panel/panel-state.rules';
import { refusals } from '../panel/refusals.rules';
import { Panels } from '../panel/repositories';
import { revisionFor } from '../panel/show-panel.response';
import { DrawsShown, showDraws } from './draws.response';
import { NonceCommitmentRequest, NonceRequest } from './nonces.request';
import { commitNonce, layNonceOpen } from './nonces.rules';

const OF_A_DESK = { as: ['desk'], rule: 'I-72' } as const;
const over = [
  refusals.notAParty,
  refusals.screeningEnded,
  refusals.screeningSuspended,
  refusals.longStopPassed,
  refusals.panelImpossible,
  refusals.twoCapacities,
  accessRefusals.notFound,
  accessRefusals.notYourRole,
  accessRefusals.twoCapacities,
] as const;

/** S6: what goes into the draws of a panel, published so that anybody can repeat them. */
@ApiTags('Panel')
@Controller('v1/cases/:caseId/panel/draws')
export class NoncesController {
  constructor(
    @Inject(Panels) private readonly panels: Panels,
    @Inject(PanelGate) private readonly gate: PanelGate,
  ) {}

  @Get()
  @Roles('desk', 'registry', 'panel', 'cohead', 'auditor')
  @Logged({ subject: 'draws', tier: 'PANEL' })
  @ApiOperation({
    summary: 'Read the draws by lot of a panel',
    description:
      'With everything that is needed to repeat each: SHA-256 of `secret` is the commitment that was published for ' +
      'this seat and draw, that of each nonce the one that its desk had added; the seed is the SHA-256 of the ' +
      'canonical JSON of `nonces` (those laid open, by role), `rosterDigest`, `seat` and `secret`; the number is ' +
      'made of the first 48 bits of SHA-256("seed:0"), "seed:1" … below the largest multiple of the number of the ' +
      'eligible, modulo that number.',
  })
  @ApiOkResponse({ type: DrawsShown })
  @Refuses(accessRefusals.notFound)
  async readDraws(@UuidParam('caseId') caseId: CaseId, @CurrentCaller() caller: Caller): Promise<Answer<DrawsShown>> {
    const { state, revision, known, reads } = await this.gate.open(caseId, caller);
    return revisionFor(reads, atRevision(showDraws(state), revision, known.count));
  }

  @Act({
    post: 'commitments',
    ...OF_A_DESK,
    decides: commitNonce,
    asks: asksPanel({ type: 'CommitNonce' }),
    refuses: [
      refusals.unknownSeat,
      refusals.notTheNextDraw,
      refusals.nonceCommitted,
      refusals.commitmentLate,
      refusals.commitmentUsed,
      ...over,
    ],
  })
  @ApiOperation({
    summary: 'Add the hash of a nonce to a draw',
    description:
      'For the next draw of any seat of either side, before it is called: then nobody, the secretariat included, can ' +
      'foresee it while the nonce is not open. Make the nonce with a random generator, for this draw alone, and keep ' +
      'it until the draw is called.',
  })
  @ApiOkResponse({ type: DrawsShown })
  async commitNonce(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { ...nonce }: NonceCommitmentRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DrawsShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const outcome = await this.panels.act(caseId, { type: 'CommitNonce', ...act, ...nonce }, context);
    return respond(outcome, ({ state }) => showDraws(openedPanelOf(state)));
  }

  @Act({
    post: 'nonces',
    ...OF_A_DESK,
    decides: layNonceOpen,
    asks: asksPanel({ type: 'LayNonceOpen' }),
    refuses: [
      refusals.unknownSeat,
      refusals.nonceNotCommitted,
      refusals.nonceEarly,
      refusals.nonceLaidOpen,
      refusals.nonceLate,
      refusals.nonceDiffers,
      ...over,
    ],
  })
  @ApiOperation({
    summary: 'Lay a nonce open',
    description:
      'Once the draw is called, and before it is held; the secret of the secretariat follows at the draw, and last. ' +
      'A nonce that is not laid open in time is left out, and the public record says whose it was.',
  })
  @ApiOkResponse({ type: DrawsShown })
  async layOpenNonce(
    @UuidParam('caseId') caseId: CaseId,
    @Body() { ...nonce }: NonceRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<DrawsShown>> {
    const { act, context } = await this.gate.admit(caseId, received);
    const outcome = await this.panels.act(caseId, { type: 'LayNonceOpen', ...act, ...nonce }, context);
    return respond(outcome, ({ state }) => showDraws(openedPanelOf(state)));
  }
}
