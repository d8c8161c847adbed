import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { hasRole, refusals as accessRefusals, type Caller, type PersonCaller } from '@parley/access';
import { refuse, type CaseId, type Clock } from '@parley/kernel';
import { Public, type Delegations } from '@parley/auth';
import {
  CLOCK,
  CurrentCaller,
  CURSORS,
  CursorCodec,
  DELEGATIONS,
  personOf,
  ProblemError,
  Refuses,
  UuidParam,
} from '@parley/http';
import type { FastifyReply } from 'fastify';
import { CalendarFeeds } from '../../projections/calendar-feeds';
import { CaseGate } from '../case-gate';
import { AgendaList } from './agenda-list';
import { agendaRefusals } from './agenda-refusals';
import { CalendarRequest } from './agenda.request';
import { calendarOfAgenda } from './calendar-of-agenda';
import { openFeedToken } from './feed-token';

const CALENDAR = 'text/calendar';

/** Agendas as iCalendar feeds, for who shows a bearer token or the token of the feed. */
@ApiTags('Agenda')
@Public()
@Controller('v1')
export class CalendarFeedsController {
  constructor(
    @Inject(AgendaList) private readonly list: AgendaList,
    @Inject(CaseGate) private readonly gate: CaseGate,
    @Inject(CalendarFeeds) private readonly feeds: CalendarFeeds,
    @Inject(CURSORS) private readonly cursors: CursorCodec,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(DELEGATIONS) private readonly delegations: Delegations,
  ) {}

  @Get('agenda.ics')
  @ApiOperation({
    summary: 'Follow your agenda in a calendar',
    description:
      'RFC 5545. What is due from you, each deadline an entry that moves when the deadline does. 1,000 ' +
      'entries at most, the earliest.',
  })
  @ApiProduces(CALENDAR)
  @ApiOkResponse({ schema: { type: 'string' }, description: 'A calendar (RFC 5545).' })
  @Refuses(agendaRefusals.feedEnded, agendaRefusals.otherFeed, accessRefusals.delegationNotInForce)
  async agenda(
    @CurrentCaller() caller: Caller,
    @Query() { token }: CalendarRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const reader = await this.readerOf(caller, token, null);
    void reply.header('content-type', `${CALENDAR}; charset=utf-8`);
    return calendarOfAgenda('Parley: agenda / 待办事项', await this.list.calendarOf(reader), this.clock.now());
  }

  @Get('cases/:caseId/agenda.ics')
  @ApiOperation({
    summary: 'Follow the deadlines of a case in a calendar',
    description: 'RFC 5545. Everything that runs in the case, whoever’s act it awaits, for who may see the case.',
  })
  @ApiProduces(CALENDAR)
  @ApiOkResponse({ schema: { type: 'string' }, description: 'A calendar (RFC 5545).' })
  @Refuses(
    accessRefusals.notFound,
    agendaRefusals.feedEnded,
    agendaRefusals.otherFeed,
    accessRefusals.delegationNotInForce,
  )
  async ofCase(
    @UuidParam('caseId', 'Id of the case.') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() { token }: CalendarRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { seesContact: betweenParties } = await this.gate.open(caseId, await this.readerOf(caller, token, caseId));
    void reply.header('content-type', `${CALENDAR}; charset=utf-8`);
    return calendarOfAgenda(`Parley: ${caseId}`, await this.list.inCase(caseId, betweenParties), this.clock.now());
  }

  /**
   * A calendar program shows the token of a feed and signs in nowhere, so the feed ends with the delegation of who
   * asked for it, too.
   * @throws ProblemError 401 for who shows neither token, 403 when the person speaks for its party no more
   */
  private async readerOf(caller: Caller, token: string | undefined, caseId: CaseId | null): Promise<PersonCaller> {
    if (token === undefined) return personOf(caller);
    const now = this.clock.now();
    const { reader } = await openFeedToken(this.cursors, this.feeds, token, caseId, now);
    if (!hasRole(reader, 'desk') || reader.party === null) return reader;
    const { kind } = await this.delegations.standing(reader.party, reader.personId, now);
    if (kind === 'not-in-force') throw ProblemError.refused(refuse(accessRefusals.delegationNotInForce));
    return reader;
  }
}
