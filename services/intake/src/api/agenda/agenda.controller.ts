import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@parley/access';
import type { Clock } from '@parley/kernel';
import { CLOCK, CurrentCaller, CURSORS, CursorCodec, personOf, Roles, ShownPage, type PageShown } from '@parley/platform';
import { AgendaList } from './agenda-list';
import { AgendaRequest } from './agenda.request';
import { AgendaItemShown, CalendarFeedShown } from './agenda.response';
import { sealFeedToken } from './feed-token';

/** What is due from whom, by when, and what happens if nobody acts: for every role. */
@ApiTags('Agenda')
@Controller('v1/agenda')
export class AgendaController {
  constructor(
    @Inject(AgendaList) private readonly list: AgendaList,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Roles({ rule: 'I-64' }, 'desk', 'registry', 'panel', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'See what is due from you',
    description:
      'Earliest first, over all cases and all parts of the procedure: your side’s, your office’s, your panel’s or your own. Each with its first date, each change and its reason, its present date, how it was counted, and what silence does.',
  })
  @ShownPage(() => AgendaItemShown, 'A page of deadlines.')
  agenda(@CurrentCaller() caller: Caller, @Query() request: AgendaRequest): Promise<PageShown<AgendaItemShown>> {
    return this.list.page(caller, request);
  }

  @Get('feed')
  @Roles({ rule: 'I-43' }, 'desk', 'registry', 'panel', 'cohead', 'auditor')
  @ApiOperation({ summary: 'Get the address of your calendar feed', description: 'For a calendar program. The token in it reads your agenda for 180 days, as long as your delegation is in force, and can do nothing else; whoever has the address reads it.' })
  @ApiOkResponse({ type: CalendarFeedShown })
  feed(@CurrentCaller() caller: Caller): CalendarFeedShown {
    const { token, validUntil } = sealFeedToken(this.cursors, personOf(caller), null, this.clock.now());
    return { url: `/v1/agenda.ics?token=${token}`, validUntil };
  }
}
