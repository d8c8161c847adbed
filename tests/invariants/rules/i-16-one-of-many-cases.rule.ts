import { categoryOf, domainEventOf } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import type { RunningDeadline } from '@parley/procedure';
import type { CaseHistory } from '../../simulation/history/case-history';
import { LATER_VERSION } from '../../simulation/secretariat/simulated-rules';
import { clockStepsOf, type HeldDeadline } from './clock-steps';
import { dayAtTheSeat, jointDayAfter } from './end-of-joint-days';
import type { Rule } from './rule';

/** By the page: from the fourth case on that one side registers within 20 JBD each reply has 5 JBD more. */
const FROM = 4;
const WITHIN = 20;
const MORE = 5;
/** The version by which the simulation amends the rules has 12 on the standard track for the reply to one case. */
const daysOfOne = ({ ruleSet, track }: Counted): number =>
  ruleSet === LATER_VERSION && track === 'standard' ? 12 : 10;

interface Registered {
  readonly caseId: string;
  readonly complainant: string;
  readonly at: Instant;
  readonly kind: 'act' | 'expiry';
  readonly said: number;
  readonly calendar: string | undefined;
}

function registeredOf({ caseId, parties, intake }: CaseHistory): Registered | undefined {
  const byDefault = intake.some(({ event }) => event.type === 'GrievanceFoundComplete' && event.data.by === 'default');
  return intake.flatMap(({ event }): readonly Registered[] => {
    if (event.type !== 'CaseRegistered' || event.data.alreadyEnded !== null) return [];
    const { registeredAt, casesAtOnce, opens } = event.data;
    const calendar = opens.flatMap((opened) => ('calendarVersion' in opened ? [opened.calendarVersion] : []));
    return [
      {
        ...{ caseId, complainant: parties.complainant, at: registeredAt, kind: byDefault ? 'expiry' : 'act' },
        ...{ said: casesAtOnce, calendar: calendar.at(-1) },
      },
    ];
  })[0];
}

/**
 * True for a case that was registered within the days after another. The days between are counted on the calendar of
 * its own time, and the other's day stays as it was on record, also where that was declared a holiday later.
 */
const isWithin = ({ at, kind, calendar }: Registered, other: Registered): boolean =>
  dayAtTheSeat(at, kind, calendar) <=
  jointDayAfter(dayAtTheSeat(other.at, other.kind, other.calendar), WITHIN, calendar);

type Counted = HeldDeadline & Pick<RunningDeadline, 'ruleSet' | 'track' | 'length' | 'awaits'>;
const isCounted = (deadline: HeldDeadline): deadline is Counted => 'ruleSet' in deadline;
const isReply = (id: string): boolean => id === 'reply' || id.startsWith('reply:');

/** What is wrong with the times for replies of a case that is the n-th of one side at once. */
const wrongReplies = ({ intake }: CaseHistory, n: number): readonly string[] =>
  clockStepsOf(intake).flatMap(({ opens }) =>
    opens.filter(isCounted).flatMap((opened) => {
      if (!isReply(opened.id) || opened.track === 'urgent') return [];
      const length = n >= FROM && opened.awaits !== 'complainant' ? daysOfOne(opened) + MORE : daysOfOne(opened);
      return opened.length === length
        ? []
        : [`${opened.id} has ${String(opened.length)} days in case ${String(n)} at once, and not ${String(length)}`];
    }),
  );

/**
 * The registration says which of many cases it is, and each reply has its time by that. Counted anew from the numbers
 * of the docket, in their order, and the days of registration.
 */
export const oneOfManyCases: Rule = {
  invariant: 'I-16',
  check({ log, cases }) {
    const inOrder = log
      .filter(({ stream }) => categoryOf(stream) === 'intake.docket')
      .map((event) => (domainEventOf(event).data as { readonly caseId: string }).caseId);
    const registered = inOrder.map((caseId) => {
      const each = cases.find((other) => other.caseId === caseId);
      return each && registeredOf(each);
    });
    return registered.flatMap((one, index) => {
      const each = cases.find(({ caseId }) => caseId === one?.caseId);
      if (!one || !each) return [];
      const within = registered
        .slice(0, index)
        .filter((other) => other?.complainant === one.complainant && isWithin(one, other));
      const n = within.length + 1;
      // A case that had ended before it had its number counts as well, and the record does not say by what it came.
      const ended = inOrder.slice(0, index).filter((_, place) => registered[place] === undefined).length;
      const said =
        one.said >= n && one.said <= n + ended
          ? []
          : [`says that ${String(one.said)} cases were registered at once, and they are ${String(n)}`];
      return [...said, ...wrongReplies(each, one.said)].map((says) => `case ${one.caseId}: ${says}`);
    });
  },
};
