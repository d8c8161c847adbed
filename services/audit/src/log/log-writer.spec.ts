import { InMemoryEventStore, type EventStore, type RecordedEvent } from '@parley/event-store';
import {
  checkFiles,
  nodeChecks,
  openCheckpoint,
  openNote,
  parsePolicy,
  TiledTree,
  verifyConsistency,
  verifyLog,
  type Checkpoint,
} from '@parley/transparency';
import { createAuditDatabase, type AuditDatabase } from '../audit-database.fixture';
import { OtherServices } from '../history/case-record.fixture';
import { SetClock } from '../running-audit.fixture';
import { LogCheckpoints } from './log-checkpoints';
import type { LogHalted } from './log-halted';
import { someLogKeys } from './log-keys.fixture';
import { LogSecrets } from './log-secrets';
import { LogWriter } from './log-writer';
import { MemoryFiles } from './memory-files.fixture';

const secrets = new LogSecrets(someLogKeys(3));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

let database: AuditDatabase;
let clock: SetClock;
let store: InMemoryEventStore;
let others: OtherServices;
let files: MemoryFiles;
let checkpoints: LogCheckpoints;

beforeAll(async () => {
  database = await createAuditDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.dataSource.query('TRUNCATE audit.log_checkpoints');
  clock = new SetClock();
  store = new InMemoryEventStore({ clock });
  others = new OtherServices(store);
  files = new MemoryFiles();
  checkpoints = new LogCheckpoints(database.dataSource);
});

const record = (count: number, stream = 'intake.case-1') =>
  others.record(stream, ...Array.from({ length: count }, () => ({ type: 'Noted' })));
const writer = (with_: Partial<ConstructorParameters<typeof LogWriter>[0]> = {}) =>
  new LogWriter({ store, clock, files, checkpoints, secrets, ...with_ });
const level = async (log = writer()): Promise<void> => {
  while (await log.step());
};
const eventsIn = async (from: EventStore = store): Promise<readonly RecordedEvent[]> =>
  (await from.readAll({ limit: 100_000 })).events;

/** All entries of the log by what they say, as the files have them and the checkpoint covers them. */
async function entries(): Promise<readonly string[]> {
  const found: string[] = [];
  const policy = await parsePolicy(nodeChecks.digest, await secrets.policy());
  await verifyLog(
    nodeChecks,
    policy,
    (path) => files.read(path),
    (entry) => void found.push(hex(entry)),
  );
  return found;
}

/** Where each event stands in the log; the rest must be blanks. */
async function indexes(from: EventStore = store): Promise<readonly number[]> {
  const all = await entries();
  const places = (await eventsIn(from)).map(({ commitment }) => all.indexOf(hex(secrets.entryOf(commitment).entry)));
  const blanks = all.flatMap((entry, index) => (entry === hex(secrets.blankAt(index).entry) ? [index] : []));
  expect([...places, ...blanks].sort((a, b) => a - b)).toEqual(all.map((_, index) => index));
  return places;
}

/** Every checkpoint that was ever signed extends the one before. */
async function signedInOrder(): Promise<number> {
  const { key } = await secrets.log();
  let before: Checkpoint | undefined;
  for (let n = 1; ; n += 1) {
    const at = await checkpoints.at(n);
    if (at?.note == null) return n - 1;
    const checkpoint = await openCheckpoint(nodeChecks, at.note, key);
    if (before) {
      const tree = new TiledTree((path) => files.read(path), checkpoint.size, nodeChecks.digest);
      await verifyConsistency(nodeChecks.digest, before, checkpoint, await tree.consistency(before.size));
    }
    before = checkpoint;
  }
}

describe('the log', () => {
  it('has an entry for each event, in the order of the store, and blanks up to a multiple of 16', async () => {
    for (const [count, size] of [
      [3, 16],
      [16, 32],
      [17, 64],
      [300, 368],
    ] as const) {
      await record(count);
      await level();
      expect((await checkpoints.newest())?.size).toBe(size);
    }
    expect(await indexes()).toEqual([0, 1, 2, ...between(16, 32), ...between(32, 49), ...between(64, 364)]);
    expect(await signedInOrder()).toBe(4);
  });

  it('says of an event nothing that its commitment alone would tell, and never the same twice', async () => {
    await record(40);
    await level();
    const all = await entries();
    expect(new Set(all).size).toBe(all.length);
    for (const { commitment } of await eventsIn()) {
      expect(all).not.toContain(commitment);
      expect(all).not.toContain(hex(await nodeChecks.digest(Buffer.from(commitment, 'hex'))));
    }
  });

  it('signs nothing where nothing was recorded', async () => {
    await level();
    await record(1);
    await level();
    await level();
    expect(await signedInOrder()).toBe(1);
  });

  it('is never signed with a time before its newest entry, nor before the last one', async () => {
    clock.set('2025-02-03T08:00:00.001Z');
    await record(1);
    clock.set('2025-02-03T07:00:00.000Z');
    await level();
    const { key } = await secrets.time();
    const timeOf = async () =>
      (await openNote(nodeChecks, (await checkpoints.newest())?.note ?? '', [key])).signedBy[0]?.time;
    expect(await timeOf()).toBe(Date.parse('2025-02-03T08:00:01Z') / 1_000);
    await others.record('intake.case-2', { type: 'Noted' });
    await level();
    expect(await timeOf()).toBe(Date.parse('2025-02-03T08:00:01Z') / 1_000);
  });

  it('of many events is signed in parts', async () => {
    for (let stream = 0; stream < 3; stream += 1) await record(1_500, `intake.case-${String(stream)}`);
    const log = writer();
    expect([await log.step(), await log.step(), await log.step(), await log.step()]).toEqual([
      { isBehind: true },
      { isBehind: true },
      { isBehind: false },
      undefined,
    ]);
    expect(await signedInOrder()).toBe(3);
    expect(new Set(await indexes()).size).toBe(4_500);
  });
});

