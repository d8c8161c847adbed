import type { Deadline } from '@parley/procedure';
import { recountDeadline, ruleSetOf } from '@parley/procedure';
import { calendars } from '../../simulation/secretariat/secretariat';
import { simulatedRuleSets } from '../../simulation/secretariat/simulated-rules';
import { clockSteps, type HeldDeadline } from './clock-steps';
import { ofEachCase } from './rule';

const NOTING: readonly string[] = ['CalendarNoted', 'ServiceTimesRecounted'];
const isCounted = (deadline: HeldDeadline): deadline is HeldDeadline & Deadline => 'changes' in deadline;

/**
 * A limit that is counted anew on an announced calendar ends no earlier than before. No running limit is left out that
 * ends later on that calendar.
 */
export const neverEarlier = ofEachCase('I-21', (each) =>
  clockSteps(each).flatMap(({ type, occurredAt, opens, running }) => {
    const [counted] = opens.filter(isCounted);
    if (!NOTING.includes(type) || !counted) return [];
    const calendar = calendars.ofVersion(counted.calendarVersion);
    const after = { ...running, ...Object.fromEntries(opens.map((deadline) => [deadline.id, deadline])) };
    const earlier = opens.filter(({ id, dueAt }) => dueAt < (running[id]?.dueAt ?? ''));
    const forgotten = Object.values(after)
      .filter(isCounted)
      .filter(
        (deadline) =>
          recountDeadline(deadline, ruleSetOf(deadline.ruleSet, simulatedRuleSets), calendar, occurredAt).dueAt !==
          deadline.dueAt,
      );
    return [
      ...earlier.map(({ id }) => `${id} ends earlier for a calendar`),
      ...forgotten.map(({ id }) => `${id} was not counted on the calendar of ${occurredAt}`),
    ];
  }),
);
