import { streamIdOf } from '@parley/event-store';
import type { CaseId, Instant } from '@parley/kernel';
import { recordProgress, waitToHear, type Inbox, type PublicEvent } from '@parley/messaging';
import { delegationsMigration } from '@parley/auth';
import {
  failingWorkers,
  readsMigration,
  type RunningService,
  type ServiceDefinition,
  type ServicePorts,
} from '@parley/http';
import { tracedProjection } from '@parley/telemetry';
import { DeadlineTimers, ProcessRunner, Recounting } from '@parley/processes';
import { bookkeepingMigrations, pause, ProjectionRunner, rebuildMigration } from '@parley/projections';
import { callsForCarrying, carryingProcess } from './application/carrying.process';
import { CrisisTeamDesk } from './application/crisis-team-desk';
import { fireDeadline } from './application/fire-deadline';
import { HearingProcess } from './application/hearing.process';
import { PanelDesk } from './application/panel-desk';
import { RosterDesk } from './application/roster-desk';
import { DELIBERATION_CATEGORY, PANEL_CATEGORY } from './application/streams';
import { HEARS, heardFrom } from './integration/consumes';
import { crisisTeamCallOf } from './integration/crisis-team';
import { publishes } from './integration/publishes';
import { PanelReviewModule } from './panel-review.module';
import { panelListProjection } from './projections/panel-list.projection';
import { PanelRow } from './projections/panel.row';
import { HeardPersons1738542500300 } from './projections/heard-persons.migration';
import { PanelReviewReadModels1738540800300 } from './projections/read-models.migration';
import { SuspendedPanels1738541100300 } from './projections/suspended-panels.migration';

const GROUP = 'panelreview';
/**
 * So long the defaults of a service that starts wait to hear what it missed; then no silence of others holds them
 * (I-18).
 */
const HEARD_FIRST_MS = 10_000;
/** So long findings wait to hear what the intake recorded before their deliberation was closed. */
const PATIENCE_MS = 20_000;

/** Rosters, panel, disclosures, challenges, review, interim text, votes and findings. */
export const panelReviewService: ServiceDefinition = {
  context: 'panelreview',
  entities: [PanelRow],
  migrations: [
    ...bookkeepingMigrations('panelreview'),
    readsMigration('panelreview'),
    PanelReviewReadModels1738540800300,
    rebuildMigration('panelreview', ['panels', 'timers']),
    SuspendedPanels1738541100300,
    delegationsMigration('panelreview'),
    HeardPersons1738542500300,
  ],
  publishes,
  knowsDelegations: true,
  start,
};

async function start(ports: ServicePorts): Promise<RunningService> {
  const { store, database: dataSource, clock, clocksOf, feed, derivationKey, onFailure } = ports;
  const desk = new PanelDesk(store, clocksOf, ports.ruleSetVersion);
  const { seat } = clocksOf.at(ports.clock.now()).ruleSet;
  const rosters = new RosterDesk(store, seat);
  const hearing = new HearingProcess(desk, rosters, derivationKey, seat);
  const crisisTeams = new CrisisTeamDesk(store, rosters, derivationKey, seat);
  const list = new ProjectionRunner({
    store,
    dataSource,
    projection: tracedProjection(panelListProjection),
    onFailure,
  });
  const stopped = new AbortController();
  const heardFromIntake = {
    heardBefore: async (subject: CaseId, instant: Instant): Promise<void> => {
      await waitToHear(
        dataSource.manager,
        { group: GROUP, contexts: ['intake'], subject, instant },
        { patienceMs: PATIENCE_MS, signal: stopped.signal },
      );
    },
  };
  const carrying = new ProcessRunner({
    store,
    dataSource,
    name: 'carrying',
    categories: [PANEL_CATEGORY, DELIBERATION_CATEGORY],
    concerns: callsForCarrying,
    react: carryingProcess(desk, heardFromIntake),
    onFailure,
  });
  const timers = new DeadlineTimers({
    store,
    dataSource,
    clock,
    categories: [PANEL_CATEGORY],
    marginMs: ports.requestMarginMs,
    onFailure,
    guard: () => recounting.isSettled(),
    fire: (firing) => fireDeadline(desk, derivationKey, firing),
  });
  const recounting: Recounting = new Recounting({
    store,
    dataSource,
    calendars: ports.calendars,
    timers,
    categories: [PANEL_CATEGORY],
    recount: (stream, note, { cause, commandId }) =>
      desk.proceed(
        streamIdOf(stream) as CaseId,
        { ...note, longStop: null },
        { process: 'calendars', cause, commandId },
      ),
    onFailure,
  });
  const consumption = feed.consume({
    contexts: HEARS,
    group: GROUP,
    signal: stopped.signal,
    handle: async (event: PublicEvent, inbox: Inbox) => {
      const call = crisisTeamCallOf(event);
      if (call)
        await inbox.answer(event.id, (commandId) => crisisTeams.draw(call, { kind: 'event', id: event.id }, commandId));
      const heard = heardFrom(event);
      if (heard) await inbox.answer(event.id, (commandId) => hearing.hear(heard, event, commandId));
    },
    progress: (context: string, instant: Instant) => recordProgress(dataSource.manager, GROUP, context, instant),
  });
  for (const worker of [list, carrying, recounting]) worker.start();
  // What was told while this was away comes first: a limit that ended in an outage has another end by then (I-61).
  const heardFirst = Promise.race([consumption.idle(), pause(HEARD_FIRST_MS, stopped.signal)]).catch(() => undefined);
  const timing = heardFirst.then(() => timers.start());
  return {
    module: PanelReviewModule.with(ports, { desk, rosters, crisisTeams }, list),
    timers: [timers],
    workers: {
      projections: [list],
      consumers: { hearing: consumption, carrying, calendars: recounting.announced, 'late-counts': recounting.late },
    },
    idle: async () => {
      await Promise.all([consumption.idle(), timing]);
      // Carrying answers what it recorded itself in the other stream: one step each, two at most.
      await carrying.idle();
      await carrying.idle();
      await recounting.idle();
      await Promise.all([list.idle(), timers.idle()]);
    },
    unready: () =>
      failingWorkers({
        'the list of panels': list,
        carrying,
        'counting anew on announced calendars': recounting.announced,
        'counting anew of what was late': recounting.late,
        timers,
      }),
    stop: async () => {
      stopped.abort();
      await Promise.all([consumption.stop(), timing]);
      await Promise.all([timers.stop(), carrying.stop(), recounting.stop(), list.stop()]);
    },
  };
}
