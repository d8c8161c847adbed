import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import {
  cosignText,
  formatCheckpoint,
  formatNote,
  nodeChecks,
  nodeSigner,
  NOTE_KINDS,
  noteKey,
  privateKeyOf,
  rawPublicKey,
  signText,
  type NoteKind,
  type NoteSigner,
} from '@parley/transparency';
import { Client } from '../support/client';
import { constructedGrievance } from '../support/constructed';
import { makeFolder, removeFolder } from '../support/data-folder';
import { fileGrievance } from '../support/file-grievance';
import { formOfRun } from '../support/form';
import { ParleyProcess } from '../support/parley-process';
import { wtoCase } from '../support/wto-case';

const BIN = path.resolve(__dirname, '../../libs/cli/bin/parley.cjs');
const SECRET = 'kept in another place';
const CLOCK = '2025-02-05T09:00:00+01:00';

(formOfRun() === 'standalone' ? describe : describe.skip)('a backup', () => {
  let folder: string;
  let parley: ParleyProcess;
  const at = (name: string): string => path.join(folder, name);
  const envOf = (more: object = {}) => ({ PARLEY_DATA_DIR: at('data'), PARLEY_BACKUP_SECRET: SECRET, ...more });
  const run = (words: readonly string[], more?: object): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [BIN, ...words], { encoding: 'utf8', env: envOf(more), cwd: folder });
  const file = async (): Promise<string> => {
    const filed = await fileGrievance(await Client.as(parley.url, 'cn-desk'), constructedGrievance(wtoCase(633)));
    const { id } = filed.body as { id: string };
    await (await Client.as(parley.url, 'us-registry')).act(`/v1/cases/${id}/completeness`, { finding: 'complete' });
    return id;
  };
  const textOf = async (where: string, user?: string): Promise<string> => {
    const token = user === undefined ? undefined : (await Client.as(parley.url, user)).token;
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}`, 'parley-purpose': 'To compare' };
    const answer = await fetch(`${parley.url}${where}`, { headers });
    return answer.status === 200 ? answer.text() : '';
  };
  const sizeOf = (note: string): number => Number(note.split('\n')[1] ?? 0);
  /** Waits until both sides have cosigned more than so many entries, and keeps what they cosigned. */
  const attested = async (name: string, over: number): Promise<number> => {
    for (;;) {
      const note = await textOf('/v1/log/attested');
      if (note !== '' && sizeOf(note) > over) {
        writeFileSync(at(name), note);
        return sizeOf(note);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  /** The events and entries of an export or a docket. Its heads and proof are of the moment at which it was asked. */
  const recorded = async (where: string, user?: string): Promise<readonly string[]> =>
    (await textOf(where, user)).split('\n').filter((line) => !/^\{"(hash|checkpoint|head)":/.test(line));
  /** What is known of the cases, letter by letter. */
  const known = async (): Promise<readonly string[]> => {
    const shown = await Promise.all(cases.map((id) => textOf(`/v1/cases/${id}`, 'cn-desk')));
    const exported = await Promise.all(cases.map((id) => recorded(`/v1/cases/${id}/history/export`, 'cn-auditor')));
    return [
      ...shown.map((text) => JSON.stringify((JSON.parse(text) as { receipt: object }).receipt)),
      ...exported.flat(),
      ...(await recorded('/v1/docket/log/export')),
      await textOf('/v1/keys'),
    ];
  };
  /** A checkpoint of as many entries as one that was kept, and of another past. Log and witnesses signed both. */
  const ofAnotherPast = async (kept: string): Promise<string> => {
    const [origin = '', size = ''] = readFileSync(at(kept), 'utf8').split('\n');
    const text = formatCheckpoint({ origin, size: Number(size), root: Buffer.alloc(32, 7) });
    const log = await noteSigner(origin, NOTE_KINDS.note, readFileSync(at('data/keys/log.key')).subarray(32, 64));
    const cosigned = ['us', 'cn'].map(async (side) => {
      const [name = '', seed = ''] = readFileSync(at(`data/witnesses/${side}/key`), 'utf8').split('\n');
      return cosignText(await noteSigner(name, NOTE_KINDS.cosignature, Buffer.from(seed, 'base64')), text, 1);
    });
    return formatNote(text, [await signText(log, text), ...(await Promise.all(cosigned))]);
  };
  let cases: readonly string[];
  let before: readonly string[];

  beforeAll(async () => {
    folder = makeFolder();
    mkdirSync(at('data'), { mode: 0o755 });
    parley = await ParleyProcess.start({ dataDir: at('data'), clock: CLOCK });
    const first = await file();
    // The first one is taken while something is being filed.
    const taking = spawn(process.execPath, [BIN, 'backup', 'first'], { env: envOf(), cwd: folder, stdio: 'ignore' });
    const [second, [code]] = await Promise.all([file(), once(taking, 'exit')]);
    expect(code).toBe(0);
    cases = [first, second, await file()];
    const { log } = JSON.parse(readFileSync(at('first/manifest.json'), 'utf8')) as { log: { size: number } };
    await attested('attested', log.size);
    before = await known();
    expect(run(['backup', 'second'])).toMatchObject({ status: 0, stdout: expect.stringMatching(/whole: \d+ events/) });
    await parley.stop();
  }, 300_000);
  afterAll(async () => {
    await parley.stop();
    removeFolder(folder);
  });

  it('that was killed in the middle is none', async () => {
    const taking = spawn(process.execPath, [BIN, 'backup', 'killed'], { env: envOf(), cwd: folder, detached: true });
    // The database is being read then.
    for await (const line of createInterface({ input: taking.stderr })) if (line.includes(' intake.')) break;
    process.kill(-(taking.pid ?? 0), 'SIGKILL');
    await once(taking, 'exit');
    expect(run(['restore', 'killed', '--verify', '--attested', 'attested'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('[unfinished]'),
    });
  }, 300_000);

  it('that is older than what both sides attested says so, and does not start where it is kept', async () => {
    const refused = run(['restore', 'first', '--into', 'older', '--attested', 'attested', '--lang', 'zh-Hans']);
    expect(refused).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/备份早于已见证的内容.*缺少 \d+ 个.*\[older\]/),
    });
    expect(existsSync(at('older'))).toBe(false);
    const kept = run(['restore', 'first', '--into', 'older', '--attested', 'attested', '--keep-stopped']);
    expect(kept).toMatchObject({ status: 0, stdout: expect.stringContaining('It does not start') });
    await expect(ParleyProcess.start({ dataDir: at('older'), clock: CLOCK })).rejects.toThrow(
      /must not start: its record lacks \d+ entries of the transparency log that were attested; see deploy\/BACKUP\.md/,
    );
  }, 300_000);

  it('whose past is not the one that both sides attested says so, and writes nothing', async () => {
    writeFileSync(at('another'), await ofAnotherPast('attested'));
    const given = ['--attested', 'attested', '--attested', 'another'];
    expect(run(['restore', 'second', '--verify', ...given])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(
        /another past than the one that was attested.*another has (\d+) entries, and they are not the first \1 of the \d+ in the backup of .*\[differs\]/,
      ),
    });
    expect(run(['restore', 'second', '--into', 'differing', ...given, '--lang', 'zh-Hans'])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/备份所载的过去与已见证的过去不同.*another 有 \d+ 个条目.*\[differs\]/),
    });
    expect(existsSync(at('differing'))).toBe(false);
  }, 300_000);

  it('that has all that was attested is restored, letter by letter, and everything goes on', async () => {
    const restored = run(['restore', 'second', '--into', 'new', '--attested', 'attested']);
    expect([restored.status, restored.stderr.trim().split('\n').at(-1)]).toEqual([0, 'parley: referral.work']);
    expect(readdirSync(at('new'))).not.toContain('restored.json');
    parley = await ParleyProcess.start({ dataDir: at('new'), clock: CLOCK });
    // What was recorded between the question and the backup stands behind it.
    expect(await known()).toEqual(expect.arrayContaining([...before]));
    expect(before.length).toBeGreaterThan(30);
    const size = sizeOf(readFileSync(at('attested'), 'utf8'));
    const fourth = await file();
    const docket = JSON.parse(await textOf('/v1/docket/log?limit=500')) as {
      items: { serial: number; texts: object }[];
    };
    expect(new Set(docket.items.map(({ serial }) => serial)).size).toBe(docket.items.length);
    expect(await textOf(`/v1/cases/${fourth}/history/export`, 'cn-auditor')).not.toBe('');
    expect(await attested('later', size)).toBeGreaterThan(size);
    const held = run(['verify', 'log', '--url', parley.url, '--policy', 'second/policy', '--since', 'attested'], {
      LANG: 'C',
    });
    expect(held).toMatchObject({ status: 0, stdout: expect.stringContaining('It holds.') });
  }, 300_000);
});

/** Signs notes by the seed of a key. */
async function noteSigner(name: string, kind: NoteKind, seed: Uint8Array): Promise<NoteSigner> {
  const key = privateKeyOf(seed);
  const named = await noteKey(nodeChecks.digest, { name, kind, publicKey: rawPublicKey(key) });
  return { key: named, sign: nodeSigner(key) };
}
