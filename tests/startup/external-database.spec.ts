import { randomUUID } from 'node:crypto';
import { startTestServer, type TestServer } from '@parley/testing';
import { Client as Database } from 'pg';
import { Client } from '../support/client';
import { constructedGrievance } from '../support/constructed';
import { makeFolder, postgresOf, removeFolder } from '../support/data-folder';
import { endedParley } from '../support/ended-parley';
import { fileGrievance } from '../support/file-grievance';
import { ParleyProcess } from '../support/parley-process';
import { wtoCase } from '../support/wto-case';

/** A role that may create roles and databases and is no superuser, as the deployment's README asks for. */
const ROLE = 'secretariat';

/** Whole processes start and stop here, which takes longer on a machine that is busy with other work. */
jest.setTimeout(120_000);

describe('a PostgreSQL of one’s own', () => {
  const dataDir = makeFolder();
  let server: TestServer;
  let password: string;
  let parley: ParleyProcess;

  const urlOf = (database: string, role = ROLE, secret = password): string => {
    const url = new URL(server.url);
    Object.assign(url, { username: role, password: secret, pathname: `/${database}` });
    return url.href;
  };
  const start = (folder: string, database: string): Promise<ParleyProcess> =>
    ParleyProcess.start({
      dataDir: folder,
      clock: '2026-03-02T09:00:00+01:00',
      env: { PARLEY_DATABASE_URL: urlOf(database) },
    });
  /** Runs SQL as the superuser of the server. */
  const run = async (sql: string, database = 'postgres'): Promise<void> => {
    const client = new Database({
      connectionString: Object.assign(new URL(server.url), { pathname: `/${database}` }).href,
    });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const sentencesOf = async (database: string, url = urlOf(database)): Promise<readonly string[]> => {
    const other = makeFolder();
    const { code, said } = await endedParley({ PARLEY_DATA_DIR: other, PARLEY_PORT: '0', PARLEY_DATABASE_URL: url });
    removeFolder(other);
    expect(code).toBe(1);
    return said;
  };

  beforeAll(async () => {
    server = await startTestServer();
    password = randomUUID();
    await run(`CREATE ROLE ${ROLE} LOGIN CREATEROLE CREATEDB PASSWORD '${password}'`);
    await run(`CREATE ROLE powerless LOGIN PASSWORD '${password}'`);
    for (const database of ['parley', 'second']) await run(`CREATE DATABASE ${database} OWNER ${ROLE}`);
    parley = await start(dataDir, 'parley');
  });
  afterAll(async () => {
    await parley.stop();
    await server.stop();
    removeFolder(dataDir);
  });

  it('will do: a grievance is filed, registered and read by the public, and none of our own is started', async () => {
    const desk = await Client.as(parley.url, 'cn-desk');
    const { id } = (await fileGrievance(desk, constructedGrievance(wtoCase(633)))).body as { id: string };
    await (await Client.as(parley.url, 'cn-registry')).act(`/v1/cases/${id}/completeness`, { finding: 'complete' });
    await (await Client.as(parley.url, 'operator')).act('/v1/demonstration-clock', { to: '2026-03-02T10:00:00+01:00' });
    expect(await Client.public(parley.url).read('/v1/docket')).toMatchObject({
      items: [{ caseId: id, docketNumber: 'CN-2026-0001' }],
    });
    expect(postgresOf(dataDir)).toBeUndefined();
  });

  it('lets no service’s role change what is on record or read another’s tables', async () => {
    for (const act of [
      'UPDATE event_store.events SET type = type',
      'DELETE FROM event_store.events',
      'TRUNCATE event_store.events',
      'SELECT * FROM evidence.migrations',
    ]) {
      await expect(run(`SET ROLE parley_intake; ${act}`, 'parley')).rejects.toThrow(/permission denied/);
    }
  });

  it('is refused to a second Parley with another data folder', async () => {
    expect(await sentencesOf('parley')).toEqual([
      expect.stringMatching(/^The database at .*\/parley is in use by another running Parley;/),
    ]);
    expect(await Client.public(parley.url).read('/v1/docket')).toMatchObject({
      items: [{ docketNumber: 'CN-2026-0001' }],
    });
  });

  it('holds a second installation in a database beside it, and neither disturbs the other', async () => {
    const folder = makeFolder();
    const other = await start(folder, 'second');
    await fileGrievance(await Client.as(other.url, 'us-desk'), constructedGrievance(wtoCase(362)));
    await fileGrievance(await Client.as(parley.url, 'us-desk'), constructedGrievance(wtoCase(362)));
    await other.stop();
    removeFolder(folder);
  });

  it.each([
    [
      'the password is wrong',
      () => urlOf('parley', ROLE, 'wrong'),
      /cannot be used: password authentication failed .*; see PARLEY_DATABASE_URL\.$/,
    ],
    ['there is no such database', () => urlOf('nothing'), /cannot be used: database "nothing" does not exist; see/],
    [
      'its role may create nothing',
      () => urlOf('second', 'powerless'),
      /^The database refuses to be prepared: permission denied .*CREATEROLE/,
    ],
  ])('is refused in one sentence when %s', async (_what, url, sentence) => {
    expect(await sentencesOf('', url())).toEqual([expect.stringMatching(sentence)]);
  });

  it('is gone on from after kill -9, and its end is the end of the process', async () => {
    const before = await (await Client.as(parley.url, 'us-registry')).read('/v1/cases');
    await parley.kill();
    parley = await start(dataDir, 'parley');
    expect(await (await Client.as(parley.url, 'us-registry')).read('/v1/cases')).toMatchObject({
      items: (before as { items: unknown[] }).items,
    });
    await run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'parley'");
    expect(await parley.ended()).toBe(1);
  });
});
