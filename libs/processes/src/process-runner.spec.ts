import { InMemoryEventStore, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { CommandId, Instant } from '@parley/kernel';
import { createServiceDatabase, record, type ServiceDatabase } from '@parley/projections/testing';
import { ProcessRunner, type ProcessRunnerOptions } from './process-runner';
import { caseStream, toCase } from './testing/case-of-deadlines';

const at = '2025-02-05T08:00:00.000Z' as Instant;

describe('a process runner', () => {
  let database: ServiceDatabase;
  let store: InMemoryEventStore;
  let running: ProcessRunner[];
  beforeEach(async () => {
    database = await createServiceDatabase('intake');
    store = new InMemoryEventStore({ clock: { now: () => at } });
    running = [];
  });
  afterEach(async () => {
    await Promise.all(running.map((runner) => runner.stop()));
    await database.drop();
  });

  function run(react: ProcessRunnerOptions['react'], more: Partial<ProcessRunnerOptions> = {}): ProcessRunner {
    const options = {
      store,
      dataSource: database.dataSource,
      name: 'register',
      categories: ['intake.filing'],
      react,
      tries: 2,
      retryMs: 1,
    };
    const runner = new ProcessRunner({ ...options, ...more });
    running.push(runner);
    runner.start();
    return runner;
  }
  const file = async (...ids: readonly string[]): Promise<void> => {
    for (const id of ids) await record(store, 'intake.filing', id, { type: 'GrievanceFiled', data: {} });
  };
  const register = async (event: RecordedEvent, commandId: CommandId): Promise<void> => {
    await toCase(store, streamIdOf(event.stream), { kind: 'open', at, deadlines: [] }, commandId);
  };

  it('issues the command that each event calls for', async () => {
    const runner = run(register);
    await file('a', 'b');
    await runner.idle();
    expect([(await store.read(caseStream('a'))).length, (await store.read(caseStream('b'))).length]).toEqual([1, 1]);
  });

  it('answers streams side by side where it is told to, and one stream in order', async () => {
    const answered: string[] = [];
    const other = Promise.withResolvers<true>();
    // Of one lane the first stream would wait for ever for the second.
    const react = async (event: RecordedEvent): Promise<void> => {
      const id = streamIdOf(event.stream);
      if (id === 'a' && event.revision === 0) await other.promise;
      answered.push(`${id}${String(event.revision)}`);
      if (id === 'b') other.resolve(true);
    };
    await file('a', 'a', 'b');
    await run(react, { lanes: 2 }).idle();
    expect(answered).toEqual(['b0', 'a0', 'a1']);
  });

  it('issues it once in effect though it crashes behind the append', async () => {
    let crashes = 1;
    const runner = run(async (event, commandId) => {
      await register(event, commandId);
      if (crashes-- > 0) throw new Error('crash');
    });
    await file('a');
    await runner.idle();
    expect(await store.read(caseStream('a'))).toHaveLength(1);
    expect(await runner.parked()).toEqual([]);
  });

  it('issues it once in effect though its checkpoint is lost', async () => {
    const first = run(register);
    await file('a', 'b');
    await first.idle();
    await first.stop();
    await database.dataSource.query('DELETE FROM intake.checkpoint');
    await run(register).idle();
    expect(await store.read(caseStream('a'))).toHaveLength(1);
  });

  it('parks what keeps failing for its own stream only, and answers it when it is replayed', async () => {
    let isBroken = true;
    const runner = run(async (event, commandId) => {
      if (isBroken && streamIdOf(event.stream) === 'a') throw new Error('broken');
      await register(event, commandId);
    });
    await file('a', 'b', 'a');
    await runner.idle();
    expect(await store.read(caseStream('b'))).toHaveLength(1);
    expect(await runner.parked()).toMatchObject([
      { key: 'intake.filing-a', reason: 'Error: its words are in the log alone', tries: 2 },
      { key: 'intake.filing-a', reason: null },
    ]);
    isBroken = false;
    expect(await runner.replayParked('intake.filing-a')).toBe(2);
    expect(await store.read(caseStream('a'))).toHaveLength(2);
  });

  it('answers what was parked by itself when it can, though nobody asks (I-17)', async () => {
    let isBroken = true;
    const runner = run(
      async (event, commandId) => {
        if (isBroken) throw new Error('broken');
        await register(event, commandId);
      },
      { replayMs: 5 },
    );
    await file('a');
    await runner.idle();
    expect(await store.read(caseStream('a'))).toEqual([]);
    isBroken = false;
    while ((await runner.parked()).length > 0) await new Promise(setImmediate);
    expect(await store.read(caseStream('a'))).toHaveLength(1);
  });
});
