import type { Deadline } from '@parley/procedure';
import { clockRule, ruleSetOf } from '@parley/procedure';
import { simulatedRuleSets } from '../../simulation/secretariat/simulated-rules';
import { clockSteps, type HeldDeadline } from './clock-steps';
import { ofEachCase } from './rule';

const isCounted = (deadline: HeldDeadline): deadline is HeldDeadline & Deadline => 'changes' in deadline;

/** Each extension on record was made before the expiry, with reasons, and within the clock's maximum. */
export const extendedBeforeExpiry = ofEachCase('I-20', (each) =>
  clockSteps(each).flatMap(({ opens }) =>
    opens.filter(isCounted).flatMap((deadline) => {
      const { extension } = clockRule(ruleSetOf(deadline.ruleSet, simulatedRuleSets), deadline.clock, deadline.track);
      let dueAt = deadline.firstDueAt;
      let total = 0;
      return deadline.changes.flatMap((change) => {
        const before = dueAt;
        dueAt = change.dueAt;
        if (change.kind !== 'extension') return [];
        total += change.by;
        const late =
          change.at >= before ? [`${deadline.id} was extended at ${change.at}, and had ended at ${before}`] : [];
        const bare = change.reason.en === '' ? [`${deadline.id} was extended without reasons`] : [];
        return [
          ...late,
          ...bare,
          ...(extension === null || total > extension.atMost
            ? [`${deadline.id} was extended by ${String(total)}`]
            : []),
        ];
      });
    }),
  ),
);
