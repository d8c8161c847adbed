import type { RecordedEvent } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import type { CountedCalendar } from '../../simulation/history/case-history';
import { endOfJointDays } from './end-of-joint-days';

interface Limit {
  readonly id: string;
  readonly dueAt: string;
  readonly awaits?: string;
}

interface Step {
  readonly recorded: RecordedEvent;
  readonly event: { readonly type: string; readonly occurredAt: string; readonly data: unknown };
}

interface Repudiated {
  readonly act: string;
  readonly kind: string;
  readonly party: string;
  readonly by: string;
  readonly doneBy: string;
  readonly doneAt: string;
  readonly opens?: readonly Limit[];
}

const HOUR = 3_600_000;
/** Five working days with the longest row of published holidays lie within it; the rules’ count is asked elsewhere. */
const SOON = 21 * 24 * HOUR;

/** The event that records an act of each kind. */
const RECORDS: Readonly<Record<string, readonly string[]>> = {
  filing: ['GrievanceFiled'],
  reply: ['ReplyFiled', 'ReplyLapseSetAside'],
  extension: ['ConsentProposed', 'ProposalSigned'],
  suspension: ['ConsentProposed', 'ProposalSigned'],
  'exit-notice': ['ExitNoticeGiven'],
  'settlement-signature': ['SettlementTextSigned'],
  'agreement-signature': ['AgreementSigned'],
  'status-report': ['StatusReportGiven'],
  verification: ['ObligationVerified'],
  'later-date': ['DateMoveProposed', 'DateMoved'],
  'non-performance-notice': ['NonPerformanceNoticed'],
};

/** A side repudiates its own act, soon and once; no clock comes back to it, and no reply takes the place of the one. */
export function faultsOfRepudiation(
  step: Step,
  earlier: readonly Step[],
  later: readonly Step[],
  calendars: readonly CountedCalendar[],
): readonly string[] {
  const { act, kind, party, by, doneBy, doneAt, opens = [] } = step.event.data as Repudiated;
  const { actor } = step.recorded;
  const name = `the ${kind} (${act}) of ${party}`;
  const fault = (isFault: boolean, says: string): readonly string[] => (isFault ? [`${name} ${says}`] : []);
  const ofItself = actor.kind === 'person' && actor.role === 'desk' && actor.party === party && actor.personId === by;
  const age = Date.parse(step.event.occurredAt) - Date.parse(doneAt);
  // What is done anew can be repudiated anew, at the very same instant, too.
  const last = earlier.findLastIndex(({ event }) => {
    const before = event.data as Repudiated;
    return event.type === 'ActRepudiated' && before.act === act && before.party === party && before.doneAt === doneAt;
  });
  const isAnew = earlier
    .slice(last + 1)
    .some((each) => isDoneBy(each, kind, doneBy) && each.event.occurredAt === doneAt);
  return [
    ...fault(!ofItself, 'was repudiated by somebody else'),
    ...fault(!earlier.some((each) => isDoneBy(each, kind, doneBy)), 'was done by somebody else'),
    ...fault(
      age < 0 || (age > SOON && !isInTime(step, doneAt, calendars)),
      `of ${doneAt} was repudiated at ${step.event.occurredAt}`,
    ),
    ...fault(last >= 0 && !isAnew, 'was repudiated twice'),
    ...fault(
      kind === 'reply' && later.some(({ event }) => RECORDS['reply']?.includes(event.type)),
      'was repudiated, and a reply came in its place',
    ),
    ...opens.flatMap((limit) =>
      fault(
        isLonger(limit, earlier) &&
          !isLeast(limit, kind, party, step.event.occurredAt, calendars) &&
          !(kind === 'verification' && isOwedAnew(limit, party, earlier)),
        `gives ${limit.id} more time than there was`,
      ),
    ),
  ];
}

/** Holidays that were announced late can make a longer row. */
const isInTime = ({ event }: Step, doneAt: string, calendars: readonly CountedCalendar[]): boolean =>
  endsOfFiveDays(doneAt, event.occurredAt, calendars).some((end) => event.occurredAt < end);

/** Where five working days end by each version of the calendars that was announced by an instant. */
const endsOfFiveDays = (from: string, by: string, calendars: readonly CountedCalendar[]): readonly string[] =>
  calendars.flatMap(({ version, announcedAt }) =>
    announcedAt <= by ? [endOfJointDays(from as Instant, 5, version)] : [],
  );

const opensOf = (steps: readonly Step[]): readonly Limit[] =>
  steps.flatMap(({ event }) => (event.data as { readonly opens?: readonly Limit[] }).opens ?? []);

const isDoneBy = ({ event: { type, data } }: Step, kind: string, person: string): boolean => {
  const { by, filedBy } = data as { readonly by?: string; readonly filedBy?: string };
  return (RECORDS[kind] ?? []).includes(type) && (by ?? filedBy) === person;
};

/** What had ended by these runs on. */
const ENDING: readonly string[] = ['settlement-signature', 'status-report', 'verification'];

/** What runs on is over at once for who repudiates, and for nobody else before five working days have passed. */
const isLeast = (
  { dueAt, awaits }: Limit,
  kind: string,
  party: string,
  at: string,
  calendars: readonly CountedCalendar[],
): boolean =>
  ENDING.includes(kind) &&
  (awaits === `party:${party}`
    ? [at]
    : [endOfJointDays(at as Instant, 5), ...endsOfFiveDays(at, at, calendars)]
  ).includes(dueAt);

const lastOpened = (id: string, earlier: readonly Step[]): Limit | undefined =>
  opensOf(earlier).findLast((each) => each.id === id);

/** A report of the other side that was not asked for, since all was fulfilled: due when that of this side is. */
function isOwedAnew({ id, dueAt, awaits }: Limit, party: string, earlier: readonly Step[]): boolean {
  const [clock, side, review] = id.split(':');
  return (
    clock === 'status-report' &&
    side !== party &&
    awaits === `party:${String(side)}` &&
    lastOpened(id, earlier) === undefined &&
    lastOpened(`${clock}:${party}:${String(review)}`, earlier)?.dueAt === dueAt
  );
}

/** Only the end of a suspension is new. */
function isLonger({ id, dueAt }: Limit, earlier: readonly Step[]): boolean {
  const last = lastOpened(id, earlier);
  return id === 'suspension-end'
    ? last !== undefined && last.dueAt < dueAt && isOpen(id, earlier)
    : dueAt > (last?.dueAt ?? '');
}

function isOpen(id: string, earlier: readonly Step[]): boolean {
  const last = earlier.findLast(({ event }) => {
    const { opens = [], closes = [] } = event.data as { opens?: readonly Limit[]; closes?: readonly string[] };
    return closes.includes(id) || opens.some((each) => each.id === id);
  });
  return ((last?.event.data as { opens?: readonly Limit[] } | undefined)?.opens ?? []).some((each) => each.id === id);
}
