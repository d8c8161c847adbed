import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '../support/client';
import { constructedGrievance } from '../support/constructed';
import { ended, isRunning, makeFolder, postgresOf, removeFolder } from '../support/data-folder';
import { endedParley, sentencesIn } from '../support/ended-parley';
import { fileGrievance } from '../support/file-grievance';
import { ParleyProcess } from '../support/parley-process';
import { wtoCase } from '../support/wto-case';

/** The process of PostgreSQL that serves a connection of the intake. */
const backendOf = (server: number): number =>
  Number(
    execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(server)], { encoding: 'utf8' })
      .split('\n')
      .find((line) => line.includes('parley_intake'))
      ?.trim()
      .split(' ')[0],
  );

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await isSo().catch(() => false))) {
    if (Date.now() > deadline) throw new Error('not within a minute');
    await sleep(200);
  }
}

const COMMAND = path.join(__dirname, '../../libs/cli/dist/main.js');
const STOPPED = /^SIGINT: stopping\.$/;

/** Whole processes start and stop here, which takes longer on a machine that is busy with other work. */
jest.setTimeout(120_000);

describe('the data of a Parley that was started', () => {
  const dataDir = makeFolder();
  let parley: ParleyProcess;
  let said: string[];
  const filed: { readonly id: string }[] = [];

  const start = async (): Promise<void> => {
    said = [];
    parley = await ParleyProcess.start({ dataDir, ownGroup: true, log: (line) => said.push(line) });
  };
  const fileOne = async (): Promise<void> => {
    const answer = await fileGrievance(await Client.as(parley.url, 'cn-desk'), constructedGrievance(wtoCase(633)));
    filed.push(answer.body as { id: string });
  };
  const stillThere = async (): Promise<void> => {
    const desk = await Client.as(parley.url, 'cn-desk');
    expect(await Promise.all(filed.map(({ id }) => desk.read(`/v1/cases/${id}`)))).toEqual(filed);
  };

  beforeAll(start);
  afterAll(async () => {
    await parley.stop();
    removeFolder(dataDir);
  });

  it('lie where it says, and it says when it was ready and how to go on', async () => {
    await fileOne();
    const text = said.join('\n');
    expect(text).toMatch(/^Parley listens on http:\/\/127\.0\.0\.1:\d+ \(ready in \d+\.\d s\)$/m);
    expect(text).toContain(`data       ${dataDir}`);
    expect(text).toMatch(/token {6}curl .*cn-desk/);
    expect(text).toMatch(/try {8}curl .*\/v1\/docket/);
  });

  it('are refused to a second Parley on the same folder', async () => {
    const { code, said: sentences } = await endedParley({ PARLEY_DATA_DIR: dataDir, PARLEY_PORT: '0' });
    expect({ code, sentences }).toEqual({
      code: 1,
      sentences: [expect.stringMatching(/^The data folder .* is in use by another process/)],
    });
    await stillThere();
  });

  it('are there after Ctrl-C, which ends it and its PostgreSQL with code 0', async () => {
    const server = postgresOf(dataDir)!;
    process.kill(-parley.pid, 'SIGINT');
    expect(await parley.ended()).toBe(0);
    expect(isRunning(server)).toBe(false);
    expect(sentencesIn(said.filter((line) => line.startsWith('parley: ')).join('\n'))).toEqual([
      expect.stringMatching(STOPPED),
    ]);
    await start();
    await stillThere();
    await fileOne();
  });

  it('are there after kill -9 of the process, which leaves no PostgreSQL running for long', async () => {
    const server = postgresOf(dataDir)!;
    await parley.kill();
    await start();
    await ended(server, 10_000);
    await stillThere();
    await fileOne();
  });

  it('are served on after kill -9 of one of PostgreSQL’s own processes, and still by this process alone', async () => {
    process.kill(backendOf(postgresOf(dataDir)!), 'SIGKILL');
    await until(async () => (await fetch(`${parley.url}/readyz`)).status === 200);
    await until(() => fileOne().then(() => true));
    await stillThere();
    const { said: sentences } = await endedParley({ PARLEY_DATA_DIR: dataDir, PARLEY_PORT: '0' });
    expect(sentences).toEqual([expect.stringMatching(/^The data folder .* is in use by another process/)]);
    expect(said.filter((line) => line.startsWith('parley: ') && !line.endsWith(' …'))).toEqual([]);
  });

  it('are there for the next start after kill -9 of such a process and of Parley at once', async () => {
    const server = postgresOf(dataDir)!;
    process.kill(backendOf(server), 'SIGKILL');
    await parley.kill();
    await start();
    expect(postgresOf(dataDir)).not.toBe(server);
    await stillThere();
  });

  it('are there after kill -9 of PostgreSQL, at which the process ends with one sentence and code 1', async () => {
    process.kill(postgresOf(dataDir)!, 'SIGKILL');
    expect(await parley.ended()).toBe(1);
    expect(sentencesIn(said.filter((line) => line.startsWith('parley: ')).join('\n'))).toEqual([
      expect.stringMatching(/^The connection to the database at .* was lost;/),
    ]);
    await start();
    await stillThere();
  });
});

