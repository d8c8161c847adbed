import { Body, Controller, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals } from '@parley/access';
import { Act, Received, respond, UuidParam, type Answer, type ReceivedAct } from '@parley/http';
import { HotlineRequests } from '../../repositories';
import { hotlineRefusals as refusals } from './hotline-refusals.rules';
import { admitToHotline, openHotline } from './hotline.http';
import { OptionsRequest, OptionsSignatureRequest } from './hotline.request';
import { HotlineShown, requestOf, showHotline } from './hotline.response';
import { draftOptions, signOptions } from './crisis-team.rules';

const ofTeam = [
  refusals.noTeam,
  refusals.notOnTeam,
  refusals.optionsAgreed,
  accessRefusals.notFound,
  accessRefusals.notYourRole,
  accessRefusals.twoCapacities,
] as const;

/** The paper that the crisis team lays before the parties. One member of each side signs it over one digest. */
@ApiTags('Hotline')
@Controller('v1/hotline/:hotlineId/options-paper')
export class OptionsPaperController {
  constructor(@Inject(HotlineRequests) private readonly hotlines: HotlineRequests) {}

  @Act({
    post: '',
    as: ['panel'],
    rule: 'hotline',
    decides: draftOptions,
    refuses: [refusals.tooManyOptions, ...ofTeam],
  })
  @ApiOperation({
    summary: 'Draft the options paper',
    description: 'By a member of the crisis team. It takes the place of the draft before, and of its signatures.',
  })
  @ApiOkResponse({ type: HotlineShown })
  async draftOptionsPaper(
    @UuidParam('hotlineId', 'Id of the request.') hotlineId: string,
    @Body() { text }: OptionsRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<HotlineShown>> {
    const { act, context } = admitToHotline(received, this.hotlines.ruleSetVersion);
    await openHotline(this.hotlines, hotlineId, received.caller);
    return respond(await this.hotlines.act(hotlineId, { type: 'DraftOptions', ...act, text }, context), ({ state }) =>
      showHotline(requestOf(state), received.caller),
    );
  }

  @Act({
    post: 'signatures',
    as: ['panel'],
    rule: 'I-04',
    decides: signOptions,
    refuses: [refusals.noOptions, refusals.optionsSigned, refusals.optionsDigest, refusals.rungPending, ...ofTeam],
  })
  @ApiOperation({
    summary: 'Sign the options paper',
    description: 'By one member of each side over the same digest; then it stands, and that there is one is public.',
  })
  @ApiOkResponse({ type: HotlineShown })
  async signOptionsPaper(
    @UuidParam('hotlineId', 'Id of the request.') hotlineId: string,
    @Body() { digest }: OptionsSignatureRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<HotlineShown>> {
    const { act, context } = admitToHotline(received, this.hotlines.ruleSetVersion);
    await openHotline(this.hotlines, hotlineId, received.caller);
    return respond(await this.hotlines.act(hotlineId, { type: 'SignOptions', ...act, digest }, context), ({ state }) =>
      showHotline(requestOf(state), received.caller),
    );
  }
}
