import { streamIdOf } from '@parley/event-store';
import type { CaseId } from '@parley/kernel';
import type { Inbox, PublicEvent } from '@parley/messaging';
import { delegationsMigration } from '@parley/auth';
import {
  atWork,
  readsMigration,
  type RunningService,
  type ServiceDefinition,
  type ServicePorts,
  ServiceWork,
  startedAfter,
} from '@parley/http';
import { bookkeepingMigrations, rebuildMigration } from '@parley/projections';
import { EvidenceDesk } from './application/evidence-desk';
import { UploadSweeper } from './application/uploads/upload-sweeper';
import { EvidenceModule } from './evidence.module';
import { HEARS, toldBy } from './integration/consumes';
import { publishes } from './integration/publishes';
import { EXHIBITS_CATEGORY } from './application/streams';
import { bytesInUseProjection } from './projections/bytes-in-use.projection';
import { EvidenceTables1738540800200, EvidenceTimers1738541100200 } from './projections/evidence.migration';

const GROUP = 'evidence';
/**
 * So long the defaults of a service that starts wait to hear what it missed; then no silence of others holds them
 * (I-18).
 */
const HEARD_FIRST_MS = 10_000;

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
  const work = new ServiceWork(ports);
  const desk = new EvidenceDesk(store, ports.clocksOf, ports.ruleSetVersion);
  const bytesInUse = work.table(bytesInUseProjection);
  const sweeper = new UploadSweeper({ database, blobs, settled: () => bytesInUse.idle() });
  const stopped = new AbortController();
  const hearing = feed.consume({
    contexts: HEARS,
    group: GROUP,
    signal: stopped.signal,
    handle: async (event: PublicEvent, inbox: Inbox) => {
      const commands = toldBy(event);
      if (commands.length > 0)
        await inbox.answer(event.id, (commandId) => desk.learn(event.subject as CaseId, commands, event.id, commandId));
    },
  });
  const timers = work.timers({
    categories: [EXHIBITS_CATEGORY],
    guard: () => recounting.isSettled(),
    fire: ({ timer: { subject, deadlineId }, commandId }) => desk.expire(subject as CaseId, deadlineId, commandId),
  });
  const recounting = work.recounting({
    timers,
    categories: [EXHIBITS_CATEGORY],
    recount: (stream, note, { cause, commandId }) =>
      desk.noteCalendar(streamIdOf(stream) as CaseId, { ...note, longStop: null }, cause, commandId),
  });
  const running = atWork({
    'the hearing': hearing,
    'the tables and the work': work,
    'the sweeper of uploads': sweeper,
    // What was told while this was away comes first: a limit that ended in an outage has another end by then (I-61).
    timers: startedAfter(hearing, HEARD_FIRST_MS, timers),
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
