import { Controller, Delete, Get, HttpCode, Inject } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, type Caller } from '@parley/access';
import { refuse, type CaseId, type Clock } from '@parley/kernel';
import { Roles } from '@parley/auth';
import { CLOCK, CurrentCaller, CURSORS, CursorCodec, personOf, ProblemError, Refuses, UuidParam } from '@parley/http';
import { CalendarFeeds, type CalendarFeed } from '../../projections/calendar-feeds';
import { CaseGate } from '../case-gate';
import { CalendarFeedShown, OwnFeedsShown } from './agenda.response';
import { sealFeedToken } from './feed-token';

const WHO = [{ rule: 'I-43' }, 'desk', 'registry', 'panel', 'cohead', 'auditor'] as const;

/** The calendar feeds of a person: their addresses, a list of them, and their end. */
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
  @ApiOperation({
    summary: 'Get the address of your calendar feed',
    description:
      'For a calendar program. The token in it reads your agenda for 180 days, as long as your ' +
      'delegation is in force and you do not end it, and can do nothing else; ' +
      'whoever has the address reads it.',
  })
  @ApiOkResponse({ type: CalendarFeedShown })
  async ofAgenda(@CurrentCaller() caller: Caller): Promise<CalendarFeedShown> {
    return this.addressOf('/v1/agenda.ics', await this.feeds.give(personOf(caller), null, this.clock.now()));
  }

  @Get('cases/:caseId/agenda/feed')
  @Roles(...WHO)
  @ApiOperation({
    summary: 'Get the address of the calendar feed of a case',
    description:
      'The token in it reads the deadlines of this case for 180 days, as long as you may see the case ' +
      'and do not end it, and can do nothing else.',
  })
  @ApiOkResponse({ type: CalendarFeedShown })
  @Refuses(accessRefusals.notFound)
  async ofCase(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
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
  @ApiOperation({
    summary: 'List your calendar feeds',
    description:
      'Those that can be read with a token now. A feed of a role that you do not have any more ends with this.',
  })
  @ApiOkResponse({ type: OwnFeedsShown })
  async mine(@CurrentCaller() caller: Caller): Promise<OwnFeedsShown> {
    const feeds = await this.feeds.of(personOf(caller), this.clock.now());
    return {
      items: feeds.map(({ feedId: id, caseId, givenAt, validUntil }) => ({ id, case: caseId, givenAt, validUntil })),
    };
  }

  @Delete('agenda/feeds/:feedId')
  @HttpCode(204)
  @Roles(...WHO)
  @ApiOperation({ summary: 'End a calendar feed', description: 'Your own. Its token reads nothing from then on.' })
  @ApiNoContentResponse()
  @Refuses(accessRefusals.notFound)
  async end(@UuidParam('feedId', 'Id of the feed.') feedId: string, @CurrentCaller() caller: Caller): Promise<void> {
    if (!(await this.feeds.end(feedId, personOf(caller).personId)))
      throw ProblemError.refused(refuse(accessRefusals.notFound));
  }

  private addressOf(path: string, feed: CalendarFeed): CalendarFeedShown {
    return { id: feed.feedId, url: `${path}?token=${sealFeedToken(this.cursors, feed)}`, validUntil: feed.validUntil };
  }
}
