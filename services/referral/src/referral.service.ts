import { commandIdOf } from '@parley/event-store';
import type { CaseId, CommandId, Instant } from '@parley/kernel';
import { recordProgress, type Inbox, type PublicEvent } from '@parley/messaging';
import { delegationsMigration } from '@parley/auth';
import {
  failingWorkers,
  readsMigration,
  type RunningService,
  type ServiceDefinition,
  type ServicePorts,
} from '@parley/http';
import { tracedProjection } from '@parley/telemetry';
import { DeadlineTimers, OUTAGE_CATEGORY, outageIn, ProcessRunner, Recounting, type Firing } from '@parley/processes';
import { bookkeepingMigrations, pause, ProjectionRunner, rebuildMigration } from '@parley/projections';
import { callsForDossier, dossierProcess } from './application/dossier.process';
import { noteIn } from './application/note-in';
import { ReferralDesk } from './application/referral-desk';
import { Agreements } from './application/agreement-desk';
import { agreementOutages } from './application/agreement-outages.process';
import { callsForCompliance, complianceProcess } from './application/compliance.process';
import { SettlementDesk } from './application/settlement-desk';
import { COMPLIANCE_CATEGORY, REFERRAL_CATEGORY, REGISTER_CATEGORY, SETTLEMENT_CATEGORY } from './application/streams';
import { HEARS, learningOf } from './integration/consumes';
import { settlementNoteOf } from './integration/hears-for-settlement';
import { outageOf } from './integration/hears-outage';
import { publishes } from './integration/publishes';
import { AgreementRow } from './projections/agreement.row';
import { AgreementsTable1738542000200 } from './projections/agreements.migration';
import { agreementsProjection } from './projections/agreements.projection';
import { CaseMaterial1738540800400 } from './projections/case-material.migration';
import { heardBefore } from './projections/heard-before';
import { KeptMaterials } from './projections/kept-materials';
import { rebuildDossier } from './application/rebuild-dossier';
import type { ReferralDesks } from './referral-desks';
import { ReferralModule } from './referral.module';

const GROUP = 'referral';
/**
 * So long the defaults of a service that starts wait to hear what it missed; then no silence of others holds them
 * (I-18).
 */
const HEARD_FIRST_MS = 10_000;
const CATEGORIES = [REFERRAL_CATEGORY, SETTLEMENT_CATEGORY, COMPLIANCE_CATEGORY, REGISTER_CATEGORY];

/** Settlement and compliance, exit notices, the rules of forums, and the dossier: requested, signed, packed, issued. */
export const referralService: ServiceDefinition = {
  context: 'referral',
  entities: [AgreementRow],
  migrations: [
    ...bookkeepingMigrations('referral'),
    readsMigration('referral'),
    CaseMaterial1738540800400,
    rebuildMigration('referral', ['timers']),
    AgreementsTable1738542000200,
    delegationsMigration('referral'),
  ],
  publishes,
  knowsDelegations: true,
  start,
};

