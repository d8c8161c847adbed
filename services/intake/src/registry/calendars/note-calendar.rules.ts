import { accept, type Decision, type Instant, type RefusalReason } from '@parley/kernel';
import type { Clocks } from '@parley/procedure';
import type { FiledCase } from '../../case/case-commands.rules';
import { isCounted } from '../../case/common-refusals.rules';
import type { NoteServiceCalendar } from '../notices/notices.rules';
import type { ServiceState, ServiceTimesRecounted } from '../notices/service.rules';
import type { CalendarNoted } from './calendars.rules';

export const calendarRefusals = {
  unknownCalendar: {
    code: 'calendar-not-found',
    rule: 'counting-time',
    status: 422,
    en: 'There is no calendar of this name; each party has one.',
    'zh-Hans': '没有该名称的历表；每一方各有一份历表。',
  },
  leavesGap: {
    code: 'calendar-year-leaves-gap',
    rule: 'counting-time',
    status: 422,
    en:
      'A published year is corrected, or the year after the last published one is announced; this ' +
      'one would leave a gap.',
    'zh-Hans': '只能更正已公布的年份，或公布最后已公布年份的下一年；该年份将造成空缺。',
  },
  outsideYear: {
    code: 'calendar-day-outside-year',
    rule: 'counting-time',
    status: 422,
    en: 'Each day lies in the year announced, or in the last days of December before it.',
    'zh-Hans': '每一日均须在所公布的年份之内，或在其前一年十二月的最后几日。',
  },
  contradicts: {
    code: 'calendar-days-contradict',
    rule: 'counting-time',
    status: 422,
    en: 'A day is off or worked and not both, and only Saturdays and Sundays are made working days.',
    'zh-Hans': '同一日不得既为休假日又为上班日；只有周六和周日可以定为上班日。',
  },
  sameAsInForce: {
    code: 'calendar-year-in-force',
    rule: 'counting-time',
    en: 'The calendar in force has this year with these very days.',
    'zh-Hans': '现行历表中该年份的日期与此完全相同。',
  },
  proposedAlready: {
    code: 'calendar-year-proposed',
    rule: 'I-04',
    en: 'This notice stands in the register already; the other side’s co-head signs it there.',
    'zh-Hans': '该通知已载入登记册；由另一方共同负责人在登记册中签署。',
  },
  unknownNotice: {
    code: 'calendar-notice-not-found',
    rule: 'counting-time',
    status: 404,
    en: 'No such notice was proposed.',
    'zh-Hans': '没有提出过该通知。',
  },
  noticeDigest: {
    code: 'calendar-notice-digest-differs',
    rule: 'I-04',
    status: 422,
    en: 'The signature names another digest than that of the notice; read it again and sign what it shows.',
    'zh-Hans': '签署所载摘要值与该通知不符；请重新查阅后签署。',
  },
  signedBySide: {
    code: 'calendar-notice-signed-by-your-side',
    rule: 'I-04',
    en: 'Your side’s co-head has signed this notice; it needs the other side’s.',
    'zh-Hans': '贵方共同负责人已签署该通知；尚需另一方共同负责人签署。',
  },
  announcedAlready: {
    code: 'calendar-notice-announced',
    rule: 'counting-time',
    en: 'This notice is announced already.',
    'zh-Hans': '该通知已公布。',
  },
} as const satisfies Record<string, RefusalReason>;

/** A calendar was announced, by which the clocks of this command count. */
export interface NoteCalendar {
  readonly type: 'NoteCalendar';
  /** Version of the joint calendar. */
  readonly version: string;
  /** When it was announced. */
  readonly at: Instant;
}

/**
 * Counts running limits anew on announced calendars (I-21, I-22). A case whose limits all stay as they are records
 * nothing.
 */
export function noteCalendar({ version, at }: NoteCalendar, state: FiledCase, clocks: Clocks): Decision<CalendarNoted> {
  const opens = Object.values(state.running).flatMap((deadline) =>
    isCounted(deadline) ? (clocks.recount(deadline, at) ?? []) : [],
  );
  if (opens.length === 0) return accept();
  return accept({
    type: 'CalendarNoted',
    occurredAt: at,
    rule: 'I-21',
    tier: 'registration' in state ? 'PUBLIC' : 'PARTIES',
    data: { version, opens, closes: [] },
  });
}

/** Counts times of retrieval anew on announced calendars, as every other (I-21, I-22). */
export function noteServiceCalendar(
  { version, at }: NoteServiceCalendar,
  state: ServiceState,
  clocks: Clocks,
): Decision<ServiceTimesRecounted> {
  const opens = Object.values(state.running).flatMap((deadline) => clocks.recount(deadline, at) ?? []);
  if (opens.length === 0) return accept();
  return accept({
    type: 'ServiceTimesRecounted',
    occurredAt: at,
    rule: 'I-21',
    tier: 'PARTIES',
    data: { version, opens, closes: [] },
  });
}
