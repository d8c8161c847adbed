import { hearsCalendars, REGISTER_SUBJECTS } from '@parley/contracts';
import { streamIdOf } from '@parley/event-store';
import { plusMillis, type CaseId, type Instant } from '@parley/kernel';
import { hasHeard, KeptFacts, waitToHear, type PublicEvent } from '@parley/messaging';
import { delegationsMigration } from '@parley/auth';
import {
  atWork,
  readsMigration,
  type RunningService,
  type ServiceDefinition,
  type ServicePorts,
  ServiceWork,
} from '@parley/http';
import { bookkeepingMigrations, rebuildMigration } from '@parley/projections';
import { callsForCarrying, carryingProcess, HearingProcess } from './panel/panel.reaction';
import { crisisTeamProcess } from './roster/crisis-team.reaction';
import { fireDeadline } from './time/fire-deadline';
import { callsForHearing, HEARS, MOVES_CLOCKS, taughtBy } from './panel/panel.hears';
import { crisisTeamCallOf } from './panel/panel-facts.hears';
import { publishes } from './panel/panel.tells';
import { panelReviewRepositories, seatOf } from './panel/repositories';
import { DELIBERATION_CATEGORY, PANEL_CATEGORY } from './panel/streams';
import { PanelReviewModule } from './panel-review.module';
import { panelListProjection, PanelReviewReadModels1738540800300, PanelRow } from './panel/panel.table';
import { HeardPersons1738542500300 } from './experts/experts.table';

const GROUP = 'panelreview';
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
    delegationsMigration('panelreview'),
    HeardPersons1738542500300,
  ],
  publishes,
  knowsDelegations: true,
  start,
};

/** What teaches something is read as well, so that what cannot be read is parked. */
const concerns = (event: PublicEvent): boolean => taughtBy(event).length > 0 || callsForHearing(event);

async function start(ports: ServicePorts): Promise<RunningService> {
  const { database: dataSource, derivationKey } = ports;
  const work = new ServiceWork(ports);
  const facts = new KeptFacts(dataSource);
  const repositories = panelReviewRepositories({ ...ports, facts });
  const { panels } = repositories;
  const seat = seatOf(ports);
  const process = new HearingProcess(repositories, derivationKey, seat);
  const drawTeam = crisisTeamProcess(repositories, derivationKey, seat);
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
    react: carryingProcess(repositories, heardFromIntake),
  });
  const timers = work.timers({
    categories: [PANEL_CATEGORY],
    // A limit that was moved by what the intake has recorded by then has another end (I-21, I-61, S11).
    guard: ({ subject, dueAt }) =>
      hasHeard(dataSource.manager, {
        group: GROUP,
        contexts: MOVES_CLOCKS,
        subject,
        alongside: REGISTER_SUBJECTS,
        instant: plusMillis(dueAt, ports.requestMarginMs),
      }),
    fire: (firing) => fireDeadline(repositories, derivationKey, firing),
  });
  const recounting = work.recounting({
    timers,
    categories: [PANEL_CATEGORY],
    recount: (stream, note, asked) =>
      panels.proceed(streamIdOf(stream) as CaseId, note, { ...asked, process: 'calendars' }),
  });
  const hearing = work.hear({
    contexts: HEARS,
    group: GROUP,
    reactions: [
      hearsCalendars(recounting.countAnew.bind(recounting)),
      {
        name: 'crisis-team',
        concerns: (event) => crisisTeamCallOf(event) !== undefined,
        answer: async (event, commandId) => {
          const call = crisisTeamCallOf(event);
          if (call) await drawTeam(call, { cause: { kind: 'event', id: event.id }, commandId });
        },
      },
      {
        name: 'hearing',
        concerns,
        answer: async (event, commandId) => {
          if (concerns(event)) await process.hear(event, commandId);
        },
      },
    ],
  });
  const running = atWork({
    'the tables and the work': work,
    timers,
  });
  return {
    ...running,
    module: PanelReviewModule.with(ports, repositories, list),
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
