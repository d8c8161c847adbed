import { knownFrom } from '@parley/contracts';
import type { CaseId } from '@parley/kernel';
import type { Facts } from '@parley/messaging';
import { delegationsMigration } from '@parley/auth';
import {
  readsMigration,
  type RunningService,
  type ServiceDefinition,
  type ServicePorts,
  ServiceWork,
} from '@parley/http';
import type { MessageReaction } from '@parley/processes';
import { bookkeepingMigrations, pause, rebuildMigration } from '@parley/projections';
import { AgendaPart } from './registry/agenda/agenda.part';
import { CalendarsPart } from './registry/calendars/calendars.part';
import { intakeProcess } from './intake-process';
import { intakeRepositories } from './repositories';
import { NoticeRegisters } from './registry/notices/notice-registers';
import { seatChangeOf, takingOfSeats } from './case/case.hears';
import { DeskPart } from './registry/desk/desk.part';
import { DelegationsPart } from './registry/delegations/delegations.part';
import { FiguresPart } from './registry/figures/figures.part';
import { HotlinePart } from './registry/hotline/hotline.part';
import { keptRegisters } from './registry/kept-registers';
import { publishes } from './case/case.tells';
import { IntakeModule } from './intake.module';
import { NoticesPart } from './registry/notices/notices.part';
import { OutagesPart } from './registry/outages/outages.part';
import { IntakeAgenda1738542100100 } from './registry/agenda/agenda.table';
import { IntakeDesk1738542300100 } from './registry/desk/desk.table';
import { IntakeFigures1738542400100 } from './registry/figures/figures.table';
import { IntakeCalendarFeeds1738542600100 } from './registry/agenda/calendar-feeds.table';
import { caseListProjection, CaseRow, IntakeReadModels1738540800100 } from './case/case.table';
import { DraftRow } from './case/drafts/drafts.table';
import { IntakeDelegations1738542200110 } from './registry/delegations/delegations.table';
import { HotlineRequestRow, IntakeHotline1738542000200 } from './registry/hotline/hotline.table';
import { PanelSeatRow, PanelSeats } from './case/outcome/outcome.table';
import { PersonRow } from './registry/persons/persons.table';
import { ServedNoticeRow } from './registry/notices/served-notice.table';
import { IntakeService1738542000100 } from './registry/notices/inboxes.table';

const CONTEXT = 'intake';
/** So long the start waits for an outage to be looked for; then it goes on, and the defaults wait alone. */
const OUTAGE_FOUND_MS = 10_000;

/** Filing, completeness, registration, reply, consultations, and the outcome of the screening. */
export const intakeService: ServiceDefinition = {
  context: CONTEXT,
  entities: [CaseRow, DraftRow, PersonRow, PanelSeatRow, ServedNoticeRow, HotlineRequestRow],
  migrations: [
    ...bookkeepingMigrations(CONTEXT),
    readsMigration(CONTEXT),
    IntakeReadModels1738540800100,
    rebuildMigration(CONTEXT, ['cases', 'timers']),
    IntakeService1738542000100,
    IntakeAgenda1738542100100,
    IntakeDesk1738542300100,
    IntakeFigures1738542400100,
    IntakeHotline1738542000200,
    delegationsMigration(CONTEXT),
    IntakeDelegations1738542200110,
    IntakeCalendarFeeds1738542600100,
  ],
  publishes,
  knowsDelegations: true,
  registers: keptRegisters,
  start,
};

async function start(ports: ServicePorts): Promise<RunningService> {
  const work = new ServiceWork(ports, CONTEXT);
  const repositories = intakeRepositories(work.deciding);
  const registers = new NoticeRegisters(work.deciding, repositories.cases);
  const list = work.table(caseListProjection);
  const { hears, ...process } = intakeProcess({ ...repositories, registers }, work.deciding);
  const reactions = [seatsHeard(ports, work.deciding.facts), ...hears.reactions];
  work.run({ ...process, hears: { ...hears, reactions } }, () => outages.isSettled());
  const notices = new NoticesPart(ports, registers, work);
  const due = new AgendaPart(ports, notices, work);
  const figures = new FiguresPart(ports, notices, work);
  const registry = new DeskPart(ports, notices, work);
  const outages = new OutagesPart(ports, repositories.cases, notices, due, work);
  const calendars = new CalendarsPart(ports);
  const hotline = new HotlinePart(ports, repositories.hotlines, work);
  const delegations = new DelegationsPart(repositories.parties, work);
  const parts = [notices, due, registry, figures, outages, calendars, hotline, delegations];
  const running = work.begin(IntakeModule.with(ports, repositories, list, parts), {
    'the watch over outages': outages.watch,
  });
  // Services that start after this one find an outage on record before their own defaults fire (I-61).
  await Promise.race([outages.idle(), pause(OUTAGE_FOUND_MS, work.stopped)]);
  return running;
}

/** Who is on the panel is a table for access: what the facts of the case say, in whatever order they are heard. */
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
