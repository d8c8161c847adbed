import type { CaseId, Instant } from '@parley/kernel';
import { delegationsMigration } from '@parley/auth';
import {
  readsMigration,
  type RunningService,
  type ServiceDefinition,
  type ServicePorts,
  ServiceWork,
} from '@parley/http';
import { bookkeepingMigrations, rebuildMigration } from '@parley/projections';
import { dossierBuilder } from './dossier/dossier.reaction';
import { rebuildDossier } from './dossier/rebuild-dossier';
import { AgreementRow, agreementsProjection, AgreementsTable1738542000200 } from './compliance/compliance.table';
import { HEARS } from './referral/referral.hears';
import { publishes } from './referral/referral.tells';
import { referralRepositories } from './referral/repositories';
import { referralProcess } from './referral-process';
import { ReferralModule } from './referral.module';
import { attemptsUntil, type Attempt } from './settlement/note-screening.rules';

const CONTEXT = 'referral';

/** Settlement and compliance, exit notices, the rules of forums, and the dossier: requested, signed, packed, issued. */
export const referralService: ServiceDefinition = {
  context: CONTEXT,
  entities: [AgreementRow],
  migrations: [
    ...bookkeepingMigrations(CONTEXT),
    readsMigration(CONTEXT),
    rebuildMigration(CONTEXT, ['timers']),
    AgreementsTable1738542000200,
    delegationsMigration(CONTEXT),
  ],
  publishes,
  knowsDelegations: true,
  start,
};

async function start(ports: ServicePorts): Promise<RunningService> {
  const { blobs, parties, signer } = ports;
  const work = new ServiceWork(ports, CONTEXT);
  const { facts: materials, waitToHear } = work.deciding;
  const repositories = referralRepositories(work.deciding);
  const building = {
    materials,
    parties,
    keys: [signer.publicKey],
    heardBefore: async (caseId: CaseId, instant: Instant): Promise<void> => {
      if (await waitToHear(HEARS, caseId, instant)) return;
      throw new Error(`${HEARS.join(', ')} not heard past ${instant} for case ${caseId}`);
    },
    attempts: async (caseId: CaseId, until: Instant): Promise<readonly Attempt[]> => {
      const { state } = await repositories.settlements.read(caseId);
      return state.status === 'filed' ? attemptsUntil(state, until) : [];
    },
  };
  const list = work.table(agreementsProjection);
  work.run(referralProcess(repositories, work.deciding, dossierBuilder(building, blobs)));
  return work.begin(ReferralModule.with(ports, repositories, rebuildDossier(building, blobs), list));
}
