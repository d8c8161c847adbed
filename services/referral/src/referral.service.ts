import { delegationsMigration, partyKeysMigration, personsKeysMigration, signingKeysAt } from '@parley/auth';
import { SIGNING_KEYS } from '@parley/contracts';
import {
  chainedReadsMigration,
  readsMigration,
  securityMigration,
  type ServiceDefinition,
  type ServicePorts,
} from '@parley/http';
import type { DecidingPorts } from '@parley/processes';
import { bookkeepingMigrations, rebuildMigration } from '@parley/projections';
import { dossierBuilder, type DossierMaterials } from './dossier/dossier.reaction';
import { checkpointFor } from './dossier/recorded-checkpoint';
import { rebuildDossier } from './dossier/rebuild-dossier';
import { AgreementRow, agreementsProjection, AgreementsTable1738542000200 } from './compliance/compliance.table';
import { HEARS } from './referral/referral.hears';
import { publishes } from './referral/referral.tells';
import { referralRepositories, type ReferralRepositories } from './referral/repositories';
import { referralProcess } from './referral-process';
import { ReferralModule } from './referral.module';
import { COMPLIANCE_CATEGORY, REFERRAL_CATEGORY, SETTLEMENT_CATEGORY } from './referral/streams';
import { attemptsUntil } from './settlement/note-screening.rules';

const CONTEXT = 'referral';

/** Settlement and compliance, exit notices, the rules of forums, and the dossier: requested, signed, packed, issued. */
export const referralService: ServiceDefinition = {
  context: CONTEXT,
  logsReads: true,
  entities: [AgreementRow],
  migrations: [
    ...bookkeepingMigrations(CONTEXT),
    readsMigration(CONTEXT),
    securityMigration(CONTEXT),
    chainedReadsMigration(CONTEXT),
    rebuildMigration(CONTEXT, ['timers', 'capacities']),
    AgreementsTable1738542000200,
    delegationsMigration(CONTEXT),
    partyKeysMigration(CONTEXT),
    personsKeysMigration(CONTEXT),
  ],
  publishes,
  knowsDelegations: true,
  ofCases: [REFERRAL_CATEGORY, SETTLEMENT_CATEGORY, COMPLIANCE_CATEGORY],
  parts: (ports, work) => {
    const repositories = referralRepositories(work.deciding);
    const materials = dossierMaterials(ports, work.deciding, repositories, work.stopped);
    return {
      process: referralProcess(repositories, work.deciding, dossierBuilder(materials, ports.blobs)),
      module: ReferralModule.with(
        ports,
        repositories,
        rebuildDossier(materials, ports.blobs),
        work.table(agreementsProjection),
        work.deciding.facts,
      ),
    };
  },
};

const dossierMaterials = (
  { parties, signer, signingKeys, logFiles }: ServicePorts,
  { facts: materials, waitToHear }: Pick<DecidingPorts, 'facts' | 'waitToHear'>,
  { settlements }: ReferralRepositories,
  stopped: AbortSignal,
): DossierMaterials => ({
  materials,
  parties,
  keys: async (asOf) => {
    if (!signingKeys) return signer ? [signer.publicKey] : [];
    if (!(await waitToHear(['intake'], SIGNING_KEYS, asOf)))
      throw new Error(`intake not heard past ${asOf} of the keys of the registry`);
    return signingKeysAt(await signingKeys(), asOf).map(({ key, ...time }) => ({ ...key, ...time }));
  },
  heardBefore: async (caseId, instant) => {
    if (await waitToHear(HEARS, caseId, instant)) return;
    throw new Error(`${HEARS.join(', ')} not heard past ${instant} for case ${caseId}`);
  },
  attempts: async (caseId, until) => {
    const { state } = await settlements.read(caseId);
    return state.status === 'filed' ? attemptsUntil(state, until) : [];
  },
  checkpoint: (caseId, { party, requestedAt }) => checkpointFor(logFiles, { caseId, party, requestedAt }, { stopped }),
});
