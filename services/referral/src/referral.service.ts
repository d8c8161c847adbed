import { hearsCalendars, REGISTER_SUBJECTS } from '@parley/contracts';
import { categoryOf } from '@parley/event-store';
import { plusMillis, type CaseId, type Instant } from '@parley/kernel';
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
import type { Firing } from '@parley/processes';
import { bookkeepingMigrations, rebuildMigration } from '@parley/projections';
import { callsForDossier, dossierProcess } from './dossier/dossier.reaction';
import { agreementOutages, callsForCompliance, complianceProcess } from './compliance/compliance.reaction';
import { follow } from './referral/hearing';
import { commandsFor, HEARS, MOVES_CLOCKS } from './referral/referral.hears';
import { publishes } from './referral/referral.tells';
import { noteIn, referralRepositories, type ReferralRepositories } from './referral/repositories';
import { COMPLIANCE_CATEGORY, REFERRAL_CATEGORY, REGISTER_CATEGORY, SETTLEMENT_CATEGORY } from './referral/streams';
import { attemptsUntil } from './settlement/note-screening.rules';
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
  const { database: dataSource, clock, blobs, parties, signer } = ports;
  const work = new ServiceWork(ports);
  const facts = new KeptFacts(dataSource);
  const repositories = referralRepositories({ ...ports, facts });
  const { referrals, settlements } = repositories;
  const heard = heardBefore(dataSource, { group: GROUP, contexts: HEARS });
  const building = {
    materials: facts,
    blobs,
    parties,
    keys: [signer.publicKey],
    heardBefore: heard,
    attempts: async (caseId: CaseId, until: Instant) => {
      const { state } = await settlements.read(caseId);
      return state.status === 'filed' ? attemptsUntil(state, until) : [];
    },
  };
  work.react({
    name: 'dossier',
    categories: [REFERRAL_CATEGORY],
    concerns: callsForDossier,
    react: dossierProcess({ ...building, referrals, clock }),
    // Each packs a bag, which takes the processor and memory for a while.
    lanes: 1,
  });
  work.react({
    name: 'compliance',
    categories: [SETTLEMENT_CATEGORY],
    concerns: callsForCompliance,
    react: complianceProcess(repositories),
  });
  const list = work.table(agreementsProjection);
  const timers = work.timers({
    categories: CATEGORIES,
    // A limit that was moved by what the others have recorded by then has another end (I-21, I-61, S11).
    guard: ({ stream, subject, dueAt }) =>
      hasHeard(dataSource.manager, {
        group: GROUP,
        contexts: MOVES_CLOCKS[categoryOf(stream)] ?? [],
        subject,
        alongside: REGISTER_SUBJECTS,
        instant: plusMillis(dueAt, ports.requestMarginMs),
      }),
    fire: (firing) => expire(repositories, firing),
  });
  const recounting = work.recounting({
    timers,
    categories: CATEGORIES,
    recount: (stream, note, asked) => noteIn(repositories, stream, note, { ...asked, process: 'calendars' }),
  });
  const hearing = work.hear({
    contexts: HEARS,
    group: GROUP,
    reactions: [
      hearsCalendars(recounting.countAnew.bind(recounting)),
      agreementOutages({ repositories, dataSource, timers }),
      {
        name: 'hearing',
        concerns: callsForFollowing,
        answer: (event, commandId) => follow(repositories, event, commandsFor(event), commandId),
      },
    ],
  });
  const running = atWork({
    'the tables and the work': work,
    timers,
  });
  return {
    ...running,
    module: ReferralModule.with(ports, repositories, rebuildDossier(building), list),
    timers: [timers],
    workers: {
      projections: work.tables,
      consumers: { hearing, ...work.reactions },
      dismissals: work.dismissals,
    },
  };
}

const callsForFollowing = (event: PublicEvent): boolean => {
  const { referral, settlement } = commandsFor(event);
  return referral.length + settlement.length > 0;
};

const expire = (
  repositories: ReferralRepositories,
  { timer: { stream, deadlineId }, commandId }: Firing,
): Promise<unknown> =>
  noteIn(
    repositories,
    stream,
    { type: 'ExpireDeadline', deadlineId },
    { process: 'deadlines', cause: { kind: 'timer', id: deadlineId }, commandId },
  );
