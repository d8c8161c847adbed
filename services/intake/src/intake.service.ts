import { knownFrom } from '@parley/contracts';
import { categoryOf, commandIdOf } from '@parley/event-store';
import { plusMillis, type CaseId, type CommandId } from '@parley/kernel';
import { hasHeard, KeptFacts, type Facts, type PublicEvent } from '@parley/messaging';
import { delegationsMigration } from '@parley/auth';
import {
  atWork,
  readsMigration,
  type RunningService,
  type ServiceDefinition,
  type ServicePorts,
  ServiceWork,
} from '@parley/http';
import type { DecidingPorts, Firing, MessageReaction, Timer } from '@parley/processes';
import { bookkeepingMigrations, pause, rebuildMigration } from '@parley/projections';
import { AgendaPart } from './registry/agenda/agenda.part';
import { CalendarsPart } from './registry/calendars/calendars.part';
import { intakeRepositories, type Cases } from './repositories';
import { NoticeRegisters } from './registry/notices/notice-registers';
import { CASE_CATEGORY, HOTLINE_CATEGORY, SERVICE_CATEGORY } from './streams';
import { concernsOtherCases, consolidationProcess } from './case/consolidation/consolidation.reaction';
import { DocketRegister } from './case/registration/docket-register';
import { notePanelOutcome, noteSettlement } from './case/outcome/outcome.reaction';
import { noteUrgencyRefused } from './case/urgency/urgency.reaction';
import { callsForRegistration, registrationProcess } from './case/registration/registration.reaction';
import {
  HEARS,
  MAY_END_SCREENINGS,
  panelOutcomeOf,
  seatChangeOf,
  settlementOf,
  takingOfSeats,
  urgencyRefusalOf,
} from './case/case.hears';
import { DeskPart } from './registry/desk/desk.part';
import { DelegationsPart } from './registry/delegations/delegations.part';
import { FiguresPart } from './registry/figures/figures.part';
import { HotlinePart } from './registry/hotline/hotline.part';
import { keptRegisters } from './registry/kept-registers';
import { isOfRegister, noticeOfMessage, toldWith } from './registry/notices/notices.hears';
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

const GROUP = 'intake';
const CATEGORIES = [CASE_CATEGORY];
/** So long the start waits for an outage to be looked for; then it goes on, and the defaults wait alone. */
const OUTAGE_FOUND_MS = 10_000;

/** Filing, completeness, registration, reply, consultations, and the outcome of the screening. */
export const intakeService: ServiceDefinition = {
  context: 'intake',
  entities: [CaseRow, DraftRow, PersonRow, PanelSeatRow, ServedNoticeRow, HotlineRequestRow],
  migrations: [
    ...bookkeepingMigrations('intake'),
    readsMigration('intake'),
    IntakeReadModels1738540800100,
    rebuildMigration('intake', ['cases', 'timers']),
    IntakeService1738542000100,
    IntakeAgenda1738542100100,
    IntakeDesk1738542300100,
    IntakeFigures1738542400100,
    IntakeHotline1738542000200,
    delegationsMigration('intake'),
    IntakeDelegations1738542200110,
    IntakeCalendarFeeds1738542600100,
  ],
  publishes,
  knowsDelegations: true,
  registers: keptRegisters,
  start,
};