describe('a data folder of which something is gone', () => {
  const dataDir = makeFolder();

  afterAll(() => {
    removeFolder(dataDir);
  });

  let earlier: unknown;
  const receiptAt = async ({ url }: ParleyProcess): Promise<unknown> =>
    (await fileGrievance(await Client.as(url, 'cn-desk'), constructedGrievance(wtoCase(633)))).body;

  /** What a start says that is refused. */
  const refusal = async (): Promise<readonly string[]> => {
    const { said } = await endedParley({ PARLEY_DATA_DIR: dataDir, PARLEY_PORT: '0' });
    return said.filter((line) => !line.endsWith(' …'));
  };

  it('goes on with its own keys alone, and makes none anew', async () => {
    const parley = await ParleyProcess.start({ dataDir });
    earlier = await receiptAt(parley);
    const server = postgresOf(dataDir)!;
    await parley.stop();
    await ended(server, 10_000);
    const file = path.join(dataDir, 'keys', 'draws.key');
    const key = readFileSync(file);
    rmSync(file);
    expect(await refusal()).toEqual([expect.stringMatching(/^.*draws\.key is gone, and the record was begun with/)]);
    expect(existsSync(file)).toBe(false);
    writeFileSync(file, Buffer.alloc(32, 7));
    expect(await refusal()).toEqual([expect.stringMatching(/^draws\.key is not the key with which the record was/)]);
    writeFileSync(file, key);
  });

  it('goes on with another key of receipts for which the one before signs, and old receipts stay good', async () => {
    const [key, before] = ['registry-ed25519.pem', 'registry-ed25519.before.pem'].map((name) =>
      path.join(dataDir, 'keys', name),
    ) as [string, string];
    renameSync(key, before);
    expect(await refusal()).toEqual([expect.stringMatching(/^.*registry-ed25519\.pem is gone, and the record was/)]);
    const parley = await ParleyProcess.start({ dataDir, env: { PARLEY_KEYS: 'replaced' } });
    const later = await receiptAt(parley);
    const { keys } = await Client.public(parley.url).read<{
      keys: readonly {
        readonly from: string | null;
        readonly until: string | null;
        readonly signature: string | null;
      }[];
    }>('/v1/keys');
    const server = postgresOf(dataDir)!;
    await parley.stop();
    await ended(server, 10_000);
    expect(keys).toMatchObject([
      { from: null, until: keys[1]?.from, signature: null },
      { until: null, signature: expect.stringMatching(/^ey/) as string },
    ]);
    const put = (name: string, content: unknown): string => {
      writeFileSync(path.join(dataDir, name), JSON.stringify(content));
      return path.join(dataDir, name);
    };
    const verified = (receipt: unknown, known: readonly unknown[]) =>
      spawnSync(
        process.execPath,
        [
          COMMAND,
          'verify',
          'receipt',
          put('receipt.json', receipt),
          '--keys',
          put('keys.json', { keys: known }),
          '--json',
        ],
        { encoding: 'utf8', env: {} },
      ).stdout;
    for (const receipt of [earlier, later]) expect(JSON.parse(verified(receipt, keys))).toMatchObject({ holds: true });
    const swapped = [
      { ...keys[0], until: null },
      { ...keys[1], from: null, until: keys[1]?.from },
    ];
    expect(JSON.parse(verified(later, swapped))).toMatchObject({ holds: false, code: 'key-not-in-force' });
    renameSync(before, key);
    expect(await refusal()).toEqual([expect.stringMatching(/^registry-ed25519\.pem is not the key with which/)]);
  });

  it('is refused without its PostgreSQL data, and no new record is begun in the place of the old one', async () => {
    const place = path.join(dataDir, 'postgres');
    removeFolder(place);
    const { code, said } = await endedParley({ PARLEY_DATA_DIR: dataDir, PARLEY_PORT: '0' });
    expect({ code, said }).toEqual({
      code: 1,
      said: [
        `The data folder ${dataDir} was in use before, but its record is missing: there are no PostgreSQL data in ` +
          `${place}. Put them back from a backup, set PARLEY_DATABASE_URL if the record is in a database of your ` +
          'own, or name another folder with PARLEY_DATA_DIR to begin a new record.',
      ],
    });
    expect(existsSync(path.join(place, 'PG_VERSION'))).toBe(false);
  });
});

describe('two first starts at once on one new data folder', () => {
  const dataDir = makeFolder();

  afterAll(() => {
    removeFolder(dataDir);
  });

  it('end with one that runs, and one that is refused in a sentence', async () => {
    const starts = await Promise.allSettled([ParleyProcess.start({ dataDir }), ParleyProcess.start({ dataDir })]);
    const running = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
    const refused = starts.flatMap((start) => (start.status === 'rejected' ? [String(start.reason)] : []));
    expect(refused).toEqual([
      expect.stringMatching(/ended with 1:[^]*The data folder .* is in use by another process/),
    ]);
    const { body } = await fileGrievance(
      await Client.as(running[0]!.url, 'us-desk'),
      constructedGrievance(wtoCase(362)),
    );
    expect(body).toMatchObject({ id: expect.any(String) as string });
    await Promise.all(running.map((parley) => parley.stop()));
  });
});

describe('a data folder in a folder that only its owner may enter', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'parley-home-'));
  const dataDir = path.join(home, 'data');
  const outside = path.join('/var/lib/parley', createHash('sha256').update(dataDir).digest('hex').slice(0, 16));

  beforeAll(() => {
    chmodSync(home, 0o700);
  });
  afterAll(() => {
    removeFolder(home);
    removeFolder(outside);
  });

  it('will do, also for root, whom PostgreSQL does not run as', async () => {
    const first = await ParleyProcess.start({ dataDir });
    const { body } = await fileGrievance(await Client.as(first.url, 'us-desk'), constructedGrievance(wtoCase(362)));
    await first.stop();
    const second = await ParleyProcess.start({ dataDir });
    expect(await (await Client.as(second.url, 'us-desk')).read(`/v1/cases/${(body as { id: string }).id}`)).toEqual(
      body,
    );
    await second.stop();
    const note = path.join(dataDir, 'postgres-is-at');
    if (existsSync(note)) expect(readFileSync(note, 'utf8').trim()).toBe(outside);
  });
});
