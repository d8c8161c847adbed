import { delegationsMigration, partyKeysMigration, personsKeysMigration } from '@parley/auth';
import { namesOf } from '@parley/contracts';
import { bookkeepingMigrations, pause, rebuildMigration } from '@parley/projections';
import {
  chainedReadsMigration,
  ReadsLog,
  readsMigration,
  securityMigration,
  type ServiceDefinition,
} from '@parley/http';
import type { Instant } from '@parley/kernel';
import type { CheckStatus } from '@parley/telemetry';
import { CompletenessTable } from './completeness/completeness-table';
import { NightlyCheck } from './completeness/nightly-check';
import { DocketLog } from './docket/docket-log';
import { AuditModule } from './audit.module';
import { CONTEXTS } from './docket/docket.hears';
import { OF_NO_CASE } from './docket/docket-deadlines.rules';
import { docketProcess } from './docket/hear-message';
import { publishes } from './docket/audit.tells';
import { CompletenessTables1738541200000, RecordWalk1738543500000 } from './completeness/completeness.table';
import { toldIn } from './completeness/named-events';
import { RecordWalker } from './completeness/record-walker';
import { alarmOf, RecordWalks } from './completeness/record-walks';
import {
  DocketComplainedOf1738543300000,
  DocketDue1738543200000,
  DocketOutcomes1738542900000,
  DocketTables1738540900000,
} from './docket/docket.migration';
import { DocketEntryRow, DocketLineRow, DocketReader } from './docket/docket.table';
import { docketProjection } from './docket/docket-lines.table';
import { dossierCheckpoints } from './log/dossier-checkpoints';
import { AuditLog1738543100000, AuditLogWitnesses1738543400000 } from './log/log.migration';
import { logPart } from './log/log.part';
import { walkRecord } from './log/log-walk';
import { AuditWebhooks1738543000000 } from './webhooks/webhooks.migration';
import { webhookKeys } from './webhooks/webhook-keys';
import { webhooksPart } from './webhooks/webhooks.part';

const CONTEXT = 'audit';

/** The longest that a request waits for the docket to catch up, in milliseconds. */
const CATCH_UP_MS = 2_000;

/** The public docket, case histories, time travel and the check of the record. */
export const auditService: ServiceDefinition = {
  context: CONTEXT,
  logsReads: true,
  entities: [DocketLineRow, DocketEntryRow],
  migrations: [
    ...bookkeepingMigrations(CONTEXT),
    readsMigration(CONTEXT),
    securityMigration(CONTEXT),
    chainedReadsMigration(CONTEXT),
    DocketTables1738540900000,
    rebuildMigration(CONTEXT, ['docket_line', 'docket_entry']),
    CompletenessTables1738541200000,
    delegationsMigration(CONTEXT),
    DocketOutcomes1738542900000,
    AuditWebhooks1738543000000,
    AuditLog1738543100000,
    DocketDue1738543200000,
    DocketComplainedOf1738543300000,
    AuditLogWitnesses1738543400000,
    RecordWalk1738543500000,
    partyKeysMigration(CONTEXT),
    personsKeysMigration(CONTEXT),
  ],
  publishes,
  knowsDelegations: true,
  webhookKeys,
  group: 'docket',
  parts: (ports, work) => {
    const { store, database, blobs, clock, parties } = ports;
    const { facts } = work.deciding;
    const docket = work.table(docketProjection);
    const reader = new DocketReader(database.manager);
    const record = { store, facts, blobs, docket: reader, clock };
    const completeness = new CompletenessTable(database);
    const walks = new RecordWalks(database);
    const told = toldIn(database);
    const caughtUp = (): Promise<void> =>
      Promise.race([work.idle().catch(() => undefined), pause(CATCH_UP_MS, work.stopped)]);
    const api = {
      ...{ clock, store, facts, parties, record, completeness, walks, caughtUp },
      docket: reader,
      reads: new ReadsLog(database),
      trial: ports.trial ?? false,
      zone: ports.clocksOf.at(clock.now()).ruleSet.seat.zone,
      // What is told is known when it is kept, whatever of the docket is still to be written.
      heard: (before: Instant) => work.deciding.waitToHear(CONTEXTS, OF_NO_CASE, before),
      seen: () => docket.status().position ?? store.start,
    };
    const webhooks = webhooksPart(ports, work, api);
    const log = logPart(ports);
    const walker = new RecordWalker({
      ...{ walks, clock, onFailure: ports.onFailure },
      walk: (watch) => walkRecord({ store, told, watch, ...(log.kept ? { log: log.kept } : {}) }),
    });
    return {
      process: docketProcess(
        { facts, log: new DocketLog(store, ports.ruleSetVersion), nameOf: namesOf(parties) },
        log.kept ? [dossierCheckpoints({ store, log: log.kept, stopped: work.stopped })] : [],
      ),
      module: AuditModule.with(api, [...webhooks.providers, ...log.providers]),
      workers: {
        'the nightly check': new NightlyCheck({
          ...{ record, table: completeness, walker, clock, caughtUp },
        }),
        ...webhooks.workers,
        ...log.workers,
      },
      checks: { completeness: () => lastCheck(completeness), record: () => walker.status(), ...log.checks },
      onDemand: { record: () => walker.run() },
      alarms: async () => [...(await log.alarms()), ...alarmOf(await walks.last())],
    };
  },
};

/** The last nightly check as an operator sees it. */
async function lastCheck(table: CompletenessTable): Promise<CheckStatus> {
  const run = await table.lastRun();
  return { checkedAt: run?.endedAt ?? null, checked: run?.cases ?? 0, failed: run?.incomplete ?? 0 };
}
