import { categoryOf, commandIdOf } from '@parley/event-store';
import { plusMillis, type CaseId, type Instant } from '@parley/kernel';
import { hasHeard, recordProgress, withInbox, type Inbox, type PublicEvent } from '@parley/messaging';
import { delegationsMigration } from '@parley/auth';
import {
  failingWorkers,
  readsMigration,
  type RunningService,
  type ServiceDefinition,
  type ServicePorts,
} from '@parley/http';
import { tracedProjection } from '@parley/telemetry';
import { DeadlineTimers, ProcessRunner, type Firing, type Timer } from '@parley/processes';
import { bookkeepingMigrations, pause, ProjectionRunner, rebuildMigration } from '@parley/projections';
import { AgendaPart } from './agenda.part';
import { CalendarsPart } from './calendars.part';
import { CaseDesk } from './application/case-desk';
import { concernsOtherCases, consolidationProcess } from './application/consolidation.process';
import { DocketRegister } from './application/docket-register';
import { notePanelOutcome } from './application/panel-outcome.process';
import { noteSettlement } from './application/settlement.process';
import { noteUrgencyRefused } from './application/urgency.process';
import { callsForRegistration, registrationProcess } from './application/registration.process';
import { CASE_CATEGORY, HOTLINE_CATEGORY, SERVICE_CATEGORY } from './application/streams';
import {
  HEARS,
  MAY_END_SCREENINGS,
  panelOutcomeOf,
  seatChangeOf,
  settlementOf,
  urgencyRefusalOf,
} from './integration/consumes';
import { DeskPart } from './desk.part';
import { DelegationsPart } from './delegations.part';
import { FiguresPart } from './figures.part';
import { HotlinePart } from './hotline.part';
import { isOfRegister, noticeOfMessage } from './integration/notice-of-message';
import { publishes } from './integration/publishes';
import { IntakeModule } from './intake.module';
import { NoticesPart } from './notices.part';
import { OutagesPart } from './outages.part';
import { IntakeAgenda1738542100100 } from './projections/agenda.migration';
import { IntakeDesk1738542300100 } from './projections/desk.migration';
import { IntakeFigures1738542400100 } from './projections/figures.migration';
import { IntakeCalendarFeeds1738542600100 } from './projections/calendar-feeds.migration';
import { caseListProjection } from './projections/case-list.projection';
import { CaseRow } from './projections/case.row';
import { DraftRow } from './projections/draft.row';
import { IntakeDelegations1738542200110 } from './projections/delegations.migration';
import { HotlineRequestRow } from './projections/hotline-request.row';
import { IntakeHotline1738542000200 } from './projections/hotline.migration';
import { PanelSeatRow } from './projections/panel-seat.row';
import { PanelSeats } from './projections/panel-seats';
import { PersonRow } from './projections/person.row';
import { IntakeReadModels1738540800100 } from './projections/read-models.migration';
import { ServedNoticeRow } from './projections/served-notice.row';
import { IntakeService1738542000100 } from './projections/service.migration';

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
  keepsRules: true,
  start,
};