async function start(ports: ServicePorts): Promise<RunningService> {
  const { store, database, clocksOf } = ports;
  const deciding = { ...ports, facts: new KeptFacts(database) };
  const repositories = intakeRepositories(deciding);
  const { cases } = repositories;
  const registers = new NoticeRegisters(deciding, cases);
  const work = new ServiceWork(ports);
  const list = work.table(caseListProjection);
  work.react({
    name: 'registration',
    categories: CATEGORIES,
    concerns: callsForRegistration,
    react: registrationProcess(new DocketRegister(store), cases, clocksOf),
  });
  work.react({
    name: 'consolidation',
    categories: CATEGORIES,
    concerns: concernsOtherCases,
    react: consolidationProcess(cases),
  });
  const notices = new NoticesPart(ports, registers, work);
  const due = new AgendaPart(ports, notices, work);
  const figures = new FiguresPart(ports, notices, work);
  const registry = new DeskPart(ports, notices, work);
  const outages = new OutagesPart(ports, cases, notices, due, work);
  const calendars = new CalendarsPart(ports, cases, notices);
  const hotline = new HotlinePart(ports, repositories.hotlines, registers, work);
  const delegations = new DelegationsPart(repositories.parties, work);
  const timers = work.timers({
    categories: [CASE_CATEGORY, SERVICE_CATEGORY, HOTLINE_CATEGORY],
    fire: (firing) => {
      const category = categoryOf(firing.timer.stream);
      if (category === SERVICE_CATEGORY) return notices.expire(firing);
      return category === HOTLINE_CATEGORY ? hotline.expire(firing) : expire(cases, firing);
    },
    guard: async (timer) =>
      (await outages.isSettled()) && (await announced.behind(1)) === 0 && othersWereHeard(ports, timer),
  });
  const announced = calendars.recounting(timers, work);
  const stopped = new AbortController();
  const hearing = work.hear({
    contexts: HEARS,
    group: GROUP,
    reactions: [
      seatsHeard(ports, deciding.facts),
      { name: 'hearing', concerns, answer: hear(deciding, cases, registers) },
    ],
  });
  const running = atWork({
    'the tables and the work': work,
    'the watch over outages': outages.watch,
    timers,
  });
  // Services that start after this one find an outage on record before their own defaults fire (I-61).
  await Promise.race([outages.idle(), pause(OUTAGE_FOUND_MS, stopped.signal)]);
  return {
    ...running,
    module: IntakeModule.with(ports, repositories, list, [
      notices,
      due,
      registry,
      figures,
      outages,
      calendars,
      hotline,
      delegations,
    ]),
    timers: [timers],
    workers: {
      projections: work.tables,
      consumers: { hearing, ...work.reactions },
      dismissals: work.dismissals,
    },
    stop: async () => {
      stopped.abort();
      await running.stop();
    },
  };
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

const concerns = (event: PublicEvent): boolean =>
  [panelOutcomeOf, settlementOf, noticeOfMessage, urgencyRefusalOf].some((of) => of(event) !== undefined);

/**
 * How the panel ends a screening is a command to the case; and of each clock that others moved, and of each document
 * that they serve, the parties have notice.
 */
const hear =
  ({ parties, facts }: Pick<DecidingPorts, 'parties' | 'facts'>, cases: Cases, registers: NoticeRegisters) =>
  async (event: PublicEvent, commandId: CommandId): Promise<void> => {
    const caseId = event.subject as CaseId;
    const [outcome, settlement, notice] = [panelOutcomeOf(event), settlementOf(event), noticeOfMessage(event)];
    const refused = urgencyRefusalOf(event);
    if (outcome) await notePanelOutcome(cases, event, outcome, commandId);
    if (refused) await noteUrgencyRefused(cases, event, refused, commandId);
    if (settlement) await noteSettlement(cases, event, settlement, commandId);
    if (!notice) return;
    const proceeding = {
      process: 'service',
      cause: { kind: 'event', id: event.id },
      commandId: commandIdOf('serve', commandId),
    } as const;
    const notices = toldWith(event, await facts.of(event.subject));
    if (isOfRegister(event))
      await registers.serveOutsideCases(
        caseId,
        notices,
        parties.map(({ code }) => code),
        event.recordedat,
        proceeding,
      );
    else await registers.serve(caseId, notices, event.recordedat, proceeding);
  };

async function expire(cases: Cases, { timer, commandId }: Firing): Promise<void> {
  const { subject, deadlineId } = timer;
  await cases.proceed(
    subject as CaseId,
    { type: 'ExpireDeadline', deadlineId },
    { process: 'deadlines', cause: { kind: 'timer', id: deadlineId }, commandId },
  );
}

/**
 * A case lapses only after the panel was heard past its long-stop, and past what a request may take to be recorded:
 * findings in time must not be overtaken (I-19).
 */
async function othersWereHeard(
  { database, requestMarginMs }: ServicePorts,
  { clock, subject, dueAt }: Timer,
): Promise<boolean> {
  const instant = plusMillis(dueAt, requestMarginMs);
  return (
    clock !== 'long-stop' ||
    hasHeard(database.manager, { group: GROUP, contexts: MAY_END_SCREENINGS, subject, instant })
  );
}
