import { namesOf } from '@parley/contracts';
import { ProjectionRunner, bookkeepingMigrations, pause, rebuildMigration } from '@parley/projections';
import {
  failingWorkers,
  readsMigration,
  ReadsLog,
  type RunningService,
  type ServiceDefinition,
  type ServicePorts,
} from '@parley/http';
import { tracedProjection, type CheckStatus } from '@parley/telemetry';
import { CompletenessTable } from './application/completeness/completeness-table';
import { NightlyCheck } from './application/completeness/nightly-check';
import { DocketLog } from './application/docket-log';
import { AuditModule } from './audit.module';
import { consumeForDocket } from './integration/docket-feed';
import { publishes } from './integration/publishes';
import { CompletenessTables1738541200000 } from './projections/completeness.migration';
import { DocketEntryRow } from './projections/docket-entry.row';
import { DocketLineRow } from './projections/docket-line.row';
import { DocketTables1738540900000 } from './projections/docket.migration';
import { docketProjection } from './projections/docket.projection';
import { DocketReader } from './projections/docket-reader';

const CONTEXT = 'audit';

/** Most that a request waits for the docket to catch up, in milliseconds. */
const CATCH_UP_MS = 2_000;

/** The public docket, case histories, time travel and the check of the record. */
export const auditService: ServiceDefinition = {
  context: CONTEXT,
  entities: [DocketLineRow, DocketEntryRow],
  migrations: [
    ...bookkeepingMigrations(CONTEXT),
    readsMigration(CONTEXT),
    DocketTables1738540900000,
    rebuildMigration(CONTEXT, ['docket_line', 'docket_entry']),
    CompletenessTables1738541200000,
  ],
  publishes,
  start,
};

async function start(ports: ServicePorts): Promise<RunningService> {
  const { store, database, blobs, feed, ruleSetVersion, clock, parties, onFailure } = ports;
  const stopped = new AbortController();
  const log = new DocketLog(store, ruleSetVersion);
  const consumption = consumeForDocket({
    store,
    log,
    ruleSetVersion,
    feed,
    nameOf: namesOf(ports.parties),
    signal: stopped.signal,
  });
  const docket = new ProjectionRunner({
    store,
    dataSource: database,
    projection: tracedProjection(docketProjection),
    onFailure,
  });
  docket.start();
  const reader = new DocketReader(database.manager);
  const record = { store, blobs, docket: reader, clock };
  const completeness = new CompletenessTable(database);
  const idle = async (): Promise<void> => {
    await consumption.idle();
    await docket.idle();
  };
  const caughtUp = (): Promise<void> =>
    Promise.race([idle().catch(() => undefined), pause(CATCH_UP_MS, stopped.signal)]);
  const nightly = new NightlyCheck({ record, table: completeness, clock, caughtUp });
  nightly.start();
  return {
    module: AuditModule.with({
      ...{ clock, store, parties, record, completeness },
      docket: reader,
      reads: new ReadsLog(database),
      zone: ports.clocksOf.at(clock.now()).ruleSet.seat.zone,
      seen: () => docket.status().position ?? store.start,
      caughtUp,
    }),
    timers: [],
    workers: {
      projections: [docket],
      consumers: { docket: consumption },
      checks: { completeness: () => lastCheck(completeness) },
    },
    idle,
    unready: () => failingWorkers({ 'the docket': docket, 'the nightly check': nightly }),
    async stop() {
      stopped.abort();
      await nightly.stop();
      await consumption.stop();
      await docket.stop();
    },
  };
}

/** The last nightly check as an operator sees it. */
async function lastCheck(table: CompletenessTable): Promise<CheckStatus> {
  const run = await table.lastRun();
  return { checkedAt: run?.endedAt ?? null, checked: run?.cases ?? 0, failed: run?.incomplete ?? 0 };
}
