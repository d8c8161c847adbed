import { Controller, Delete, Get, HttpCode, Inject, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { Roles } from '@parley/auth';
import {
  CLOCK,
  CurrentCaller,
  CursorCodec,
  CURSORS,
  Logged,
  personOf,
  ProblemError,
  Refuses,
  ShownList,
  UuidParam,
  type PageShown,
  wholeList,
} from '@parley/http';
import { refuse, type CaseId, type Clock } from '@parley/kernel';
import { CaseGate } from '../../case/case-gate.http';
import { AgendaList, sealFeedToken } from './agenda.http';
import { AgendaRequest } from './agenda.request';
import { AgendaItemShown, CalendarFeedShown, OwnFeedShown } from './agenda.response';
import { CalendarFeeds, type CalendarFeed } from './calendar-feeds.table';

/** What is due from whom, by when, and what happens if nobody acts: for every role. */
@ApiTags('Agenda')
@Controller('v1/agenda')
export class AgendaController {
  constructor(@Inject(AgendaList) private readonly list: AgendaList) {}

  @Get()
  @Roles({ rule: 'I-64' }, 'desk', 'registry', 'panel', 'cohead', 'auditor')
  @Logged({ subject: 'agenda', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'See what is due from you',
    description:
      'Earliest first, over all cases and all parts of the procedure: your side’s, your office’s, your ' +
      'panel’s or your own. Each with its first date, each change and its reason, its present date, how ' +
      'it was counted, and what silence does.',
  })
  @ShownList(() => AgendaItemShown, 'A page of deadlines.')
  listDeadlines(@CurrentCaller() caller: Caller, @Query() request: AgendaRequest): Promise<PageShown<AgendaItemShown>> {
    return this.list.page(caller, request);
  }
}

/** The deadlines of one case in all parts of the procedure, for those who may see the case. */
@ApiTags('Agenda')
@Controller('v1/cases/:caseId/agenda')
export class CaseAgendaController {
  constructor(
    @Inject(AgendaList) private readonly list: AgendaList,
    @Inject(CaseGate) private readonly gate: CaseGate,
  ) {}

  @Get()
  @Roles({ rule: 'I-64' }, 'desk', 'registry', 'panel', 'cohead', 'auditor')
  @Logged({ subject: 'agenda', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'See what runs in a case',
    description:
      'Every deadline, whoever’s act it awaits, with its first date, each change and its reason, and its ' +
      'present date. A member of the panel does not see those that stand between the parties.',
  })
  @ShownList(() => AgendaItemShown, 'Everything that runs in the case, earliest first.')
  @Refuses(accessRefusals.notFound)
  async readCaseAgenda(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
  ): Promise<PageShown<AgendaItemShown>> {
    const { betweenParties } = await this.gate.open(caseId, caller);
    return wholeList(await this.list.inCase(caseId, betweenParties));
  }
}

const WHO = [{ rule: 'I-43' }, 'desk', 'registry', 'panel', 'cohead', 'auditor'] as const;

/** The calendar feeds of a person: to get the address of one, to list them, and to end one. */
@ApiTags('Agenda')
@Controller('v1')
export class OwnFeedsController {
  constructor(
    @Inject(CalendarFeeds) private readonly feeds: CalendarFeeds,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('agenda/feed')
  @Roles(...WHO)
  @Logged({ subject: 'agenda', what: 'feed', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'Get the address of your calendar feed',
    description:
      'For a calendar program. The token in it reads your agenda for 180 days, as long as your ' +
      'delegation is in force and you do not end it, and can do nothing else; ' +
      'whoever has the address reads it.',
  })
  @ApiOkResponse({ type: CalendarFeedShown })
  async readAgendaFeed(@CurrentCaller() caller: Caller): Promise<CalendarFeedShown> {
    return this.addressOf('/v1/agenda.ics', await this.feeds.give(personOf(caller), null, this.clock.now()));
  }

  @Get('cases/:caseId/agenda/feed')
  @Roles(...WHO)
  @Logged({ subject: 'agenda', what: 'feed', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'Get the address of the calendar feed of a case',
    description:
      'The token in it reads the deadlines of this case for 180 days, as long as you may see the case ' +
      'and do not end it, and can do nothing else.',
  })
  @ApiOkResponse({ type: CalendarFeedShown })
  @Refuses(accessRefusals.notFound)
  async readCaseAgendaFeed(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
  ): Promise<CalendarFeedShown> {
    await this.gate.open(caseId, caller);
    return this.addressOf(
      `/v1/cases/${caseId}/agenda.ics`,
      await this.feeds.give(personOf(caller), caseId, this.clock.now()),
    );
  }

  @Get('agenda/feeds')
  @Roles(...WHO)
  @Logged({ subject: 'agenda', what: 'feeds', tier: 'PARTIES' })
  @ApiOperation({
    summary: 'List your calendar feeds',
    description:
      'Those that can be read with a token now. A feed of a role that you do not have any more ends with this.',
  })
  @ShownList(() => OwnFeedShown, 'Your feeds, the first one first. Their tokens are not shown again.')
  async listAgendaFeeds(@CurrentCaller() caller: Caller): Promise<PageShown<OwnFeedShown>> {
    const feeds = await this.feeds.of(personOf(caller), this.clock.now());
    return wholeList(
      feeds.map(({ feedId: id, caseId, givenAt, validUntil }) => ({ id, case: caseId, givenAt, validUntil })),
    );
  }

  @Delete('agenda/feeds/:feedId')
  @HttpCode(204)
  @Roles(...WHO)
  @ApiOperation({ summary: 'End a calendar feed', description: 'Your own. Its token reads nothing from then on.' })
  @ApiNoContentResponse()
  @Refuses(accessRefusals.notFound)
  async endAgendaFeed(
    @UuidParam('feedId', 'Id of the feed.') feedId: string,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    if (!(await this.feeds.end(feedId, personOf(caller).personId)))
      throw ProblemError.refused(refuse(accessRefusals.notFound));
  }

  private addressOf(path: string, feed: CalendarFeed): CalendarFeedShown {
    return { id: feed.feedId, url: `${path}?token=${sealFeedToken(this.cursors, feed)}`, validUntil: feed.validUntil };
  }
}
