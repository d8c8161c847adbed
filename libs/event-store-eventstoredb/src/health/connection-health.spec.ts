import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { appendSome, someStream } from '@parley/event-store/contract';
import { EventStoreAddressError } from '../client/event-store-address';
import type { EventStoreDb } from '../event-store-db';
import { openEventStoreDb } from '../open-event-store-db';
import { realClock } from '../testing/double-subject';
import { EventStoreDouble } from '../testing/double/event-store-double';
import { LOCALHOST } from '@parley/testing';

const PASSWORD = 'secret#1';
const folder = mkdtempSync(path.join(tmpdir(), 'parley-esdb-'));
const caFile = path.join(folder, 'ca.pem');
const cleanUp: (() => Promise<unknown>)[] = [];
const failures: unknown[] = [];

beforeAll(() => writeFileSync(caFile, LOCALHOST.certificate));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
  failures.length = 0;
});

async function double(port = 0): Promise<EventStoreDouble> {
  const started = await EventStoreDouble.start({
    port,
    tls: { key: LOCALHOST.key, certificate: LOCALHOST.certificate },
    login: { user: 'parley', password: PASSWORD },
  });
  cleanUp.push(() => started.stop());
  return started;
}

function open(connectionString: string): EventStoreDb {
  const store = openEventStoreDb({
    connectionString,
    context: 'intake',
    clock: realClock,
    onFailure: (failure) => failures.push(failure),
  });
  cleanUp.push(() => store.close());
  return store;
}

const address = (port: number, { password = PASSWORD, ca = `&tlsCAFile=${encodeURIComponent(caFile)}` } = {}): string =>
  `esdb://parley:${encodeURIComponent(password)}@localhost:${port}?tls=true${ca}`;

async function until<T>(ask: () => T, satisfied: (answer: T) => boolean): Promise<T> {
  for (let answer = ask(); ; answer = ask()) {
    if (satisfied(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const reasonOf = async (store: EventStoreDb): Promise<string> =>
  (
    await until(
      () => store.unready(),
      (reasons) => reasons.length > 0 && !reasons[0]!.includes('not answered yet'),
    )
  )[0]!;

describe('a store', () => {
  it('is not ready before its first answer, and ready by itself after it', async () => {
    const { port } = await double();
    const store = open(address(port));
    expect(store.unready()).toEqual(['EventStoreDB has not answered yet']);
    expect(
      await until(
        () => store.unready(),
        (reasons) => reasons.length === 0,
      ),
    ).toEqual([]);
    expect(await appendSome(store, someStream(), 'no-stream')).toMatchObject({ kind: 'appended' });
  });

  it('says in one sentence that nobody is at its address, and is well again when somebody is', async () => {
    const gone = await double();
    await gone.stop();
    const store = open(address(gone.port));
    expect(await reasonOf(store)).toBe(`no EventStoreDB answers at localhost:${gone.port}`);
    await double(gone.port);
    expect(
      await until(
        () => store.unready(),
        (reasons) => reasons.length === 0,
      ),
    ).toEqual([]);
  });

  it('says in one sentence that its password is wrong, and tells neither of them', async () => {
    const { port } = await double();
    const store = open(address(port, { password: 'guessed#2' }));
    expect(await reasonOf(store)).toBe(`EventStoreDB at localhost:${port} does not accept the password of parley`);
    await expect(store.head()).rejects.toMatchObject({ name: 'EventStoreAwayError', reason: 'refused' });
    expect(JSON.stringify([store.unready(), failures.map(String)])).not.toMatch(/guessed|secret/);
  });

  it('says in one sentence that it does not trust a certificate', async () => {
    const { port } = await double();
    const store = open(address(port, { ca: '' }));
    expect(await reasonOf(store)).toMatch(
      /^there is no secure connection with EventStoreDB at localhost:\d+: .*certificate[^\n]*$/,
    );
    await expect(appendSome(store, someStream(), 'no-stream')).rejects.toMatchObject({ reason: 'untrusted' });
  });

  it('says the same of a server without TLS, and of a client without', async () => {
    const plain = await EventStoreDouble.start();
    cleanUp.push(() => plain.stop());
    expect(await reasonOf(open(address(plain.port)))).toMatch(/EventStoreDB at(?: |.* )?localhost:\d+/);
    const { port } = await double();
    expect(await reasonOf(open(`esdb://127.0.0.1:${port}?tls=false`))).toBe(
      `no EventStoreDB answers at 127.0.0.1:${port}`,
    );
  });

  it('tells each new reason once', async () => {
    const { port } = await double();
    const store = open(address(port, { password: 'guessed#2' }));
    await reasonOf(store);
    for (let n = 0; n < 3; n++) await store.head().catch(() => undefined);
    expect(failures).toHaveLength(1);
  });

  it.each(['parley:secret@nowhere', 'esdb://parley:secret@h:port', 'http://parley:secret@h:2113', ''])(
    'is not opened at what is no address, which is not repeated: %s',
    (connectionString) => {
      expect(() => open(connectionString)).toThrow(EventStoreAddressError);
      expect(() => open(connectionString)).toThrow(/^the event store's address is not a connection string(?!.*secret)/);
    },
  );

  it('is not opened with a certificate file that is not there', () => {
    expect(() => open('esdb://parley:secret@h:2113?tls=true&tlsCAFile=nowhere.pem')).toThrow(
      "the event store's address names a file that is not there: nowhere.pem",
    );
  });
});
