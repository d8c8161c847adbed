import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import {
  CurrentCaller,
  CURSORS,
  CursorCodec,
  ReadsLog,
  ReadsRequest,
  ReadsShown,
  Refuses,
  showReads,
  UuidParam,
} from '@parley/http';
import { HotlineDesk } from '../../application/hotline/hotline-desk';
import { openHotline } from './admit-to-hotline';
import { aboutOf, subjectOf } from './reads-of-hotline';

/** Who read a request on the hotline (I-40): for auditors of either side. */
@ApiTags('Hotline')
@Controller('v1/hotline/:hotlineId/reads')
export class HotlineReadsController {
  constructor(
    @Inject(HotlineDesk) private readonly desk: HotlineDesk,
    @Inject(ReadsLog) private readonly log: ReadsLog,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
  ) {}

  @Get()
  @Roles({ rule: 'I-40' }, 'auditor')
  @ApiOperation({
    summary: 'See who has read a request on the hotline',
    description: 'Newest first: person, tier, purpose, instant.',
  })
  @ApiOkResponse({ type: ReadsShown })
  @Refuses(accessRefusals.notFound)
  async reads(
    @UuidParam('hotlineId', 'Id of the request.') hotlineId: string,
    @CurrentCaller() caller: Caller,
    @Query() page: ReadsRequest,
  ): Promise<ReadsShown> {
    const { hotline } = await openHotline(this.desk, hotlineId, caller);
    return showReads(this.log, this.cursors, aboutOf(hotline), page, { subject: subjectOf(hotline) });
  }
}
