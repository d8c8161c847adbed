import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { describeWithKafka } from '@parley/testing/kafka';
import { readDocument } from '../support/api-document';
import { Client } from '../support/client';
import { constructedGrievance } from '../support/constructed';
import { ended, makeFolder, removeFolder } from '../support/data-folder';
import { sentencesIn } from '../support/ended-parley';
import { fileGrievance } from '../support/file-grievance';
import { ParleyProcess } from '../support/parley-process';
import { spawnParley } from '../support/spawn-parley';
import { wtoCase } from '../support/wto-case';

interface Listed {
  readonly name: string;
  readonly pid: number | null;
  readonly ready: boolean;
}

const PATIENCE_MS = 300_000;
const START = '2025-02-04T10:00:00+01:00';

/** The processes as the data folder lists them, once all are ready. */
async function processesOf({ dataDir }: ParleyProcess): Promise<readonly Listed[]> {
  for (;;) {
    try {
      const listed = JSON.parse(readFileSync(path.join(dataDir, 'processes.json'), 'utf8')) as readonly Listed[];
      if (listed.every(({ ready }) => ready)) return listed;
    } catch {
      // The file is written at the first look.
    }
    await delay(100);
  }
}

const pidOf = (processes: readonly Listed[], name: string): number =>
  processes.find((each) => each.name === name)?.pid ?? -1;
const gone = (processes: readonly Listed[]): Promise<unknown> =>
  Promise.all(processes.map(({ pid }) => ended(pid ?? -1, 20_000)));

describe('the distributed form', () => {
  it('says in one sentence what it lacks where there is no Kafka and none can be started', async () => {
    const folder = makeFolder();
    const child = spawnParley(
      { PARLEY_DATA_DIR: folder, PARLEY_PORT: '0', PATH: '/nowhere', JAVA_HOME: '' },
      { form: 'distributed' },
    );
    const [[code], errors] = await Promise.all([once(child, 'exit') as Promise<[number | null]>, text(child.stderr)]);
    expect([code, sentencesIn(errors)]).toEqual([
      1,
      [
        'The distributed form needs a Kafka, and there is no Java 17 or newer: install it, or name a ' +
          'broker of your own with PARLEY_KAFKA_BROKERS or KAFKA_BROKERS.',
      ],
    ]);
    removeFolder(folder);
  });
});

/** A value with the same in place of the address of its installation. */
const wherever = <Value>(url: string, value: Value): Value =>
  JSON.parse(JSON.stringify(value).replaceAll(url, 'https://parley.example')) as Value;

describeWithKafka('the distributed form', () => {
  let parley: ParleyProcess;
  let processes: readonly Listed[];
  const said: string[] = [];

  beforeAll(async () => {
    parley = await ParleyProcess.start({
      form: 'distributed',
      clock: START,
      env: { PARLEY_INSTANCES: 'audit=2' },
      log: (line) => said.push(line),
    });
    processes = await processesOf(parley);
  }, PATIENCE_MS);
  afterAll(() => parley.stop(), PATIENCE_MS);

  it(
    'has the paths, the schemas and the problems of the one process',
    async () => {
      const standalone = await ParleyProcess.start({ form: 'standalone', clock: START });
      const [one, many] = await Promise.all(
        [standalone, parley].map(async ({ url }) => ({
          document: wherever(url, await readDocument(url)),
          problems: await Client.public(url).read('/problems'),
          rule: wherever(url, await Client.public(url).read('/rules/I-28')),
        })),
      );
      expect(Object.keys(many!.document.paths).sort()).toEqual(Object.keys(one!.document.paths).sort());
      expect(many!.document.paths).toEqual(one!.document.paths);
      expect(many!.document.components).toEqual(one!.document.components);
      expect(many!.problems).toEqual(one!.problems);
      expect(many!.rule).toEqual(one!.rule);
      await standalone.stop();
    },
    PATIENCE_MS,
  );

  it('has started and told of its API without an error in any of its logs', () => {
    expect(said.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  });

  it(
    'has several instances of a service show the same, whichever is asked',
    async () => {
      expect(processes.map(({ name }) => name)).toEqual(expect.arrayContaining(['audit-1', 'audit-2', 'gateway']));
      const [desk, registry, operator] = (await Promise.all(
        ['cn-desk', 'us-registry', 'operator'].map((user) => Client.as(parley.url, user)),
      )) as [Client, Client, Client];
      const { id } = (await fileGrievance(desk, constructedGrievance(wtoCase(633)))).body as { id: string };
      await operator.act('/v1/demonstration-clock', { to: '2025-02-06T10:00:00+01:00' });
      await registry.act(`/v1/cases/${id}/completeness`, { finding: 'complete' });
      await operator.act('/v1/demonstration-clock', { to: '2025-02-06T11:00:00+01:00' });
      const docket = () => Client.public(parley.url).read<{ items: readonly { docketNumber: string }[] }>('/v1/docket');
      const shown = [await docket(), await docket(), await docket(), await docket()];
      expect(shown.map(({ items }) => items.map(({ docketNumber }) => docketNumber))).toEqual(
        Array.from({ length: 4 }, () => ['CN-2025-0001']),
      );
    },
    PATIENCE_MS,
  );

  it(
    'answers for a service that was killed until it is back, and starts it again',
    async () => {
      process.kill(pidOf(processes, 'intake'), 'SIGKILL');
      const registry = await Client.as(parley.url, 'us-registry');
      let answer = await registry.get('/v1/cases');
      while (answer.status === 200) answer = await registry.get('/v1/cases');
      expect([answer.status, answer.headers.get('retry-after'), (answer.body as { code: string }).code]).toEqual([
        503,
        '1',
        'unavailable',
      ]);
      expect((await Client.public(parley.url).get('/v1/docket')).status).toBe(200);
      while (answer.status === 503) {
        await delay(100);
        answer = await registry.get('/v1/cases');
      }
      expect([answer.status, said.filter((line) => line.startsWith('parley: intake ended'))]).toEqual([
        200,
        ['parley: intake ended with SIGKILL, and is started again in 0.5 s.'],
      ]);
      processes = await processesOf(parley);
    },
    PATIENCE_MS,
  );

  it(
    'ends in order when it is asked to, with nothing left',
    async () => {
      process.kill(parley.pid, 'SIGTERM');
      expect(await parley.ended()).toBe(0);
      await gone(processes);
      expect(said.find((line) => line.includes('SIGTERM: stopping'))).toBe('parley: SIGTERM: stopping.');
    },
    PATIENCE_MS,
  );

  it(
    'takes all of it with it when it is killed, and goes on from it at the next start',
    async () => {
      const again = { form: 'distributed', clock: START, dataDir: parley.dataDir } as const;
      const killed = await ParleyProcess.start(again);
      const left = await processesOf(killed);
      await killed.kill();
      await gone(left);
      const next = await ParleyProcess.start(again);
      expect(await Client.public(next.url).read('/v1/docket')).toMatchObject({
        items: [{ docketNumber: 'CN-2025-0001' }],
      });
      await next.stop();
    },
    PATIENCE_MS,
  );
});
