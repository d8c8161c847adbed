import type { CalendarArchive } from '../calendars/calendar-archive';
import type { RuleSet } from '../rule-sets/rule-set';
import { changeDeadline } from './change-deadline';
import type { Deadline, DeadlineCause, DeadlineChange, RecordedTrigger, Trigger } from './deadline';
import { deadline } from './set-deadline';

function triggerOf({ kind, event, instant, date }: RecordedTrigger): Trigger {
  if (kind === 'day') return { kind, event, date };
  if (instant === null) throw new RangeError(`the trigger ${event} of a recorded deadline has no instant`);
  return { kind, event, at: instant };
}

/** The cause of a change, without its result. */
function causeOf(change: DeadlineChange): DeadlineCause {
  switch (change.kind) {
    case 'calendar':
      return { kind: 'calendar' };
    case 'extension':
      return { kind: 'extension', by: change.by };
    case 'standstill':
      return { kind: 'standstill', standStill: change.standStill };
    case 'outage':
      return { kind: 'outage', outage: change.outage };
    case 'track':
      return { kind: 'track', from: change.from, to: change.to };
    case 'seats':
      return { kind: 'seats', days: change.days, accounts: change.accounts };
    case 'repudiation':
      return { kind: 'repudiation', by: change.by, least: change.least };
  }
}

/**
 * I-16: the same deadline, counted anew from its record: first on the calendars on which it was set, then change by
 * change. A record that was tampered with, or a program that counts otherwise, gives another instant.
 * @param ruleSet the version that the record names
 * @param calendars an archive that still holds every version that the record names
 */
export function recomputeDeadline(record: Deadline, ruleSet: RuleSet, calendars: CalendarArchive): Deadline {
  if (record.ruleSet !== ruleSet.version)
    throw new RangeError(`the record names rule set ${record.ruleSet}, not ${ruleSet.version}`);
  const { track, trigger } = record.changes.find((change) => change.kind === 'track')?.from ?? record;
  const first = deadline({
    ruleSet,
    clock: record.clock,
    track,
    trigger: triggerOf(trigger),
    calendar: calendars.ofVersion(record.firstCalendarVersion),
  });
  return record.changes.reduce(
    (running, change) =>
      changeDeadline(
        running,
        causeOf(change),
        { at: change.at, reason: change.reason },
        ruleSet,
        calendars.ofVersion(change.calendarVersion),
      ),
    first,
  );
}
