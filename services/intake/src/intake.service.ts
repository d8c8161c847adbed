import { plusMillis, type CaseId, type Instant } from '@parley/kernel';
import { hasHeard, recordProgress, withInbox, type Inbox, type PublicEvent } from '@parley/messaging';
import {
  failingWorkers,
  readsMigration,
  tracedProjection,
  type RunningService,
  type ServiceDefinition,
  type ServicePorts,
} from '@parley/platform';
import { DeadlineTimers, ProcessRunner, type Firing, type Timer } from '@parley/processes';
import { bookkeepingMigrations, ProjectionRunner, rebuildMigration } from '@parley/projections';
import type { DataSource } from 'typeorm';
import { CaseDesk } from './application/case-desk';
import { DocketRegister } from './application/docket-register';
import { notePanelOutcome } from './application/panel-outcome.process';
import { callsForRegistration, registrationProcess } from './application/registration.process';
import { CASE_CATEGORY } from './application/streams';
import { HEARS, panelOutcomeOf, seatChangeOf } from './integration/consumes';
import { publishes } from './integration/publishes';
import { IntakeModule } from './intake.module';
import { caseListProjection } from './projections/case-list.projection';
import { CaseRow } from './projections/case.row';
import { DraftRow } from './projections/draft.row';
import { PanelSeatRow } from './projections/panel-seat.row';
import { PanelSeats } from './projections/panel-seats';
import { PersonRow } from './projections/person.row';
import { IntakeReadModels1738540800100 } from './projections/read-models.migration';

const GROUP = 'intake';
const CATEGORIES = [CASE_CATEGORY];

/** Filing, completeness, registration, reply, consultations, and the outcome of the screening. */
export const intakeService: ServiceDefinition = {
  context: 'intake',
  entities: [CaseRow, DraftRow, PersonRow, PanelSeatRow],
  migrations: [...bookkeepingMigrations('intake'), readsMigration('intake'), IntakeReadModels1738540800100, rebuildMigration('intake', ['cases', 'timers'])],
  publishes,
  start,
};

async function start(ports: ServicePorts): Promise<RunningService> {
  const { store, database: dataSource, clock, clocksOf, feed, onFailure } = ports;
  const desk = new CaseDesk(store, clocksOf, ports.ruleSetVersion);
  const list = new ProjectionRunner({ store, dataSource, projection: tracedProjection(caseListProjection), onFailure });
  const registration = new ProcessRunner({ store, dataSource, name: 'registration', categories: CATEGORIES, concerns: callsForRegistration, react: registrationProcess(new DocketRegister(store), desk, clocksOf), onFailure });
  const timers = new DeadlineTimers({
    store,
    dataSource,
    clock,
    categories: CATEGORIES,
    marginMs: ports.requestMarginMs,
    onFailure,
    fire: ({ timer, commandId }) => expire(desk, { timer, commandId }),
    guard: (timer) => othersWereHeard(ports, timer),
  });
  const stopped = new AbortController();
  const hearing = feed.consume({
    contexts: HEARS,
    group: GROUP,
    signal: stopped.signal,
    handle: hearPanel(dataSource, desk),
    progress: (context: string, instant: Instant) => recordProgress(dataSource.manager, GROUP, context, instant),
  });
  for (const worker of [list, registration, timers]) worker.start();
  return {
    module: IntakeModule.with(ports, desk, list),
    timers: [timers],
    workers: { projections: [list], consumers: { hearing, registration } },
    idle: async () => {
      await Promise.all([list.idle(), registration.idle(), timers.idle(), hearing.idle()]);
    },
    unready: () => failingWorkers({ 'the list of cases': list, registration, timers }),
    stop: async () => {
      stopped.abort();
      await hearing.stop();
      await Promise.all([timers.stop(), registration.stop(), list.stop()]);
    },
  };
}

/** Who is on the panel is a table for access; how the panel ends a screening is a command to the case. */
const hearPanel =
  ({ manager }: DataSource, desk: CaseDesk) =>
  async (event: PublicEvent, inbox: Inbox): Promise<void> => {
    const seat = seatChangeOf(event);
    if (seat) await withInbox(manager, GROUP, event.id, (transaction) => PanelSeats.note(transaction, event.subject as CaseId, seat));
    const outcome = panelOutcomeOf(event);
    if (outcome) await inbox.answer(event.id, (commandId) => notePanelOutcome(desk, event, outcome, commandId));
  };

async function expire(desk: CaseDesk, { timer, commandId }: Firing): Promise<void> {
  const { subject, deadlineId } = timer;
  await desk.proceed(subject as CaseId, { type: 'ExpireDeadline', deadlineId }, 'deadlines', { kind: 'timer', id: deadlineId }, commandId);
}

/**
 * A case lapses only after the panel was heard past its long-stop, and past what a request may take to be recorded: findings
 * in time must not be overtaken (I-19).
 */
async function othersWereHeard({ database, requestMarginMs }: ServicePorts, { clock, subject, dueAt }: Timer): Promise<boolean> {
  const instant = plusMillis(dueAt, requestMarginMs);
  return clock !== 'long-stop' || hasHeard(database.manager, { group: GROUP, contexts: HEARS, subject, instant });
}
