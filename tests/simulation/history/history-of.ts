import type { RecordedEvent } from '@parley/event-store';
import type { CaseId, Instant } from '@parley/kernel';
import { calendarArchive, publishedCalendars, type CalendarData } from '@parley/procedure';
import { partiesWith, type Countries } from '../parties/countries';
import type { Attempt } from '../parties/attempt';
import type { Secretariat } from '../secretariat/secretariat';
import type { CaseHistory, CountedCalendar, History } from './case-history';
import type { Historian } from './historian';
import { panelSteps } from './panel-steps';

/** A run that was played: its historian, its secretariat, and what was tried. */
interface Played {
  readonly historian: Historian;
  readonly secretariat: Secretariat;
  readonly attempts: readonly Attempt[];
  readonly countries: Countries;
}

/** All that happened in a run, case by case. */
export function historyOf(played: Played, playedTo: Instant): History {
  const { historian, secretariat, attempts } = played;
  const { log, told, fired } = secretariat;
  const { hotlines, letters, registryLetters, delegations, watchLists } = historian.parts;
  const beside = {
    hotlines: hotlines.all(),
    watchLists: watchLists.all(),
    letters: [...letters.all(), ...registryLetters.all()],
    delegations: delegations.all(),
  };
  return {
    cases: historian.cases().map((caseId) => caseHistoryOf(caseId, played)),
    ...beside,
    log,
    told,
    attempts,
    fired,
    playedTo,
  };
}

function caseHistoryOf(caseId: CaseId, { historian, secretariat, attempts, countries }: Played): CaseHistory {
  const {
    intake,
    service,
    channel,
    panel,
    deliberation,
    evidence,
    referral,
    settlement,
    compliance,
    register,
    rosters,
  } = historian.parts;
  const filed = intake.stateOf(caseId);
  const told = secretariat.told.filter(({ subject }) => subject === caseId);
  return {
    caseId,
    parties: filed.status === 'unfiled' ? partiesWith(countries, countries[0]) : filed.parties,
    intake: intake.stepsOf(caseId),
    service: service.stepsOf(caseId),
    channel: channel.stepsOf(caseId),
    panel: panelSteps(panel.stepsOf(caseId), told),
    ownPanel: panel.stepsOf(caseId),
    deliberation: deliberation.stepsOf(caseId),
    evidence: evidence.stepsOf(caseId),
    referral: referral.stepsOf(caseId),
    settlement: settlement.stepsOf(caseId),
    compliance: compliance.stepsOf(caseId),
    register: register.stepsOf(caseId),
    told,
    heard: secretariat.heard.filter(({ event }) => event.subject === caseId),
    attempts: attempts.filter(({ offer }) => offer.caseId === caseId),
    fired: secretariat.fired.filter(({ timer }) => timer.subject === caseId),
    calendars: secretariat.log.filter(({ type }) => type === 'CalendarAnnounced').map(countedFrom),
    rosters: rosters.stepsOf('both').map(({ event }) => event),
  };
}

function countedFrom({ payload, occurredAt }: RecordedEvent): CountedCalendar {
  const { calendar } = JSON.parse(Buffer.from(payload).toString('utf8')) as { readonly calendar: CalendarData };
  const { version } = calendarArchive([...publishedCalendars, calendar]).current('US', 'CN');
  return { version, announcedAt: occurredAt };
}
