import { canonicalJson } from '@parley/kernel';
import { recomputeDeadline, ruleSetOf, type Deadline } from '@parley/procedure';
import { calendars } from '../../simulation/secretariat/secretariat';
import { clockSteps, type HeldDeadline } from './clock-steps';
import { ofEachCase } from './rule';

const isCounted = (deadline: HeldDeadline): deadline is HeldDeadline & Deadline => 'ruleSet' in deadline;

/** Each deadline on record names what it was counted from and how, and counted anew from that it is the same. */
export const deadlinesExplainThemselves = ofEachCase('I-16', (each) =>
  clockSteps(each).flatMap(({ opens }) =>
    opens.filter(isCounted).flatMap((deadline) => {
      const { id, rule, trigger, calendarVersion, zone, arithmetic } = deadline;
      if (![rule, trigger.event, trigger.date, calendarVersion, zone, arithmetic.en, arithmetic['zh-Hans']].every((word) => word.length > 0)) return [`${id} does not explain itself`];
      const { id: _, ...record } = deadline;
      const again = recomputeDeadline(record, ruleSetOf(deadline.ruleSet), calendars);
      return canonicalJson([again.dueAt, again.arithmetic]) === canonicalJson([deadline.dueAt, arithmetic]) ? [] : [`${id} is ${deadline.dueAt}, and counted anew ${again.dueAt}`];
    }),
  ),
);
