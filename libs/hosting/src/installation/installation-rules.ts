import { clocksOn, currentRuleSet, roomFault, type ClocksOf } from '@parley/procedure';
import { AnnouncedCalendars } from '@parley/processes';
import { StartError } from '../process/start-error';
import { parties } from './parties';

/** The rules that new grievances are filed under, and the days by which time runs. */
export interface InstallationRules {
  readonly clocksOf: ClocksOf;
  readonly calendars: AnnouncedCalendars;
  readonly ruleSetVersion: string;
}

/** @throws StartError when a deadline of the rules could run out of the calendars that are published */
export function installationRules(): InstallationRules {
  const calendars = new AnnouncedCalendars([parties[0].calendar, parties[1].calendar]);
  const fault = roomFault(currentRuleSet, calendars.current());
  if (fault) throw new StartError(fault.en);
  return { clocksOf: clocksOn(() => calendars.current()), calendars, ruleSetVersion: currentRuleSet.version };
}
