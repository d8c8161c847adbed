import { knownFrom } from '@parley/contracts';
import type { CaseId } from '@parley/kernel';
import type { Facts } from '@parley/messaging';
import { delegationsMigration } from '@parley/auth';
import {
  chainedReadsMigration,
  readsMigration,
  securityMigration,
  type ServiceDefinition,
  type ServicePorts,
} from '@parley/http';
import type { MessageReaction } from '@parley/processes';
import { bookkeepingMigrations, rebuildMigration } from '@parley/projections';
import { agendaPart } from './registry/agenda/agenda.part';
import { alertsPart } from './registry/alerts/alerts.part';
import { IntakeAlerts1738542800100 } from './registry/alerts/chosen-alerts.table';
import { calendarsPart } from './registry/calendars/calendars.part';
import { intakeProcess } from './intake-process';
import { intakeRepositories } from './repositories';
import { OF_CASES } from './streams';
import { NoticeRegisters } from './registry/notices/notice-registers';
import { seatChangeOf, takingOfSeats } from './case/case.hears';
import { deskPart } from './registry/desk/desk.part';
import { delegationsPart } from './registry/delegations/delegations.part';
import { figuresPart } from './registry/figures/figures.part';
import { hotlinePart } from './registry/hotline/hotline.part';
import {
  IntakeWatchChannels1738542700100,
  WatchChannelRow,
  WatchChannels,
} from './registry/watch-lists/watch-channels.table';
import { keptRegisters } from './registry/kept-registers';
import { publishes } from './case/case.tells';
import { IntakeModule } from './intake.module';
import { noticesPart } from './registry/notices/notices.part';
import { ruleSetsPart } from './registry/rule-sets/rule-sets.part';
import { outagesPart } from './registry/outages/outages.part';
import { IntakeAgenda1738542100100 } from './registry/agenda/agenda.table';
import { IntakeDesk1738542300100 } from './registry/desk/desk.table';
import { IntakeFigures1738542400100 } from './registry/figures/figures.table';
import { IntakeCalendarFeeds1738542600100 } from './registry/agenda/calendar-feeds.table';
import { caseListProjection, CaseRow } from './case/case.table';
import { noteRosterNames, rosterNamesOf, takingOfRosters } from './case/filing/roster-names.table';
import { DraftRow } from './case/drafts/drafts.table';
import { IntakeDelegations1738542200110 } from './registry/delegations/delegations.table';
import { changingKeys, RegisteredPartyKeys } from './registry/keys/registered-party-keys';
import { HotlineRequestRow, IntakeHotline1738542000200 } from './registry/hotline/hotline.table';
import {
  IntakeMeasureNumbers1738543000100,
  IntakeOutcomes1738542900100,
  IntakeReadModels1738540800100,
  IntakeWarnings1738543100100,
} from './case/case-list.migration';
import { PanelSeatRow, PanelSeats } from './case/outcome/outcome.table';
import { PersonRow } from './registry/persons/persons.table';
import { ServedNoticeRow } from './registry/notices/served-notice.table';
import { IntakeInboxKinds1738543200100, IntakeService1738542000100 } from './registry/notices/inboxes.table';

const CONTEXT = 'intake';

/** Filing, completeness, registration, reply, consultations, and the outcome of the screening. */
export const intakeService: ServiceDefinition = {
  context: CONTEXT,
  logsReads: true,
  entities: [CaseRow, DraftRow, PersonRow, PanelSeatRow, ServedNoticeRow, HotlineRequestRow, WatchChannelRow],
  migrations: [
    ...bookkeepingMigrations(CONTEXT),
    readsMigration(CONTEXT),
    securityMigration(CONTEXT),
    chainedReadsMigration(CONTEXT),
    IntakeReadModels1738540800100,
    rebuildMigration(CONTEXT, ['cases', 'timers', 'capacities']),
    IntakeService1738542000100,
    IntakeAgenda1738542100100,
    IntakeDesk1738542300100,
    IntakeFigures1738542400100,
    IntakeHotline1738542000200,
    delegationsMigration(CONTEXT),
    IntakeDelegations1738542200110,
    IntakeCalendarFeeds1738542600100,
    IntakeWatchChannels1738542700100,
    IntakeAlerts1738542800100,
    IntakeOutcomes1738542900100,
    IntakeMeasureNumbers1738543000100,
    IntakeWarnings1738543100100,
    IntakeInboxKinds1738543200100,
  ],
  publishes,
  knowsDelegations: true,
  ofCases: OF_CASES,
  registers: keptRegisters,
  parts: (ports, work) => {
    const repositories = intakeRepositories(work.deciding, changingKeys(ports.database));
    const registers = new NoticeRegisters(work.deciding, repositories.cases);
    const courier = new WatchChannels(ports.database, ports.channels ?? []);
    const partyKeys = new RegisteredPartyKeys(repositories.parties, ports.database);
    const keeps = { ...repositories, registers, courier };
    const list = work.table(caseListProjection);
    const due = agendaPart(ports, repositories.parties, registers.sources, work);
    const parts = [
      noticesPart(ports, registers, work),
      due,
      deskPart(ports, registers, work),
      figuresPart(ports, registers.sources, work),
      outagesPart(ports, keeps, due.agenda, work),
      calendarsPart(ports),
      ruleSetsPart(ports),
      hotlinePart(ports, repositories, courier, work),
      alertsPart(ports, courier, due.agenda),
      delegationsPart(repositories.parties, work),
    ];
    const { hears, reactions, ...process } = intakeProcess(keeps, work.deciding);
    return {
      process: {
        ...process,
        hears: {
          ...hears,
          reactions: [
            seatsHeard(ports, work.deciding.facts),
            rostersHeard(ports, work.deciding.facts),
            ...hears.reactions,
          ],
        },
        reactions: [...reactions, ...parts.flatMap((part) => part.reactions ?? [])],
      },
      module: IntakeModule.with(ports, repositories, list, parts),
      partyKeys,
      workers: Object.fromEntries(parts.flatMap(({ workers = {} }) => Object.entries(workers))),
    };
  },
};

/**
 * Keeps the table of who is on the panel, which decides access. It shows what the facts of the case say, in whatever
 * order they are heard.
 */
function seatsHeard({ database }: ServicePorts, facts: Facts): MessageReaction {
  return {
    name: 'seats',
    concerns: (event) => seatChangeOf(event) !== undefined,
    answer: async (event) => {
      const told = seatChangeOf(event);
      if (!told) return;
      const seats = knownFrom(takingOfSeats, await facts.of(event.subject)).view;
      await PanelSeats.note(database.manager, event.subject as CaseId, seats[told.personId] ?? told);
    },
  };
}

/** Keeps how many names count on each roster, of which a filing warns. */
function rostersHeard({ database }: ServicePorts, facts: Facts): MessageReaction {
  return {
    name: 'rosters',
    concerns: (event) => rosterNamesOf(event) !== undefined,
    answer: async (event) => {
      const counted = rosterNamesOf(event);
      if (!counted) return;
      const { party, names } = counted;
      const latest = knownFrom(takingOfRosters, await facts.of(event.subject)).view[party] ?? names;
      await noteRosterNames(database.manager, { party, names: latest });
    },
  };
}
