import { delegationsMigration, partyKeysMigration, personsKeysMigration } from '@parley/auth';
import { chainedReadsMigration, readsMigration, securityMigration, type ServiceDefinition } from '@parley/http';
import { bookkeepingMigrations, rebuildMigration } from '@parley/projections';
import { Casefiles, EXHIBITS_CATEGORY } from './casefile/casefiles';
import { evidenceProcess } from './evidence-process';
import { UploadSweeper } from './uploads/uploads';
import { EvidenceModule } from './evidence.module';
import { publishes } from './casefile/evidence.tells';
import { bytesInUseProjection } from './uploads/uploads.table';
import {
  EvidenceFormats1738543000200,
  EvidenceTables1738540800200,
  EvidenceTimers1738541100200,
} from './casefile/casefile.table';

const CONTEXT = 'evidence';

/** Exhibits, their custody and their public versions, and who has read them. */
export const evidenceService: ServiceDefinition = {
  context: CONTEXT,
  logsReads: true,
  entities: [],
  migrations: [
    ...bookkeepingMigrations(CONTEXT),
    readsMigration(CONTEXT),
    securityMigration(CONTEXT),
    chainedReadsMigration(CONTEXT),
    EvidenceTables1738540800200,
    rebuildMigration(CONTEXT, ['bytes_in_use']),
    EvidenceTimers1738541100200,
    delegationsMigration(CONTEXT),
    EvidenceFormats1738543000200,
    partyKeysMigration(CONTEXT),
    personsKeysMigration(CONTEXT),
  ],
  publishes,
  knowsDelegations: true,
  ofCases: [EXHIBITS_CATEGORY],
  parts: (ports, work) => {
    const { database, blobs } = ports;
    const casefiles = new Casefiles(work.deciding);
    const bytesInUse = work.table(bytesInUseProjection);
    return {
      process: evidenceProcess(casefiles, work.deciding.limits),
      module: EvidenceModule.with(ports, casefiles, work.deciding.facts),
      workers: {
        'the sweeper of uploads': new UploadSweeper({ database, blobs, settled: () => bytesInUse.idle() }),
      },
    };
  },
};
