import { streamIdOf } from '@parley/event-store';
import type { CaseId, Instant } from '@parley/kernel';
import { recordProgress, waitToHear, type Inbox, type PublicEvent } from '@parley/messaging';
import { delegationsMigration } from '@parley/auth';
import {
  atWork,
  overTheBroker,
  readsMigration,
  type RunningService,
  type ServiceDefinition,
  type ServicePorts,
  ServiceWork,
  startedAfter,
} from '@parley/http';
import { bookkeepingMigrations, rebuildMigration } from '@parley/projections';
import { callsForCarrying, carryingProcess, HearingProcess } from './panel/panel.reaction';
import { CrisisTeamDesk, RosterDesk } from './roster/crisis-team-desk';
import { fireDeadline } from './time/fire-deadline';
import { DELIBERATION_CATEGORY, PANEL_CATEGORY, PanelDesk } from './panel/panel-desk';
import { HEARS, heardFrom } from './panel/panel.hears';
import { crisisTeamCallOf } from './panel/panel-facts.hears';
import { publishes } from './panel/panel.tells';
import { PanelReviewModule } from './panel-review.module';
import {
  panelListProjection,
  PanelReviewReadModels1738540800300,
  PanelRow,
  SuspendedPanels1738541100300,
} from './panel/panel.table';
import { HeardPersons1738542500300 } from './experts/experts.table';

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
  const { store, database: dataSource, clocksOf, feed, derivationKey } = ports;
  const work = new ServiceWork(ports);
  const desk = new PanelDesk(store, clocksOf, ports.ruleSetVersion);
  const { seat } = clocksOf.at(ports.clock.now()).ruleSet;
  const rosters = new RosterDesk(store, seat);
  const hearing = new HearingProcess(desk, rosters, derivationKey, seat);
  const crisisTeams = new CrisisTeamDesk(store, rosters, derivationKey, seat);
  const list = work.table(panelListProjection);
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
  work.react({
    name: 'carrying',
    categories: [PANEL_CATEGORY, DELIBERATION_CATEGORY],
    concerns: callsForCarrying,
    react: carryingProcess(desk, heardFromIntake),
  });
  const timers = work.timers({
    categories: [PANEL_CATEGORY],
    guard: () => recounting.isSettled(),
    fire: (firing) => fireDeadline(desk, derivationKey, firing),
  });
  const recounting = work.recounting({
    timers,
    categories: [PANEL_CATEGORY],
    recount: (stream, note, { cause, commandId }) =>
      desk.proceed(
        streamIdOf(stream) as CaseId,
        { ...note, longStop: null },
        { process: 'calendars', cause, commandId },
      ),
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
  const running = atWork({
    'the hearing': overTheBroker(consumption),
    'the tables and the work': work,
    // What was told while this was away comes first: a limit that ended in an outage has another end by then (I-61).
    timers: startedAfter(consumption, HEARD_FIRST_MS, timers),
  });
  return {
    ...running,
    module: PanelReviewModule.with(ports, { desk, rosters, crisisTeams }, list),
    timers: [timers],
    workers: { projections: work.tables, consumers: { hearing: consumption, ...work.reactions } },
    stop: async () => {
      stopped.abort();
      await running.stop();
    },
  };
}
