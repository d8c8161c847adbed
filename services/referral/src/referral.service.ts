import { categoryOf, commandIdOf } from '@parley/event-store';
import type { CaseId, CommandId, Instant } from '@parley/kernel';
import { recordProgress, type Inbox, type PublicEvent } from '@parley/messaging';
import { delegationsMigration, failingWorkers, readsMigration, type RunningService, type ServiceDefinition, type ServicePorts } from '@parley/platform';
import { DeadlineTimers, ProcessRunner, type Firing } from '@parley/processes';
import { bookkeepingMigrations, rebuildMigration } from '@parley/projections';
import { callsForDossier, dossierProcess } from './application/dossier.process';
import { ReferralDesk } from './application/referral-desk';
import { SettlementDesk } from './application/settlement-desk';
import { REFERRAL_CATEGORY, SETTLEMENT_CATEGORY } from './application/streams';
import { HEARS, learningOf } from './integration/consumes';
import { settlementNoteOf } from './integration/hears-for-settlement';
import { publishes } from './integration/publishes';
import { CaseMaterial1738540800400 } from './projections/case-material.migration';
import { heardBefore } from './projections/heard-before';
import { KeptMaterials } from './projections/kept-materials';
import { rebuildDossier } from './application/rebuild-dossier';
import type { ReferralDesks } from './referral-desks';
import { ReferralModule } from './referral.module';

const GROUP = 'referral';
const CATEGORIES = [REFERRAL_CATEGORY, SETTLEMENT_CATEGORY];

/** Settlement, exit notices, the rules of forums, and the dossier: requested, signed, packed, issued. */
export const referralService: ServiceDefinition = {
  context: 'referral',
  entities: [],
  migrations: [...bookkeepingMigrations('referral'), readsMigration('referral'), CaseMaterial1738540800400, rebuildMigration('referral', ['timers']), delegationsMigration('referral')],
  publishes,
  knowsDelegations: true,
  start,
};

async function start(ports: ServicePorts): Promise<RunningService> {
  const { store, database: dataSource, clock, clocksOf, feed, blobs, parties, signer, onFailure } = ports;
  const desk = new ReferralDesk(store, clocksOf, ports.ruleSetVersion);
  const settlements = new SettlementDesk(store, clocksOf, ports.ruleSetVersion);
  const materials = new KeptMaterials(dataSource);
  const stopped = new AbortController();
  const hearing = feed.consume({
    contexts: HEARS,
    group: GROUP,
    signal: stopped.signal,
    handle: async (event: PublicEvent, inbox: Inbox) => {
      // Kept before it is learned: whatever a decision rests on is then there for the dossier too.
      await materials.keep(event);
      await inbox.answer(event.id, (commandId) => learn({ desk, settlements }, event, commandId));
    },
    progress: (context: string, instant: Instant) => recordProgress(dataSource.manager, GROUP, context, instant),
  });
  const heard = heardBefore(dataSource, { group: GROUP, contexts: HEARS });
  const building = { materials, blobs, parties, keys: [signer.publicKey], heardBefore: heard, attempts: settlements.attempts.bind(settlements) };
  const react = dossierProcess({ ...building, desk, clock });
  const dossiers = new ProcessRunner({ store, dataSource, name: 'dossier', categories: [REFERRAL_CATEGORY], concerns: callsForDossier, react, onFailure });
  const timers = new DeadlineTimers({
    store,
    dataSource,
    clock,
    categories: CATEGORIES,
    marginMs: ports.requestMarginMs,
    onFailure,
    fire: (firing) => expire({ desk, settlements }, firing),
  });
  for (const worker of [dossiers, timers]) worker.start();
  return {
    module: ReferralModule.with(ports, { desk, settlements }, rebuildDossier(building)),
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

/** Each part notes what it needs by itself; a crash in between repeats both under the same ids. */
async function learn({ desk, settlements }: ReferralDesks, event: PublicEvent, commandId: CommandId): Promise<void> {
  const caseId = event.subject as CaseId;
  const cause = { kind: 'event', id: event.id } as const;
  const [learning, note] = [learningOf(event), settlementNoteOf(event)];
  if (learning) await desk.proceed(caseId, learning, 'hearing', cause, commandId);
  if (note) await settlements.proceed(caseId, note, 'hearing', cause, commandIdOf(commandId, 'settlement'));
}

async function expire({ desk, settlements }: ReferralDesks, { timer: { stream, subject, deadlineId }, commandId }: Firing): Promise<void> {
  const command = { type: 'ExpireDeadline', deadlineId } as const;
  const cause = { kind: 'timer', id: deadlineId } as const;
  const keeper = categoryOf(stream) === SETTLEMENT_CATEGORY ? settlements : desk;
  await keeper.proceed(subject as CaseId, command, 'deadlines', cause, commandId);
}
