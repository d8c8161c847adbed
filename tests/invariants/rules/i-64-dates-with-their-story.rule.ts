import type { Deadline } from '@parley/procedure';
import { clockSteps, type HeldDeadline } from './clock-steps';
import { ofEachCase } from './rule';

const isCounted = (deadline: HeldDeadline): deadline is HeldDeadline & Deadline => 'changes' in deadline;

/**
 * A deadline on record tells its first date, each change with its reason, and its present date; no change is left out.
 * What the event itself triggers is a new deadline, also at the instant of the one before it.
 */
export const datesWithTheirStory = ofEachCase('I-64', (each) => {
  const faults: string[] = [];
  for (const { recorded, type, occurredAt, opens, closes, running } of clockSteps(each)) {
    for (const deadline of opens.filter(isCounted)) {
      const last = deadline.changes.at(-1);
      if (deadline.dueAt !== (last?.dueAt ?? deadline.firstDueAt))
        faults.push(`${deadline.id} ends at ${deadline.dueAt}, and its story does not say so`);
      if (deadline.changes.some(({ reason }) => reason.en === '' || reason['zh-Hans'] === ''))
        faults.push(`${deadline.id} was changed without a reason in both languages`);
      const before = closes.includes(deadline.id) ? undefined : running[deadline.id];
      if (
        before &&
        isCounted(before) &&
        !(deadline.trigger.event === type && deadline.trigger.instant === occurredAt) &&
        before.trigger.event === deadline.trigger.event &&
        before.trigger.instant === deadline.trigger.instant &&
        before.firstDueAt !== deadline.firstDueAt
      ) {
        faults.push(`${deadline.id} has another first date since ${recorded.recordedAt}`);
      }
      if (before && isCounted(before) && before.firstDueAt === deadline.firstDueAt) {
        const kept = before.changes.map(({ at, kind, dueAt }) => `${kind} of ${at} to ${dueAt}`);
        const told = deadline.changes.map(({ at, kind, dueAt }) => `${kind} of ${at} to ${dueAt}`);
        if (kept.join() !== told.slice(0, kept.length).join())
          faults.push(`${deadline.id} does not tell of each of its earlier changes: ${kept.join()}`);
      }
    }
  }
  return faults;
});
