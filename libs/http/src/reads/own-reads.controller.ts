import { Controller, Get, Inject, Query, type Type } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import { refuse } from '@parley/kernel';
import { CURSORS } from '../app/tokens';
import { CurrentCaller, personOf } from '../caller/current-caller.decorator';
import { ProblemError } from '../problems/problem.error';
import { CursorCodec } from '../paging/cursor-codec';
import { Logged } from './logged-read.decorator';
import { ReadsLog } from './reads-log';
import { ListRequest } from '../paging/page.request';
import type { PageShown } from '../paging/page.response';
import { ShownReads, showReads, type ReadShown } from './reads.response';

/**
 * The route of a service at which the auditors of a side see what its people read there that belongs to no single case:
 * agenda, inbox, drafts, rosters. What people of neither side read, such as experts, the auditors of both see.
 * @param part of the procedure that the service is for: `panel`
 */
export function ownReadsOf(part: string): Type {
  @ApiTags('Reads')
  @Controller(`v1/reads/${part}`)
  class OwnReadsController {
    constructor(
      @Inject(ReadsLog) private readonly log: ReadsLog,
      @Inject(CURSORS) private readonly cursors: CursorCodec,
    ) {}

    @Get()
    @Roles({ rule: 'I-40' }, 'auditor')
    @Logged({ subject: 'reads', tier: 'PARTIES' })
    @ApiOperation({
      operationId: `listOwnReadsOf${part.charAt(0).toUpperCase()}${part.slice(1)}`,
      summary: `See what the people of your side read that is of no single case (${part})`,
      description:
        'Newest first: person, tier, purpose, instant. With those of experts and third parties, who are of neither ' +
        'side; those of the other side are for its own auditors.',
    })
    @ShownReads()
    async reads(@CurrentCaller() caller: Caller, @Query() page: ListRequest): Promise<PageShown<ReadShown>> {
      const { party } = personOf(caller);
      if (party === null) throw ProblemError.refused(refuse(accessRefusals.notFound));
      return showReads(this.log, this.cursors, null, page, { by: party });
    }
  }
  return OwnReadsController;
}
