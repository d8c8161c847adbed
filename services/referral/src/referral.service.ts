import { categoryOf } from '@parley/event-store';
import { plusMillis } from '@parley/kernel';
import { hasHeard, KeptFacts, type PublicEvent } from '@parley/messaging';
import { delegationsMigration } from '@parley/auth';
import {
  atWork,
  readsMigration,
  type RunningService,
  type ServiceDefinition,
  type ServicePorts,
  ServiceWork,
} from '@parley/http';
import { OUTAGE_CATEGORY, outageIn, type Firing, type RunningReaction } from '@parley/processes';
import { bookkeepingMigrations, rebuildMigration } from '@parley/projections';
import { callsForDossier, dossierProcess } from './dossier/dossier.reaction';
import { noteIn } from './dossier/case-file';
import {
  COMPLIANCE_CATEGORY,
  REFERRAL_CATEGORY,
  ReferralDesk,
  REGISTER_CATEGORY,
  SETTLEMENT_CATEGORY,
  type ReferralDesks,
} from './referral/desk';
import { Agreements } from './compliance/agreement-desk';
import { agreementOutages, callsForCompliance, complianceProcess } from './compliance/compliance.reaction';
import { SettlementDesk } from './settlement/settlement-desk';
import { follow, KnownCases } from './referral/hearing';
import { commandsFor, HEARS, MOVES_CLOCKS } from './referral/referral.hears';
import { publishes } from './referral/referral.tells';
import { AgreementRow, agreementsProjection, AgreementsTable1738542000200 } from './compliance/compliance.table';
import { heardBefore } from './referral/referral.table';
import { rebuildDossier } from './dossier/rebuild-dossier';
import { ReferralModule } from './referral.module';

const GROUP = 'referral';
const CATEGORIES = [REFERRAL_CATEGORY, SETTLEMENT_CATEGORY, COMPLIANCE_CATEGORY, REGISTER_CATEGORY];

/** Settlement and compliance, exit notices, the rules of forums, and the dossier: requested, signed, packed, issued. */
export const referralService: ServiceDefinition = {
  context: 'referral',
  entities: [AgreementRow],
  migrations: [
    ...bookkeepingMigrations('referral'),
    readsMigration('referral'),
    rebuildMigration('referral', ['timers']),
    AgreementsTable1738542000200,
    delegationsMigration('referral'),
  ],
  publishes,
  knowsDelegations: true,
  start,
};

async function start(ports: ServicePorts): Promise<RunningService> {
  const { store, database: dataSource, clock, clocksOf, blobs, parties, signer } = ports;
  const work = new ServiceWork(ports);
  const facts = new KeptFacts(dataSource);
  const cases = new KnownCases(facts);
  const desk = new ReferralDesk(store, cases, clocksOf, ports.ruleSetVersion);
  const settlements = new SettlementDesk(store, cases, clocksOf, ports.ruleSetVersion);
  const agreements = new Agreements(store, clocksOf, ports.ruleSetVersion);
  const desks = { desk, settlements, agreements };
  const hearing = work.hear({
    contexts: HEARS,
    group: GROUP,
    reactions: [
      {
        name: 'hearing',
        concerns: callsForFollowing,
        answer: (event, commandId) => follow(desks, event, commandsFor(event), commandId),
      },
    ],
  });
  const heard = heardBefore(dataSource, { group: GROUP, contexts: HEARS });
  const building = {
    materials: facts,
    blobs,
    parties,
    keys: [signer.publicKey],
    heardBefore: heard,
    attempts: settlements.attempts.bind(settlements),
  };
  work.react({
    name: 'dossier',
    categories: [REFERRAL_CATEGORY],
    concerns: callsForDossier,
    react: dossierProcess({ ...building, desk, clock }),
    // Each packs a bag, which takes the processor and memory for a while.
    lanes: 1,
  });
  work.react({
    name: 'compliance',
    categories: [SETTLEMENT_CATEGORY],
    concerns: callsForCompliance,
    react: complianceProcess(settlements, agreements.ofCases),
  });
  const list = work.table(agreementsProjection);
  const timers = work.timers({
    categories: CATEGORIES,
    // A limit that was moved by what the others have recorded by then has another end (I-61, S11).
    guard: async ({ stream, subject, dueAt }) =>
      (await recounting.isSettled()) &&
      (await outages.behind(1)) === 0 &&
      hasHeard(dataSource.manager, {
        group: GROUP,
        contexts: MOVES_CLOCKS[categoryOf(stream)] ?? [],
        subject,
        instant: plusMillis(dueAt, ports.requestMarginMs),
      }),
    fire: (firing) => expire(desks, firing),
  });
  const outages: RunningReaction = work.react({
    name: 'outages',
    categories: [OUTAGE_CATEGORY],
    concerns: (event) => outageIn(event) !== undefined,
    react: agreementOutages({ desks, dataSource, timers }),
  });
  const recounting = work.recounting({
    timers,
    categories: CATEGORIES,
    recount: (stream, note, { cause, commandId }) =>
      noteIn(desks, stream, note, { process: 'calendars', cause, commandId }),
  });
  const running = atWork({
    'the tables and the work': work,
    timers,
  });
  return {
    ...running,
    module: ReferralModule.with(ports, desks, rebuildDossier(building), list),
    timers: [timers],
    workers: { projections: work.tables, consumers: { hearing, ...work.reactions } },
  };
}

const callsForFollowing = (event: PublicEvent): boolean => {
  const { referral, settlement } = commandsFor(event);
  return referral.length + settlement.length > 0;
};

const expire = (desks: ReferralDesks, { timer: { stream, deadlineId }, commandId }: Firing): Promise<void> =>
  noteIn(
    desks,
    stream,
    { type: 'ExpireDeadline', deadlineId },
    { process: 'deadlines', cause: { kind: 'timer', id: deadlineId }, commandId },
  );
