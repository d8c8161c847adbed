import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '@parley/auth';
import { InstallationPartiesShown } from './parties.response';

/** Gives the `InstallationPartiesShown` of the process. */
export const PARTIES_SHOWN = Symbol('InstallationPartiesShown');

/** The two parties, for anybody to read. */
@ApiTags('Procedure')
@Public()
@Controller('v1/parties')
export class PartiesController {
  constructor(@Inject(PARTIES_SHOWN) private readonly shown: () => InstallationPartiesShown) {}

  @Get()
  @ApiOperation({
    summary: 'See the two parties, and where tokens are issued',
    description:
      'Each party has an OpenID provider, which alone vouches for its people, and so has the secretariat for whom ' +
      'neither appointed. A token that claims what is another issuer’s to give is refused.',
  })
  @ApiOkResponse({ type: InstallationPartiesShown })
  listParties(): InstallationPartiesShown {
    return this.shown();
  }
}
