import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import { CurrentCaller, ShownPage, type PageShown } from '@parley/http';
import { AgendaList } from './agenda-list';
import { AgendaRequest } from './agenda.request';
import { AgendaItemShown } from './agenda.response';

/** What is due from whom, by when, and what happens if nobody acts: for every role. */
@ApiTags('Agenda')
@Controller('v1/agenda')
export class AgendaController {
  constructor(@Inject(AgendaList) private readonly list: AgendaList) {}

  @Get()
  @Roles({ rule: 'I-64' }, 'desk', 'registry', 'panel', 'cohead', 'auditor')
  @ApiOperation({
    summary: 'See what is due from you',
    description:
      'Earliest first, over all cases and all parts of the procedure: your side’s, your office’s, your ' +
      'panel’s or your own. Each with its first date, each change and its reason, its present date, how ' +
      'it was counted, and what silence does.',
  })
  @ShownPage(() => AgendaItemShown, 'A page of deadlines.')
  agenda(@CurrentCaller() caller: Caller, @Query() request: AgendaRequest): Promise<PageShown<AgendaItemShown>> {
    return this.list.page(caller, request);
  }
}
