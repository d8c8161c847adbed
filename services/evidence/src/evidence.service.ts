import { streamIdOf } from '@parley/event-store';
import { plusMillis, type CaseId } from '@parley/kernel';
import { hasHeard, KeptFacts, recordProgress, type Inbox, type PublicEvent } from '@parley/messaging';
import { delegationsMigration } from '@parley/auth';
import {
  atWork,
  overTheBroker,
  readsMigration,
  type RunningService,
  type ServiceDefinition,
  type ServicePorts,
  ServiceWork,
} from '@parley/http';
import { bookkeepingMigrations, rebuildMigration } from '@parley/projections';
import { EvidenceDesk, EXHIBITS_CATEGORY } from './casefile/evidence-desk';
import { UploadSweeper } from './uploads/uploads';
import { EvidenceModule } from './evidence.module';
import { commandFor, HEARS, MOVES_CLOCKS, taughtBy } from './casefile/evidence.hears';
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
  const { store, database, blobs, feed } = ports;
  const facts = new KeptFacts(database);
  const work = new ServiceWork(ports);
  const desk = new EvidenceDesk(store, facts, ports.clocksOf, ports.ruleSetVersion);
  const bytesInUse = work.table(bytesInUseProjection);
  const sweeper = new UploadSweeper({ database, blobs, settled: () => bytesInUse.idle() });
  const stopped = new AbortController();
  const hearing = feed.consume({
    contexts: HEARS,
    group: GROUP,
    signal: stopped.signal,
    handle: async (event: PublicEvent, inbox: Inbox) => {
      // Kept first: what it calls for is decided on it. To keep it again changes nothing.
      if (taughtBy(event).length > 0) await facts.keep(event);
      const command = commandFor(event);
      if (command)
        await inbox.answer(event.id, (commandId) => desk.follow(event.subject as CaseId, command, event.id, commandId));
    },
    progress: (context, instant) => recordProgress(database.manager, GROUP, context, instant),
  });
  const timers = work.timers({
    categories: [EXHIBITS_CATEGORY],
    // A limit that was moved by what the others have recorded by then has another end (I-61, S11).
    guard: async ({ subject, dueAt }) =>
      (await recounting.isSettled()) &&
      hasHeard(database.manager, {
        group: GROUP,
        contexts: MOVES_CLOCKS,
        subject,
        instant: plusMillis(dueAt, ports.requestMarginMs),
      }),
    fire: ({ timer: { subject, deadlineId }, commandId }) => desk.expire(subject as CaseId, deadlineId, commandId),
  });
  const recounting = work.recounting({
    timers,
    categories: [EXHIBITS_CATEGORY],
    recount: (stream, note, { cause, commandId }) =>
      desk.noteCalendar(streamIdOf(stream) as CaseId, note, cause, commandId),
  });
  const running = atWork({
    'the hearing': overTheBroker(hearing),
    'the tables and the work': work,
    'the sweeper of uploads': sweeper,
    timers,
  });
  return {
    ...running,
    module: EvidenceModule.with(ports, desk),
    timers: [timers],
    workers: { projections: work.tables, consumers: { hearing, ...work.reactions } },
    stop: async () => {
      stopped.abort();
      await running.stop();
    },
  };
}
