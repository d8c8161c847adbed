import { calendarArchive, clocksOn, currentRuleSet, roomFault, type ClocksOf, type JointCalendar } from '@parley/procedure';
import { StartError } from '../process/start-error';
import { parties } from './parties';

/** The rules that new grievances are filed under, and the days by which time runs. */
export interface InstallationRules {
  readonly clocksOf: ClocksOf;
  readonly ruleSetVersion: string;
}

/** The joint calendar of the two parties, as it is published now. */
export const installationCalendar = (): JointCalendar => calendarArchive().current(parties[0].calendar, parties[1].calendar);

/** @throws StartError when a deadline of the rules could run out of the calendars that are published */
export function installationRules(): InstallationRules {
  const calendar = installationCalendar();
  const fault = roomFault(currentRuleSet, calendar);
  if (fault) throw new StartError(fault.en);
  return { clocksOf: clocksOn(calendar), ruleSetVersion: currentRuleSet.version };
}
