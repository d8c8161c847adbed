import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { directoryFiles } from '@parley/blobs/directory';
import { InMemoryEventStore, type EventStore, type RecordedEvent } from '@parley/event-store';
import { DISK_FAULTS, FailingDisk } from '@parley/testing';
import {
  CHECKPOINT_PATH,
  checkFiles,
  nodeChecks,
  openCheckpoint,
  parsePolicy,
  TiledTree,
  verifyLog,
  type ReadLogFile,
} from '@parley/transparency';
import { OtherServices } from '../history/case-record.fixture';
import { SetClock } from '../running-audit.fixture';
import { someLogKeys } from './log-keys.fixture';
import { LogSecrets } from './log-secrets';
import { LogWriter } from './log-writer';
import { MemoryCheckpoints } from './memory-checkpoints.fixture';

const secrets = new LogSecrets(someLogKeys(5));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('a disk of which one call fails, whichever it is', () => {
  let top: string;
  let disk: FailingDisk;

  beforeEach(() => {
    top = mkdtempSync(path.join(tmpdir(), 'parley-failing-'));
    disk = new FailingDisk(top);
  });
  afterEach(() => {
    disk.remove();
    rmSync(top, { recursive: true });
  });

  it.each(DISK_FAULTS)(
    'leaves a log that holds and goes on, and that has signed one past (%s)',
    async (fault) => {
      const clock = new SetClock();
      const store = new InMemoryEventStore({ clock });
      const [checkpoints, files] = [new MemoryCheckpoints(), directoryFiles(top, 'log')];
      const read = (file: string) => files.read(file);
      const others = new OtherServices(store);
      const record = (count: number) =>
        others.record('intake.case-1', ...Array.from({ length: count }, () => ({ type: 'Noted' })));
      const started = () => new LogWriter({ store, clock, files, checkpoints, secrets });
      const level = async (log: LogWriter): Promise<void> => {
        while (await log.step());
      };
      /** What anybody is shown at this moment holds. What was hashed before is not hashed again. */
      let hashed = 0;
      const holds = async (): Promise<void> => {
        const note = Buffer.from((await files.read(CHECKPOINT_PATH)) ?? []).toString();
        const { size, root } = await openCheckpoint(nodeChecks, note, (await secrets.log()).key);
        expect(await checkFiles(nodeChecks.digest, { read, size, from: hashed })).toEqual(root);
        hashed = size;
      };
      await record(16);
      await level(started());
      let log = started();
      let failed = 0;
      for (let hasFailed = true; hasFailed; failed += Number(hasFailed)) {
        await record(20);
        disk.fails(failed + 1, fault);
        await level(log).catch(() => undefined);
        hasFailed = disk.works();
        await holds();
        // A process that lives tries again; one that is gone is followed by another.
        if (fault.startsWith('killed')) log = started();
        await level(log);
        await holds();
      }
      expect(failed).toBeGreaterThan(40);
      expect(await unlogged(store, read)).toEqual([]);
      await signedOnePast(checkpoints, read);
    },
    60_000,
  );
});

/** The events without an entry in the whole log, which holds. */
async function unlogged(store: EventStore, read: ReadLogFile): Promise<readonly RecordedEvent[]> {
  const entries = new Set<string>();
  const policy = await parsePolicy(nodeChecks.digest, await secrets.policy());
  await verifyLog(nodeChecks, policy, read, (entry) => entries.add(hex(entry)));
  const { events } = await store.readAll({ limit: 10_000 });
  expect(events.length).toBeGreaterThan(800);
  return events.filter(({ commitment }) => !entries.has(hex(secrets.entryOf(commitment).entry)));
}

/** Every checkpoint that was ever signed is of the past that the files now have. */
async function signedOnePast({ kept }: MemoryCheckpoints, read: ReadLogFile): Promise<void> {
  const { key } = await secrets.log();
  for (const { note } of kept) {
    const { size, root } = await openCheckpoint(nodeChecks, note ?? '', key);
    expect(await new TiledTree(read, size, nodeChecks.digest).root()).toEqual(root);
  }
}