async function start(ports: ServicePorts): Promise<RunningService> {
  const { store, database: dataSource, clock, clocksOf, feed, blobs, parties, signer, onFailure } = ports;
  const desk = new ReferralDesk(store, clocksOf, ports.ruleSetVersion);
  const settlements = new SettlementDesk(store, clocksOf, ports.ruleSetVersion);
  const agreements = new Agreements(store, clocksOf, ports.ruleSetVersion);
  const desks = { desk, settlements, agreements };
  const materials = new KeptMaterials(dataSource);
  const stopped = new AbortController();
  const hearing = feed.consume({
    contexts: HEARS,
    group: GROUP,
    signal: stopped.signal,
    handle: async (event: PublicEvent, inbox: Inbox) => {
      // Kept before it is learned: whatever a decision rests on is then there for the dossier too.
      await materials.keep(event);
      await inbox.answer(event.id, (commandId) => learn(desks, event, commandId));
    },
    progress: (context: string, instant: Instant) => recordProgress(dataSource.manager, GROUP, context, instant),
  });
  const heard = heardBefore(dataSource, { group: GROUP, contexts: HEARS });
  const building = {
    materials,
    blobs,
    parties,
    keys: [signer.publicKey],
    heardBefore: heard,
    attempts: settlements.attempts.bind(settlements),
  };
  const react = dossierProcess({ ...building, desk, clock });
  const dossiers = new ProcessRunner({
    store,
    dataSource,
    name: 'dossier',
    categories: [REFERRAL_CATEGORY],
    concerns: callsForDossier,
    react,
    onFailure,
  });
  const compliance = new ProcessRunner({
    store,
    dataSource,
    name: 'compliance',
    categories: [SETTLEMENT_CATEGORY],
    concerns: callsForCompliance,
    react: complianceProcess(settlements, agreements.ofCases),
    onFailure,
  });
  const list = new ProjectionRunner({
    store,
    dataSource,
    projection: tracedProjection(agreementsProjection),
    onFailure,
  });
  const timers = new DeadlineTimers({
    store,
    dataSource,
    clock,
    categories: CATEGORIES,
    marginMs: ports.requestMarginMs,
    onFailure,
    guard: async () => (await recounting.isSettled()) && (await outages.behind(1)) === 0,
    fire: (firing) => expire(desks, firing),
  });
  const outages: ProcessRunner = new ProcessRunner({
    store,
    dataSource,
    name: 'outages',
    categories: [OUTAGE_CATEGORY],
    concerns: (event) => outageIn(event) !== undefined,
    react: agreementOutages({ desks, dataSource, timers }),
    onFailure,
  });
  const recounting: Recounting = new Recounting({
    store,
    dataSource,
    calendars: ports.calendars,
    timers,
    categories: CATEGORIES,
    recount: (stream, note, { cause, commandId }) =>
      noteIn(desks, stream, note, { process: 'calendars', cause, commandId }),
    onFailure,
  });
  for (const worker of [dossiers, compliance, list, recounting, outages]) worker.start();
  // What was told while this was away comes first: a limit that ended in an outage has another end by then (I-61).
  const starting = new AbortController();
  const heardFirst = Promise.race([hearing.idle(), pause(HEARD_FIRST_MS, starting.signal)]).catch(() => undefined);
  const timing = heardFirst.then(() => timers.start());
  return {
    module: ReferralModule.with(ports, desks, rebuildDossier(building), list),
    timers: [timers],
    workers: {
      projections: [list],
      consumers: {
        hearing,
        dossiers,
        compliance,
        outages,
        calendars: recounting.announced,
        'late-counts': recounting.late,
      },
    },
    idle: async () => {
      await Promise.all([hearing.idle(), timing]);
      await Promise.all([dossiers.idle(), compliance.idle()]);
      await Promise.all([recounting.idle(), outages.idle()]);
      await Promise.all([list.idle(), timers.idle()]);
    },
    unready: () =>
      failingWorkers({
        dossiers,
        compliance,
        'the list of agreements': list,
        'counting anew on announced calendars': recounting.announced,
        'counting anew of what was late': recounting.late,
        'noting of outages': outages,
        timers,
      }),
    stop: async () => {
      starting.abort();
      await timing;
      // The process may wait for the hearing, so it ends first.
      await Promise.all([
        timers.stop(),
        dossiers.stop(),
        compliance.stop(),
        recounting.stop(),
        outages.stop(),
        list.stop(),
      ]);
      stopped.abort();
      await hearing.stop();
    },
  };
}

/** Each part notes what it needs by itself; a crash in between repeats both under the same ids. */
async function learn(
  { desk, settlements }: Pick<ReferralDesks, 'desk' | 'settlements'>,
  event: PublicEvent,
  commandId: CommandId,
): Promise<void> {
  const caseId = event.subject as CaseId;
  const cause = { kind: 'event', id: event.id } as const;
  const [learning, note] = [learningOf(event), settlementNoteOf(event)];
  if (learning) await desk.proceed(caseId, learning, 'hearing', cause, commandId);
  const outage = outageOf(event);
  if (outage) {
    await desk.proceed(caseId, outage, 'outages', cause, commandIdOf(commandId, 'outage'));
    await settlements.proceed(caseId, outage, 'outages', cause, commandIdOf(commandId, 'outage', 'settlement'));
  }
  if (note) await settlements.proceed(caseId, note, 'hearing', cause, commandIdOf(commandId, 'settlement'));
}

const expire = (desks: ReferralDesks, { timer: { stream, deadlineId }, commandId }: Firing): Promise<void> =>
  noteIn(
    desks,
    stream,
    { type: 'ExpireDeadline', deadlineId },
    { process: 'deadlines', cause: { kind: 'timer', id: deadlineId }, commandId },
  );
