import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, hasRole, type Caller, type PersonCaller } from '@parley/access';
import { DELEGATED_ROLES, Public, type Delegations } from '@parley/auth';
import {
  answerFeed,
  CALENDAR,
  calendarFeed,
  CLOCK,
  CurrentCaller,
  CursorCodec,
  CURSORS,
  DELEGATIONS,
  iCalendar,
  personOf,
  ProblemError,
  PUBLIC_URL,
  Reading,
  Refuses,
  UuidParam,
  type CalendarEntry,
  type FeedText,
} from '@parley/http';
import { refuse, type CaseId, type Clock } from '@parley/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaseGate } from '../../case/case-gate.http';
import { AgendaList, agendaRefusals, openFeedToken } from './agenda.http';
import { CalendarRequest } from './agenda.request';
import type { AgendaItemShown } from './agenda.response';
import { CalendarFeeds } from './calendar-feeds.table';

/**
 * A deadline of an agenda as an entry of a calendar: at its present end, with what silence does, how it was counted and
 * each change.
 */
function entryOf(item: AgendaItemShown, site: string): CalendarEntry {
  const {
    case: caseId,
    link,
    docketNumber,
    context,
    deadline,
    what,
    dueAt,
    changes,
    provisional,
    onSilence,
    arithmetic,
    firstDueAt,
  } = item;
  const number = docketNumber ?? caseId.slice(0, 8);
  const mark = provisional ? ' (provisional / 暂定)' : '';
  const moved = changes.flatMap(({ at, reason, dueAt: since }) => [
    `${at} → ${since}: ${reason.en} / ${reason['zh-Hans']}`,
  ]);
  return {
    uid: `${caseId}.${context}.${deadline}@parley`,
    sequence: changes.length,
    at: dueAt,
    summary: `${number}: ${what.en} / ${what['zh-Hans']}${mark}`,
    description: [
      `If nobody acts: ${onSilence.en}`,
      `期满无人行事：${onSilence['zh-Hans']}`,
      arithmetic.en,
      arithmetic['zh-Hans'],
      ...(moved.length > 0 ? [`First / 原定: ${firstDueAt}`, ...moved] : []),
      `${site}${link}`,
    ].join('\n'),
    tentative: provisional,
  };
}

/** Agendas as iCalendar feeds, for callers with a bearer token or the token of the feed. */
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
    @Inject(Reading) private readonly reading: Reading,
    @Inject(PUBLIC_URL) private readonly site: string,
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
  async downloadAgenda(
    @CurrentCaller() caller: Caller,
    @Query() { token }: CalendarRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const reader = await this.readerOf(caller, token, null);
    await this.note(null, reader, request);
    const items = await this.list.calendarOf(reader);
    return answerFeed(this.calendar('Parley: agenda / 待办事项', items), request, reply);
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
  async downloadCaseAgenda(
    @UuidParam('caseId') caseId: CaseId,
    @CurrentCaller() caller: Caller,
    @Query() { token }: CalendarRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const reader = await this.readerOf(caller, token, caseId);
    const { betweenParties } = await this.gate.open(caseId, reader);
    await this.note(caseId, reader, request);
    const items = await this.list.inCase(caseId, betweenParties);
    return answerFeed(this.calendar(`Parley: ${caseId}`, items), request, reply);
  }

  private calendar(name: string, items: readonly AgendaItemShown[]): FeedText {
    const entries = items.map((item) => entryOf(item, this.site));
    return calendarFeed((stamp) => iCalendar(name, entries, stamp), this.clock.now());
  }

  /** The routes are public for the sake of the token alone: who reads is known, and is put on record (I-40). */
  private note(caseId: CaseId | null, reader: PersonCaller, request: FastifyRequest): Promise<void> {
    return this.reading.note(caseId, [{ subject: 'agenda', what: 'calendar', tier: 'PARTIES' }], reader, request);
  }

  /**
   * A calendar program shows the token of a feed and signs in nowhere, so the feed also ends with the delegation of the
   * person who asked for it.
   * @throws ProblemError 401 for a caller with neither token, 403 when the person does not speak for the party any more
   */
  private async readerOf(caller: Caller, token: string | undefined, caseId: CaseId | null): Promise<PersonCaller> {
    if (token === undefined) return personOf(caller);
    const now = this.clock.now();
    const { reader } = await openFeedToken(this.cursors, this.feeds, token, caseId, now);
    const role = DELEGATED_ROLES.find((each) => hasRole(reader, each));
    if (role === undefined || reader.party === null) return reader;
    const { kind } = await this.delegations.standing({ party: reader.party, personId: reader.personId, role }, now);
    if (kind === 'not-in-force') throw ProblemError.refused(refuse(accessRefusals.delegationNotInForce));
    return reader;
  }
}
