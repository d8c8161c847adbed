import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, hasRole, type Caller, type PersonCaller } from '@parley/access';
import { DELEGATED_ROLES, Public, type Delegations } from '@parley/auth';
import {
  CLOCK,
  CurrentCaller,
  CursorCodec,
  CURSORS,
  DELEGATIONS,
  personOf,
  ProblemError,
  Reading,
  Refuses,
  UuidParam,
} from '@parley/http';
import { refuse, type CaseId, type Clock } from '@parley/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CaseGate } from '../../case/case-gate.http';
import { AgendaList, agendaRefusals, openFeedToken } from './agenda.http';
import { CalendarRequest } from './agenda.request';
import type { AgendaItemShown } from './agenda.response';
import { CalendarFeeds } from './calendar-feeds.table';

/**
 * An agenda as a calendar. Each deadline is an entry at its present end, with what silence does, how it was counted and
 * each change.
 */
const calendarOfAgenda = (name: string, items: readonly AgendaItemShown[], now: string): string =>
  iCalendar(name, items.map(entryOf), now);

function entryOf(item: AgendaItemShown): CalendarEntry {
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
      link,
    ].join('\n'),
    tentative: provisional,
  };
}

/** An entry of a calendar: an instant, not a stretch of time. */
interface CalendarEntry {
  /** Always the same for the same thing, so that a later copy replaces an earlier one. */
  readonly uid: string;
  /** Raised by each change. */
  readonly sequence: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly summary: string;
  readonly description: string;
  readonly tentative: boolean;
}

const CRLF = '\r\n';
/** RFC 5545, 3.1: octets in a line, without its break. */
const LONGEST_LINE = 75;

/**
 * Writes a calendar (RFC 5545). Lines end in CRLF and are folded at 75 octets, never within a character. Commas,
 * semicolons, backslashes and line breaks of texts are escaped, so nothing that a person wrote becomes a property.
 * @param stamp when it was made, ISO 8601 in UTC
 */
export function iCalendar(name: string, entries: readonly CalendarEntry[], stamp: string): string {
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Parley//Agenda//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
  ];
  const lines = [...head, ...entries.flatMap((entry) => eventLines(entry, stamp)), 'END:VCALENDAR'];
  return lines.map((line) => folded(line) + CRLF).join('');
}

const eventLines = (
  { uid, sequence, at, summary, description, tentative }: CalendarEntry,
  stamp: string,
): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${basic(stamp)}`,
  `SEQUENCE:${String(sequence)}`,
  `DTSTART:${basic(at)}`,
  `SUMMARY:${escaped(summary)}`,
  `DESCRIPTION:${escaped(description)}`,
  `STATUS:${tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** `20250221T160000Z`: the format knows no milliseconds. */
const basic = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`;

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, ' ');

/** A continuation line begins with a space, which counts among its 75 octets. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join(CRLF);
}

const CALENDAR = 'text/calendar';

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
    void reply.header('content-type', `${CALENDAR}; charset=utf-8`);
    return calendarOfAgenda(`Parley: ${caseId}`, await this.list.inCase(caseId, betweenParties), this.clock.now());
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