describe('a process that is killed between any two steps', () => {
  /** Dies at one of its writes: before it, or after it was done. */
  class Dying {
    #left: number;

    constructor(
      at: number,
      private readonly done: boolean,
    ) {
      this.#left = at;
    }

    readonly around = <Subject extends object>(subject: Subject, names: readonly string[]): Subject =>
      new Proxy(subject, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name);
          if (typeof value !== 'function') return value;
          const call = value.bind(target) as (...args: unknown[]) => Promise<unknown>;
          if (!names.includes(String(name))) return call;
          return async (...args: unknown[]) => {
            this.#left -= 1;
            if (this.#left < 0 && !this.done) throw new Error('killed');
            const result = await call(...args);
            if (this.#left < 0) throw new Error('killed');
            return result;
          };
        },
      });
  }

  it.each([false, true])(
    'loses and forks nothing (the write was done: %s)',
    async (done) => {
      let kills = 0;
      for (let at = 0; ; at += 1) {
        await database.dataSource.query('TRUNCATE audit.log_checkpoints');
        files = new MemoryFiles();
        store = new InMemoryEventStore({ clock });
        others = new OtherServices(store);
        await record(230);
        await level();
        await record(20);
        const dying = new Dying(at, done);
        const killed = writer({
          files: dying.around<MemoryFiles>(files, ['write', 'create']),
          checkpoints: dying.around(checkpoints, ['plan', 'sign']),
        });
        const failure: unknown = await level(killed).catch((error: unknown) => error);
        // What comes meanwhile must not slip into what was begun.
        await record(7, 'intake.case-2');
        await level();
        expect(await indexes()).toHaveLength(257);
        await signedInOrder();
        if (failure === undefined) break;
        kills += 1;
      }
      expect(kills).toBe(9);
    },
    120_000,
  );

  it('and two at the same time write one log', async () => {
    for (let round = 0; round < 5; round += 1) {
      await record(30, `intake.case-${String(round)}`);
      await Promise.all([level(), level(), level()]);
    }
    expect(await indexes()).toHaveLength(150);
    await signedInOrder();
  });
});

describe('the log signs nothing', () => {
  const halts = async (why: LogHalted['why'], log = writer()) => {
    const before = { files: new Map(files.files), newest: await checkpoints.newest() };
    await expect(level(log)).rejects.toMatchObject({ name: 'LogHalted', why });
    expect(files.files).toEqual(before.files);
    expect(await checkpoints.newest()).toEqual(before.newest);
  };

  it('over an older database', async () => {
    await record(3);
    await level();
    await record(3);
    await level();
    await database.dataSource.query('DELETE FROM audit.log_checkpoints WHERE n = 2');
    await record(5);
    await halts('database');
    await database.dataSource.query('DELETE FROM audit.log_checkpoints');
    await halts('database');
  });

  it('over an older folder, another one, or none', async () => {
    await record(3);
    await level();
    const older = new Map(files.files);
    await record(3);
    await level();
    const kept = files.files;
    await record(5);
    files.files = older;
    await halts('files');
    files.files = new Map();
    await halts('files');
    files.files = new Map(kept).set('heads/002', Buffer.from('another'));
    await halts('files');
    files.files = kept;
    await level();
    await signedInOrder();
  });

  it('over an event store that lacks what the log has, or has something else there', async () => {
    await record(3);
    await level();
    const empty = new InMemoryEventStore({ clock });
    await halts('store', writer({ store: empty }));
    await new OtherServices(empty).record('intake.case-1', { type: 'Noted' }, { type: 'Noted' }, { type: 'Noted' });
    await halts('store', writer({ store: empty }));
  });

  it('over an event that was altered in the store', async () => {
    await record(3);
    await level();
    await record(2);
    const altered = new Proxy(store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (name !== 'readAll') return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        return async (...args: Parameters<EventStore['readAll']>) => {
          const page = await target.readAll(...args);
          return {
            ...page,
            events: page.events.map((event) => (event.revision === 4 ? { ...event, rule: 'S9' } : event)),
          };
        };
      },
    });
    await expect(level(writer({ store: altered }))).rejects.toMatchObject({ why: 'altered' });
    expect((await checkpoints.newest())?.n).toBe(1);
    await level();
    expect(await indexes()).toHaveLength(5);
  });

  it('by another key than the last one', async () => {
    await record(3);
    await level();
    await record(3);
    await halts('files', writer({ secrets: new LogSecrets(someLogKeys(4)) }));
  });

  it('over files that its storage does not give back as they were written', async () => {
    await record(3);
    const lossy = new MemoryFiles();
    const lying = Object.assign(Object.create(lossy) as MemoryFiles, {
      write: (path: string, bytes: Uint8Array) =>
        lossy.write(
          path,
          path.startsWith('tile/entries') ? bytes.map((byte, at) => (at === 9 ? byte ^ 1 : byte)) : bytes,
        ),
    });
    await expect(level(writer({ files: lying }))).rejects.toMatchObject({ code: 'tile-differs' });
    expect(await checkpoints.newest()).toBeUndefined();
    expect(lossy.files.has('checkpoint')).toBe(false);
    files = lossy;
    await level();
    expect(await checkFiles(nodeChecks.digest, { read: (path) => files.read(path), size: 16 })).toEqual(
      Buffer.from((await checkpoints.newest())?.root ?? []),
    );
  });
});

const between = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);