async function start(ports: ServicePorts): Promise<RunningService> {
  const { store, database: dataSource, clock, clocksOf, feed, onFailure } = ports;
  const desk = new CaseDesk(store, clocksOf, ports.ruleSetVersion);
  const list = new ProjectionRunner({ store, dataSource, projection: tracedProjection(caseListProjection), onFailure });
  const registration = new ProcessRunner({
    store,
    dataSource,
    name: 'registration',
    categories: CATEGORIES,
    concerns: callsForRegistration,
    react: registrationProcess(new DocketRegister(store), desk, clocksOf),
    onFailure,
  });
  const consolidation = new ProcessRunner({
    store,
    dataSource,
    name: 'consolidation',
    categories: CATEGORIES,
    concerns: concernsOtherCases,
    react: consolidationProcess(desk),
    onFailure,
  });
  const notices = new NoticesPart(ports, desk);
  const due = new AgendaPart(ports);
  const figures = new FiguresPart(ports);
  const registry = new DeskPart(ports, notices);
  const outages = new OutagesPart(ports, desk, notices, due);
  const calendars = new CalendarsPart(ports, desk, notices);
  const hotline = new HotlinePart(ports, notices.services);
  const delegations = new DelegationsPart(ports);
  const timers = new DeadlineTimers({
    store,
    dataSource,
    clock,
    categories: [CASE_CATEGORY, SERVICE_CATEGORY, HOTLINE_CATEGORY],
    marginMs: ports.requestMarginMs,
    onFailure,
    fire: (firing) => {
      const category = categoryOf(firing.timer.stream);
      if (category === SERVICE_CATEGORY) return notices.expire(firing);
      return category === HOTLINE_CATEGORY ? hotline.expire(firing) : expire(desk, firing);
    },
    guard: async (timer) =>
      (await outages.isSettled()) && (await recounting.isSettled()) && othersWereHeard(ports, timer),
  });
  const recounting = calendars.recounting(timers);
  const stopped = new AbortController();
  const hearing = feed.consume({
    contexts: HEARS,
    group: GROUP,
    signal: stopped.signal,
    handle: async (event, inbox) => {
      await hotline.hear(event, inbox);
      await hear(ports, desk, notices)(event, inbox);
    },
    progress: (context: string, instant: Instant) => recordProgress(dataSource.manager, GROUP, context, instant),
  });
  for (const worker of [
    list,
    registration,
    consolidation,
    notices,
    due.agenda,
    registry.work,
    figures.runs,
    outages,
    hotline.list,
    hotline.serving,
    delegations.table,
    timers,
    recounting,
  ])
    worker.start();
  // Services that start after this one find an outage on record before their own defaults fire (I-61).
  await Promise.race([outages.idle(), pause(OUTAGE_FOUND_MS, stopped.signal)]);
  return {
    module: IntakeModule.with(ports, desk, list, [
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
      projections: [list, notices.inboxes, due.agenda, registry.work, figures.runs, hotline.list, delegations.table],
      consumers: {
        hearing,
        registration,
        consolidation,
        serving: notices.serving,
        outages: outages.noting,
        calendars: recounting.announced,
        'late-counts': recounting.late,
        'hotline-serving': hotline.serving,
      },
    },
    idle: async () => {
      await outages.idle();
      await recounting.idle();
      await Promise.all([registration.idle(), consolidation.idle(), hearing.idle()]);
      await hotline.serving.idle();
      await Promise.all([list.idle(), notices.idle(), hotline.list.idle(), delegations.table.idle()]);
      await Promise.all([due.agenda.idle(), registry.work.idle(), figures.runs.idle(), timers.idle()]);
    },
    unready: () =>
      failingWorkers({
        'the list of cases': list,
        'the inboxes': notices.inboxes,
        'the agenda': due.agenda,
        'the desk of the registry': registry.work,
        figures: figures.runs,
        'the list of hotline requests': hotline.list,
        'service of hotline notices': hotline.serving,
        'the table of delegations': delegations.table,
        'service of notices': notices.serving,
        'noting of outages': outages.noting,
        'counting anew on announced calendars': recounting.announced,
        'counting anew of what was late': recounting.late,
        registration,
        consolidation,
        timers,
      }),
    stop: async () => {
      stopped.abort();
      await hearing.stop();
      await outages.stop();
      await recounting.stop();
      await Promise.all([
        timers.stop(),
        registration.stop(),
        consolidation.stop(),
        list.stop(),
        notices.stop(),
        due.agenda.stop(),
        registry.work.stop(),
        figures.runs.stop(),
        hotline.list.stop(),
        hotline.serving.stop(),
        delegations.table.stop(),
      ]);
    },
  };
}

/**
 * Who is on the panel is a table for access; how the panel ends a screening is a command to the case; and of each clock
 * that others moved, and of each document that they serve, the parties have notice.
 */
const hear =
  ({ database: { manager }, parties }: ServicePorts, desk: CaseDesk, { services }: NoticesPart) =>
  async (event: PublicEvent, inbox: Inbox): Promise<void> => {
    const caseId = event.subject as CaseId;
    const seat = seatChangeOf(event);
    if (seat) await withInbox(manager, GROUP, event.id, (transaction) => PanelSeats.note(transaction, caseId, seat));
    const [outcome, settlement, notice] = [panelOutcomeOf(event), settlementOf(event), noticeOfMessage(event)];
    const refused = urgencyRefusalOf(event);
    if (!outcome && !settlement && !refused && !notice) return;
    await inbox.answer(event.id, async (commandId) => {
      if (outcome) await notePanelOutcome(desk, event, outcome, commandId);
      if (refused) await noteUrgencyRefused(desk, event, refused, commandId);
      if (settlement) await noteSettlement(desk, event, settlement, commandId);
      const proceeding = {
        process: 'service',
        cause: { kind: 'event', id: event.id },
        commandId: commandIdOf('serve', commandId),
      } as const;
      if (notice && isOfRegister(event))
        await services.serveOutsideCases(
          caseId,
          notice,
          parties.map(({ code }) => code),
          event.recordedat,
          proceeding,
        );
      else if (notice) await services.serve(caseId, notice, event.recordedat, proceeding);
    });
  };

async function expire(desk: CaseDesk, { timer, commandId }: Firing): Promise<void> {
  const { subject, deadlineId } = timer;
  await desk.proceed(
    subject as CaseId,
    { type: 'ExpireDeadline', deadlineId },
    'deadlines',
    { kind: 'timer', id: deadlineId },
    commandId,
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
