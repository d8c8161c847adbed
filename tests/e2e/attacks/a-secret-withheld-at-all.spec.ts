import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Cast } from '../../demo/cast';
import { constructedGrievance } from '../../support/constructed';
import { makeFolder, removeFolder } from '../../support/data-folder';
import { fileGrievance } from '../../support/file-grievance';
import { ParleyProcess } from '../../support/parley-process';
import { hashOf } from '../../support/repeat-draw';
import { listRosters } from '../../support/rosters';
import { wtoCase } from '../../support/wto-case';
import { PublicDraws } from './public-draws';

const CLOCK = '2025-02-03T09:00:00+01:00';
const SEAT = 'respondent-1';
const NONCE = hashOf('a nonce of the complainant');

jest.setTimeout(240_000);

/**
 * The attack of the secretariat: it knows how a draw would come out, dislikes it, and has lost its secret (I-72). Here
 * its operator puts another key in the place of the one from which the secrets are made.
 */
describe('a secret withheld at all', () => {
  const dataDir = makeFolder();
  let parley: ParleyProcess;
  let cast: Cast;
  let docketNumber = '';
  let caseId = '';

  const start = async (env: Readonly<Record<string, string>> = {}): Promise<void> => {
    parley = await ParleyProcess.start({ dataDir, clock: CLOCK, env: { PARLEY_HOSTILE_SEED: '723', ...env } });
    cast = await Cast.of(parley.url);
  };
  const draws = () => PublicDraws.of(cast, docketNumber);
  const moveTo = async (instant: string): Promise<void> =>
    cast.moveTo(new Date(Date.parse(instant) + 60_000).toISOString());
  const clock = async (id: string): Promise<string> =>
    (
      await cast.as('us-desk').read<{ deadlines: { id: string; dueAt: string }[] }>(`/v1/cases/${caseId}/panel`)
    ).deadlines.find((each) => each.id === id)?.dueAt ?? '';

  beforeAll(async () => {
    await start();
    await listRosters(parley.url);
    caseId = ((await fileGrievance(cast.as('cn-desk'), constructedGrievance(wtoCase(633)))).body as { id: string }).id;
    await cast.as('us-registry').act(`/v1/cases/${caseId}/completeness`, { finding: 'complete' });
    await moveTo(CLOCK);
    const { docketNumber: given } = await cast.as('cn-desk').read<{ docketNumber: string }>(`/v1/cases/${caseId}`);
    docketNumber = given;
    const added = { seat: SEAT, draw: 1, commitment: hashOf(NONCE) };
    await cast.as('cn-desk').act(`/v1/cases/${caseId}/panel/draws/commitments`, added);
    await moveTo(await clock('nomination:US:1'));
    await cast.as('cn-desk').act(`/v1/cases/${caseId}/panel/draws/nonces`, { seat: SEAT, draw: 1, nonce: NONCE });
  });
  afterAll(async () => {
    await parley.stop();
    removeFolder(dataDir);
  });

  it('is in no answer and no entry before the draw, and outlives a kill', async () => {
    const committed = (await draws()).commitments(SEAT)[0];
    await parley.kill();
    await start();
    await moveTo(await clock('nonces:US:1'));
    const [record] = (await draws()).records(SEAT);
    expect(record?.commitment).toBe(committed);
    expect(hashOf(record?.secret ?? '')).toBe(committed);
    expect((await draws()).faults(SEAT)).toEqual([]);
  });

  it('is a public fault of the secretariat, and the next draw goes on without it', async () => {
    await parley.kill();
    writeFileSync(path.join(dataDir, 'keys', 'draws.key'), randomBytes(32));
    await start({ PARLEY_KEYS: 'replaced' });
    const before = (await draws()).commitments(SEAT);
    await moveTo(await clock('disclosure:US:1'));
    const after = await draws();
    expect(after.about(SEAT, 'draw-secret-missing').map(({ texts }) => texts.en)).toEqual([
      'The secretariat did not lay open the secret to which it had committed itself; the draw is held without it.',
    ]);
    const second = after.records(SEAT)[1];
    expect(second).toMatchObject({ draw: 2, secret: null, commitment: before[1] });
    expect(after.faults(SEAT)).toEqual([]);
  });
});
