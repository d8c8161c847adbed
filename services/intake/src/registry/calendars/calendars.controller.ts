import { Body, Controller, Get, Inject } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { refusals as accessRefusals, mayActOutsideCases, type Caller } from '@parley/access';
import { Public } from '@parley/auth';
import {
  Act,
  CurrentCaller,
  DateListField,
  EnumField,
  IntField,
  ProblemError,
  Received,
  respond,
  Sha256Field,
  TextField,
  UuidParam,
  type Answer,
  type ReceivedAct,
} from '@parley/http';
import { refuse, type IsoDate, type PartyCode, type Sha256 } from '@parley/kernel';
import { publishedCalendars } from '@parley/procedure';
import { admittedAct, type AdmittedAct } from '../../case/case-gate.http';
import { refusals } from '../../case/refusals.rules';
import { REGISTER } from '../../streams';
import { Calendars, noticeDigest, noticeIdOf } from './calendars';
import { CalendarsShown, noticeShownOf, showRegister, YearNoticeShown } from './calendars.response';
import type { YearNotice } from './calendars.rules';
import { calendarRefusals } from './note-calendar.rules';
import { proposeYear, signYear } from './calendars.rules';

const NAMES = [...new Set(publishedCalendars.map(({ name }) => name))];

class ProposeYearRequest {
  @EnumField({ meaning: 'Whose calendar it is.', example: 'CN', values: NAMES })
  readonly calendar: string;

  @IntField({
    meaning: 'The year: one that is published, to be corrected, or the one after the last.',
    example: 2027,
    min: 2000,
    max: 2099,
  })
  readonly year: number;

  @DateListField({
    meaning: 'Every day off in that year; some may lie in the last days of the year before.',
    example: ['2027-01-01'],
    max: 366,
    unique: true,
  })
  readonly off: readonly IsoDate[];

  @DateListField({ meaning: 'Saturdays and Sundays that are worked.', example: ['2027-01-03'], max: 104, unique: true })
  readonly work: readonly IsoDate[];

  @TextField({
    meaning: 'Where it was published.',
    example: 'https://www.gov.cn/zhengce/zhengceku/202611/content_0000000.htm',
    max: 500,
  })
  readonly source: string;
}

class SignYearRequest {
  @Sha256Field({
    meaning: 'Digest of the notice as it was proposed.',
    example: '5e1d6bd7'.repeat(8),
  })
  readonly digest: Sha256;
}

const ANNOUNCING = { as: ['cohead'], rule: 'counting-time' } as const;

/**
 * The calendars of the two parties, by which everybody counts. They are public, with what was announced since and by
 * whom.
 */
@ApiTags('Calendars')
@Controller('v1/calendars')
export class CalendarsController {
  constructor(@Inject(Calendars) private readonly register: Calendars) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'See the calendars',
    description: 'Those in force, year by year, and the notices of a year that co-heads proposed or announced.',
  })
  @ApiOkResponse({ type: CalendarsShown })
  async readCalendars(@CurrentCaller() caller: Caller): Promise<CalendarsShown> {
    const { parties } = this.register.inForce.current();
    return showRegister(
      (await this.register.read(REGISTER)).state,
      parties.map(({ name }) => name),
      caller,
    );
  }

  @Act({
    post: 'notices',
    signed: true,
    status: 201,
    ...ANNOUNCING,
    decides: proposeYear,
    refuses: [
      calendarRefusals.unknownCalendar,
      calendarRefusals.leavesGap,
      calendarRefusals.outsideYear,
      calendarRefusals.contradicts,
      calendarRefusals.sameAsInForce,
      calendarRefusals.proposedAlready,
      accessRefusals.notYourSide,
    ],
  })
  @ApiOperation({
    summary: 'Propose to announce a year of a calendar',
    description:
      'By a co-head, whose signature it counts as, when the party’s authority has published the year or ' +
      'corrected it. It is announced when the other side’s co-head has signed the same digest (I-04).',
  })
  @ApiCreatedResponse({ type: YearNoticeShown })
  async proposeCalendarYear(
    @Body() body: ProposeYearRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<YearNoticeShown>> {
    const { act, context, party } = this.admit(received);
    const { calendar, year, source } = body;
    const notice: YearNotice = { calendar, year, off: sorted(body.off), work: sorted(body.work), source };
    const digest = noticeDigest(notice);
    const noticeId = noticeIdOf(digest);
    const outcome = await this.register.act(
      REGISTER,
      { type: 'ProposeYear', ...act, ...notice, party, noticeId, digest },
      context,
    );
    return respond(outcome, ({ state }) => noticeShownOf(state, noticeId, received.caller), {
      location: () => `/v1/calendars#${noticeId}`,
    });
  }

  @Act({
    post: 'notices/:noticeId/signatures',
    signed: true,
    ...ANNOUNCING,
    decides: signYear,
    refuses: [
      calendarRefusals.unknownNotice,
      calendarRefusals.announcedAlready,
      calendarRefusals.noticeDigest,
      calendarRefusals.signedBySide,
      calendarRefusals.sameAsInForce,
      refusals.signsForBoth,
      accessRefusals.notYourSide,
    ],
  })
  @ApiOperation({
    summary: 'Sign a notice that the other side’s co-head proposed',
    description:
      'Both signatures announce it. The calendar is in force from then on, and every running deadline ' +
      'that depends on it is counted anew: later or the same, never earlier (I-21), and certain where it ' +
      'was provisional (I-22).',
  })
  @ApiOkResponse({ type: YearNoticeShown })
  async signCalendarYear(
    @UuidParam('noticeId') noticeId: string,
    @Body() { digest }: SignYearRequest,
    @Received() received: ReceivedAct,
  ): Promise<Answer<YearNoticeShown>> {
    const { act, context, party } = this.admit(received);
    const outcome = await this.register.act(REGISTER, { type: 'SignYear', ...act, party, noticeId, digest }, context);
    return respond(outcome, ({ state }) => noticeShownOf(state, noticeId, received.caller));
  }

  /** A co-head signs for a side. @throws ProblemError 403 */
  private admit(received: ReceivedAct): AdmittedAct & { readonly party: PartyCode } {
    const may = mayActOutsideCases(ANNOUNCING, received.caller);
    if (may.kind === 'refused') throw ProblemError.refused(may);
    const admitted = admittedAct(received, may.actor, this.register.ruleSetVersion);
    const { party } = admitted.act;
    if (party === null) throw ProblemError.refused(refuse(accessRefusals.notYourSide));
    return { ...admitted, party };
  }
}

/** Days in the order of the calendar, so that one notice has one digest. */
const sorted = (days: readonly string[]): readonly IsoDate[] => (days as readonly IsoDate[]).toSorted();
