import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres';

let folder: string;
let dataDir: string;
const started: EmbeddedPostgres[] = [];

const start = async (port?: number): Promise<EmbeddedPostgres> => {
  const server = await startEmbeddedPostgres({ dataDir, ...(port === undefined ? {} : { port }) });
  started.push(server);
  return server;
};

const ask = async (url: string, sql: string): Promise<unknown> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows[0]?.[0];
  } finally {
    await client.end();
  }
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'parley-embedded-'));
  chmodSync(folder, 0o755);
  dataDir = path.join(folder, 'data');
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the embedded PostgreSQL', () => {
  it('keeps what was written over a stop', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await start();
    expect(await ask(second.url, 'SELECT answer FROM kept')).toBe(42);
  });

  it('is durable: fsync, synchronous commit and checksums are on', async () => {
    const { url } = await start();
    const settings = ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums'];
    expect(await Promise.all(settings.map((name) => ask(url, `SHOW ${name}`)))).toEqual(['on', 'on', 'on', 'on']);
  });

  it('lets nobody in without the password', async () => {
    const { port } = await start();
    await expect(ask(`postgresql://postgres:guess@127.0.0.1:${port}/postgres`, 'SELECT 1')).rejects.toThrow(
      /password authentication failed/,
    );
  });

  it('refuses a folder that a running process serves', async () => {
    await start();
    await expect(start()).rejects.toMatchObject({ problem: 'data-folder-in-use' });
  });

  it('refuses a port that is taken', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    await expect(start((squatter.address() as AddressInfo).port)).rejects.toMatchObject({ problem: 'port-taken' });
    squatter.close();
  });

  it('stops a server whose launcher was killed, and takes over', async () => {
    const orphan = await start();
    const dead = spawnSync(process.execPath, ['--version']).pid;
    writeFileSync(path.join(dataDir, 'launcher.pid'), `${dead}\n${orphan.pid}`);
    const successor = await start();
    await expect(ask(orphan.url, 'SELECT 1')).rejects.toThrow();
    expect(await ask(successor.url, 'SELECT 1')).toBe(1);
  });

  it('leaves alone a server that a start after a killed one has not claimed yet', async () => {
    const running = await start();
    const dead = spawnSync(process.execPath, ['--version']).pid;
    writeFileSync(path.join(dataDir, 'launcher.pid'), `${dead}\n${dead}`);
    await expect(start()).rejects.toMatchObject({ problem: 'data-folder-in-use' });
    expect(await ask(running.url, 'SELECT 1')).toBe(1);
  });

  it('makes no cluster where there was to be one already', async () => {
    const lost = path.join(folder, 'lost');
    await expect(startEmbeddedPostgres({ dataDir: lost, mustExist: true })).rejects.toMatchObject({
      problem: 'data-missing',
    });
    expect(existsSync(lost)).toBe(false);
  });

  it('waits for what a killed server left at work', async () => {
    const killed = await start();
    const client = new Client({ connectionString: killed.url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('BEGIN');
    const busy = client.query(
      `DO $$ BEGIN LOOP EXIT WHEN clock_timestamp() > now() + interval '4 s'; END LOOP; END $$`,
    );
    const isOver = busy.then(String, String);
    process.kill(killed.pid!, 'SIGKILL');
    await killed.stop();
    expect(await ask((await start()).url, 'SELECT 1')).toBe(1);
    await isOver;
  });

  it('starts over the postmaster.pid of a server that was killed, and knew its process', async () => {
    const killed = await start();
    const pid = Number(readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
    expect(killed.pid).toBe(pid);
    process.kill(pid, 'SIGKILL');
    await killed.stop();
    expect(killed.pid).toBeUndefined();
    const successor = await start();
    expect(await ask(successor.url, 'SELECT 1')).toBe(1);
  });

  it('refuses a folder that holds something else, and leaves it alone', async () => {
    const other = path.join(folder, 'other');
    mkdirSync(other);
    writeFileSync(path.join(other, 'letter.txt'), 'dear sir');
    await expect(startEmbeddedPostgres({ dataDir: other })).rejects.toThrow(/holds other files/);
    expect(readFileSync(path.join(other, 'letter.txt'), 'utf8')).toBe('dear sir');
  });
});
