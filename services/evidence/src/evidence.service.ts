import { hearsCalendars, REGISTER_SUBJECTS } from '@parley/contracts';
import { streamIdOf } from '@parley/event-store';
import { plusMillis, type CaseId } from '@parley/kernel';
import { hasHeard, KeptFacts } from '@parley/messaging';
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
import { Casefiles, EXHIBITS_CATEGORY } from './casefile/casefiles';
import { UploadSweeper } from './uploads/uploads';
import { EvidenceModule } from './evidence.module';
import { commandFor, HEARS, MOVES_CLOCKS } from './casefile/evidence.hears';
import { follow } from './casefile/evidence.reaction';
import { publishes } from './casefile/evidence.tells';
import { bytesInUseProjection } from './uploads/uploads.table';
import { EvidenceTables1738540800200, EvidenceTimers1738541100200 } from './casefile/casefile.table';

const GROUP = 'evidence';

/** Exhibits, their custody and their public versions, and who has read them. */
export const evidenceService: ServiceDefinition = {
  context: 'evidence',
  entities: [],
  migrations: [
    ...bookkeepingMigrations('evidence'),
    readsMigration('evidence'),
    EvidenceTables1738540800200,
    rebuildMigration('evidence', ['bytes_in_use']),
    EvidenceTimers1738541100200,
    delegationsMigration('evidence'),
  ],
  publishes,
  knowsDelegations: true,
  start,
};

async function start(ports: ServicePorts): Promise<RunningService> {
  const { database, blobs } = ports;
  const facts = new KeptFacts(database);
  const work = new ServiceWork(ports);
  const casefiles = new Casefiles({ ...ports, facts });
  const bytesInUse = work.table(bytesInUseProjection);
  const sweeper = new UploadSweeper({ database, blobs, settled: () => bytesInUse.idle() });
  const timers = work.timers({
    categories: [EXHIBITS_CATEGORY],
    // A limit that was moved by what the others have recorded by then has another end (I-21, I-61, S11).
    guard: ({ subject, dueAt }) =>
      hasHeard(database.manager, {
        group: GROUP,
        contexts: MOVES_CLOCKS,
        subject,
        alongside: REGISTER_SUBJECTS,
        instant: plusMillis(dueAt, ports.requestMarginMs),
      }),
    fire: ({ timer: { subject, deadlineId }, commandId }) =>
      casefiles.proceed(
        subject as CaseId,
        { type: 'ExpireDeadline', deadlineId },
        { process: 'deadlines', cause: { kind: 'timer', id: deadlineId }, commandId },
      ),
  });
  const recounting = work.recounting({
    timers,
    categories: [EXHIBITS_CATEGORY],
    recount: (stream, note, asked) =>
      casefiles.proceed(streamIdOf(stream) as CaseId, note, { ...asked, process: 'calendars' }),
  });
  const hearing = work.hear({
    contexts: HEARS,
    group: GROUP,
    reactions: [
      hearsCalendars(recounting.countAnew.bind(recounting)),
      {
        name: 'hearing',
        concerns: (event) => commandFor(event) !== undefined,
        answer: async (event, commandId) => {
          const command = commandFor(event);
          if (command) await follow(casefiles, event, command, commandId);
        },
      },
    ],
  });
  const running = atWork({
    'the tables and the work': work,
    'the sweeper of uploads': sweeper,
    timers,
  });
  return {
    ...running,
    module: EvidenceModule.with(ports, casefiles),
    timers: [timers],
    workers: {
      projections: work.tables,
      consumers: { hearing, ...work.reactions },
      dismissals: work.dismissals,
    },
  };
}
