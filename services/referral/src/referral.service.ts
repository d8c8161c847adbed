import type { CaseId, Instant } from '@parley/kernel';
import { recordProgress, type Inbox, type PublicEvent } from '@parley/messaging';
import { failingWorkers, readsMigration, type RunningService, type ServiceDefinition, type ServicePorts } from '@parley/platform';
import { DeadlineTimers, ProcessRunner } from '@parley/processes';
import { bookkeepingMigrations, rebuildMigration } from '@parley/projections';
import { callsForDossier, dossierProcess } from './application/dossier.process';
import { ReferralDesk } from './application/referral-desk';
import { REFERRAL_CATEGORY } from './application/streams';
import { HEARS, learningOf } from './integration/consumes';
import { publishes } from './integration/publishes';
import { CaseMaterial1738540800400 } from './projections/case-material.migration';
import { heardBefore } from './projections/heard-before';
import { KeptMaterials } from './projections/kept-materials';
import { rebuildDossier } from './application/rebuild-dossier';
import { ReferralModule } from './referral.module';

const GROUP = 'referral';
const CATEGORIES = [REFERRAL_CATEGORY];

/** Exit notices, the rules of forums, and the dossier: requested, signed, packed, issued. */
export const referralService: ServiceDefinition = {
  context: 'referral',
  entities: [],
  migrations: [...bookkeepingMigrations('referral'), readsMigration('referral'), CaseMaterial1738540800400, rebuildMigration('referral', ['timers'])],
  publishes,
  start,
};

async function start(ports: ServicePorts): Promise<RunningService> {
  const { store, database: dataSource, clock, clocksOf, feed, blobs, parties, signer, onFailure } = ports;
  const desk = new ReferralDesk(store, clocksOf, ports.ruleSetVersion);
  const materials = new KeptMaterials(dataSource);
  const stopped = new AbortController();
  const hearing = feed.consume({
    contexts: HEARS,
    group: GROUP,
    signal: stopped.signal,
    handle: async (event: PublicEvent, inbox: Inbox) => {
      // Kept before it is learned: whatever a decision rests on is then there for the dossier too.
      await materials.keep(event);
      const command = learningOf(event);
      if (!command) return;
      const learn = (commandId: Parameters<ReferralDesk['proceed']>[4]) =>
        desk.proceed(event.subject as CaseId, command, 'hearing', { kind: 'event', id: event.id }, commandId);
      await inbox.answer(event.id, learn);
    },
    progress: (context: string, instant: Instant) => recordProgress(dataSource.manager, GROUP, context, instant),
  });
  const heard = heardBefore(dataSource, { group: GROUP, contexts: HEARS });
  const building = { materials, blobs, parties, keys: [signer.publicKey], heardBefore: heard };
  const react = dossierProcess({ ...building, desk, clock });
  const dossiers = new ProcessRunner({ store, dataSource, name: 'dossier', categories: CATEGORIES, concerns: callsForDossier, react, onFailure });
  const timers = new DeadlineTimers({
    store,
    dataSource,
    clock,
    categories: CATEGORIES,
    marginMs: ports.requestMarginMs,
    onFailure,
    fire: ({ timer: { subject, deadlineId }, commandId }) =>
      desk.proceed(subject as CaseId, { type: 'ExpireDeadline', deadlineId }, 'deadlines', { kind: 'timer', id: deadlineId }, commandId),
  });
  for (const worker of [dossiers, timers]) worker.start();
  return {
    module: ReferralModule.with(ports, desk, rebuildDossier(building)),
    timers: [timers],
    workers: { projections: [], consumers: { hearing, dossiers } },
    idle: async () => {
      await hearing.idle();
      await Promise.all([dossiers.idle(), timers.idle()]);
    },
    unready: () => failingWorkers({ dossiers, timers }),
    stop: async () => {
      // The process may wait for the hearing, so it ends first.
      await Promise.all([timers.stop(), dossiers.stop()]);
      stopped.abort();
      await hearing.stop();
    },
  };
}
