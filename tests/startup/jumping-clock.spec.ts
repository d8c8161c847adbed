import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from '../support/client';
import { CONTACT, constructedGrievance } from '../support/constructed';
import { makeFolder, removeFolder } from '../support/data-folder';
import { endedParley } from '../support/ended-parley';
import { fileGrievance } from '../support/file-grievance';
import { ParleyProcess } from '../support/parley-process';
import { readinessOf, reasonsOnce } from '../support/ready';
import { wtoCase } from '../support/wto-case';

/** Whole processes start and stop here, which takes longer on a machine that is busy with other work. */
jest.setTimeout(180_000);

const DAY = 86_400_000;

/** Shifts the clock of one process alone, by as many milliseconds as a file says. */
const SHIFTED_CLOCK = `
const { readFileSync } = require('node:fs');
const Right = Date;
const now = () => Right.now() + Number(readFileSync(process.env.CLOCK_FILE, 'utf8'));
globalThis.Date = class extends Right {
  constructor(...given) {
    if (given.length === 0) super(now());
    else super(...given);
  }
  static now() {
    return now();
  }
};
`;

describe('the clock of a machine that jumps', () => {
  const folder = makeFolder();
  const dataDir = path.join(folder, 'data');
  const preload = path.join(folder, 'shifted-clock.cjs');
  const file = path.join(folder, 'shift');
  const env = { NODE_OPTIONS: `--require ${preload}`, CLOCK_FILE: file };
  const shift = (millis: number): void => writeFileSync(file, String(millis));

  beforeAll(() => {
    writeFileSync(preload, SHIFTED_CLOCK);
    shift(0);
  });
  afterAll(() => {
    removeFolder(folder);
  });

  it('stops acts with a reason and moves nothing, and all goes on when it is right again', async () => {
    const parley = await ParleyProcess.start({ dataDir, env });
    const desk = await Client.as(parley.url, 'cn-desk');
    const { body } = await fileGrievance(desk, constructedGrievance(wtoCase(633)));
    const at = `/v1/cases/${(body as { id: string }).id}`;
    for (const jump of [40 * DAY, -3 * DAY]) {
      shift(jump);
      expect(await reasonsOnce(parley.url, 503)).toContainEqual({
        check: 'clock',
        reason: expect.stringMatching(/^the clock of this machine jumped from .* to /) as string,
      });
      const refused = await fetch(`${parley.url}/v1/drafts`, { method: 'POST' });
      expect([refused.status, await refused.json()]).toEqual([
        503,
        expect.objectContaining({
          code: 'clock-untrusted',
          messages: {
            en: expect.stringContaining('clock') as string,
            'zh-Hans': expect.stringContaining('时钟') as string,
          },
        }),
      ]);
      shift(0);
      expect(await reasonsOnce(parley.url, 200)).toEqual([]);
    }
    expect(await desk.read(at)).toEqual(body);
    expect(await desk.read('/v1/outages')).toMatchObject({ items: [] });
    expect((await fileGrievance(desk, constructedGrievance(wtoCase(615)))).status).toBe(201);
    await parley.stop();
  });

  it('records nothing by a clock 10 s off its database’s, also before the two were compared again', async () => {
    const parley = await ParleyProcess.start({ dataDir, env });
    const desk = await Client.as(parley.url, 'cn-desk');
    const grievance = constructedGrievance(wtoCase(615));
    const check = await desk.act<{ digest: string }>('/v1/grievances/checks', { grievance, contact: CONTACT });
    const filing = { grievance, contact: CONTACT, certification: { digest: check.body.digest } };
    const cases = async (): Promise<readonly unknown[]> => (await desk.read<{ items: unknown[] }>('/v1/cases')).items;
    const known = await cases();
    let again = '';
    for (const off of [10_000, -10_000]) {
      shift(off);
      const answers: unknown[] = [];
      const file = async (): Promise<void> => {
        const key = randomUUID();
        const { status, body } = await desk.post<{ code: string }>('/v1/cases', filing, { key });
        answers.push([status, body.code]);
        if (status === 503) again ||= key;
      };
      // It is ready until the two are compared again; until then the store alone refuses.
      do await file();
      while ((await readinessOf(parley.url)).code === 200);
      await file();
      expect(answers.at(-1)).toEqual([503, 'clock-untrusted']);
      // By a clock that is set back, the rules that were adopted just now are not in effect yet.
      expect([
        [503, 'clock-untrusted'],
        [409, 'no-rules-in-effect'],
      ]).toEqual(expect.arrayContaining(answers));
      shift(0);
      expect(await reasonsOnce(parley.url, 200)).toEqual([]);
    }
    expect(await cases()).toEqual(known);
    // Whoever was told to come again is not held to that answer, and what then comes twice is one case.
    for (const _ of [1, 2]) expect((await desk.act('/v1/cases', filing, { key: again })).status).toBe(201);
    expect(await cases()).toHaveLength(known.length + 1);
    await parley.stop();
  });

  it.each([40 * DAY, -3 * DAY])('keeps it from starting, in a sentence (%d ms)', async (jump) => {
    shift(jump);
    const { code, said } = await endedParley({ PARLEY_DATA_DIR: dataDir, PARLEY_PORT: '0', ...env });
    expect({ code, said }).toEqual({
      code: 1,
      said: [
        expect.stringMatching(
          /^It cannot start yet: the clock of this machine says .*, and that of the database .*\.$/,
        ),
      ],
    });
  });
});
