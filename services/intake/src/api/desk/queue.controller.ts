import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import { CurrentCaller, personOf, ShownPage, type PageShown } from '@parley/http';
import { QueueRequest } from './desk.request';
import { WorkItemShown } from './desk.response';
import { DeskQueue } from './desk-queue';

/** What the registry and the co-heads have to do, over all cases. */
@ApiTags('Desk')
@Controller('v1/desk/queue')
export class QueueController {
  constructor(@Inject(DeskQueue) private readonly queue: DeskQueue) {}

  @Get()
  @Roles({ rule: 'S2' }, 'registry', 'cohead')
  @ApiOperation({
    summary: 'See what the registry has to do',
    description:
      'Earliest first, from the same deadlines as everybody’s agenda: with who does it, how much it ' +
      'presses, and whether it needs both sides.',
  })
  @ShownPage(() => WorkItemShown, 'A page of steps.')
  work(@CurrentCaller() caller: Caller, @Query() request: QueueRequest): Promise<PageShown<WorkItemShown>> {
    return this.queue.page(personOf(caller), request);
  }
}
