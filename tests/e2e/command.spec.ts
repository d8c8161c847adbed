import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from '../support/client';
import { CONTACT, constructedGrievance } from '../support/constructed';
import { makeFolder, removeFolder } from '../support/data-folder';
import { fileGrievance } from '../support/file-grievance';
import { ParleyProcess } from '../support/parley-process';
import { wtoCase } from '../support/wto-case';

const LIBRARY = path.resolve(__dirname, '../../libs/cli');
const BIN = path.join(LIBRARY, 'bin/parley.cjs');
const PYTHON_VERIFIER = path.join(LIBRARY, 'python/verify.py');
/** Where the examples of the README expect a system. */
const USUAL = 'http://127.0.0.1:3000';

interface Said {
  readonly holds: boolean | null;
  readonly code: string | null;
  readonly found: Readonly<Record<string, unknown>>;
}

describe('the command parley', () => {
  let parley: ParleyProcess;
  let folder: string;
  const put = (name: string, content: string) => writeFileSync(path.join(folder, name), content);
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, [BIN, ...words], { cwd: folder, encoding: 'utf8', env: {} });
  const asked = (...words: readonly string[]) => JSON.parse(run(...words, '--json').stdout) as Said;

  beforeAll(async () => {
    folder = makeFolder();
    parley = await ParleyProcess.start({ clock: '2025-02-05T09:00:00+01:00' });
    const grievance = constructedGrievance(wtoCase(633));
    const filed = await fileGrievance(await Client.as(parley.url, 'cn-desk'), grievance);
    const { id } = filed.body as { id: string };
    await (await Client.as(parley.url, 'us-registry')).act(`/v1/cases/${id}/completeness`, { finding: 'complete' });
    put('grievance.json', JSON.stringify(grievance));
    put('contact.json', JSON.stringify(CONTACT));
    while ((await fetch(`${parley.url}/v1/docket/log/1/proof`)).status !== 200)
      await new Promise((resolve) => setTimeout(resolve, 100));
  }, 300_000);
  afterAll(async () => {
    await parley.stop();
    removeFolder(folder);
  });

  it('does each example of its README, one after the other, and every answer is that it holds', () => {
    const [, examples = ''] = /```sh\n(.*?)```/s.exec(readFileSync(path.join(LIBRARY, 'README.md'), 'utf8')) ?? [];
    const script = examples.replaceAll('npx parley', `'${process.execPath}' '${BIN}'`).replace(USUAL, parley.url);
    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-eu', '-c', script], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.match(/^It holds\.$/gm)).toHaveLength(12);
    expect(stdout.match(/^Done\.$/gm)).toHaveLength(2);
    expect(stdout).toMatch(/^\S+ {2}A grievance|^\S+ {2}\S.*China/m);
    expect(stdout).toMatch(/Not checked:\n.*trust on first use|"holds":true/);
  }, 120_000);

  it('makes, registers and revokes keys of a side and a person, signs by one, and checks that offline', async () => {
    for (const who of ['us-cohead', 'us-registry'])
      await (
        await Client.as(parley.url, who)
      ).act('/v1/parties/US/delegations/head', {
        ...{ personId: 'us-desk', authority: 'Letter of 3 February 2025' },
      });
    const env = { PARLEY_URL: parley.url, PARLEY_ISSUER: 'US', PARLEY_USER: 'us-desk', PARLEY_SECRET: 'demo' };
    const does = (...words: readonly string[]) => {
      const { stdout, stderr } = spawnSync(process.execPath, [BIN, ...words, '--json'], {
        ...{ cwd: folder, encoding: 'utf8', env: { ...env, PARLEY_PURPOSE: 'Keys' } },
      });
      return JSON.parse(stdout || stderr) as Said;
    };
    const { thumbprint } = does('keys', 'new', 'us.json').found as { thumbprint: string };
    expect(statSync(path.join(folder, 'us.json')).mode & 0o777).toBe(0o600);
    expect(does('keys', 'new', 'us.json')).toMatchObject({ code: 'file-unwritable' });
    const authority = ['--authority', 'Letter of 3 February 2025'];
    expect(does('keys', 'register', 'us.json', '--required', ...authority)).toMatchObject({ found: { thumbprint } });
    const { thumbprint: own } = does('keys', 'new', 'own.json').found as { thumbprint: string };
    const ofPerson = ['keys', 'register', 'own.json', '--person', 'us-desk', ...authority];
    expect(does(...ofPerson)).toMatchObject({ code: 'not-signed-by-the-key-before' });
    expect(does(...ofPerson, '--sign-with', 'us.json')).toMatchObject({
      found: { thumbprint: own, personId: 'us-desk' },
    });
    put('us-grievance.json', JSON.stringify(constructedGrievance(wtoCase(489))));
    const files = ['file', 'us-grievance.json', '--contact', 'contact.json'];
    const { digest } = does(...files).found as { digest: string };
    expect(does(...files, '--certify', digest)).toMatchObject({ code: 'signature-required' });
    const { found: filed } = does(...files, '--certify', digest, '--sign-with', 'own.json');
    const { found: revoked } = does('keys', 'revoke', thumbprint);
    expect(does('keys', 'list').found['keys']).toMatchObject([
      { party: 'US', thumbprint, personId: null, endsAt: revoked['endsAt'] },
      { party: 'US', thumbprint: own, personId: 'us-desk', endsAt: null },
    ]);
    expect(does(...files, '--certify', digest, '--sign-with', 'us.json').code).toBe('signature-key-not-in-force');
    expect(does('history', String(filed['case']), '--export', 'us.ndjson').holds).toBe(true);
    put('party-keys.json', await (await fetch(`${parley.url}/v1/parties/keys`)).text());
    expect(asked('verify', 'export', 'us.ndjson', '--party-keys', 'party-keys.json')).toMatchObject({
      ...{ holds: true, found: { signed: 1, keys: { [`US ${own}`]: 1 } } },
    });
    chmodSync(path.join(folder, 'us.json'), 0o644);
    expect(does(...files, '--certify', digest, '--sign-with', 'us.json').code).toBe('key-file-open');
  }, 120_000);

  it('shows the docket of a mirror whose server is not asked, as the server shows it', async () => {
    const shown = await Client.public(parley.url).read<{ items: { serial: number; texts: object }[] }>(
      '/v1/docket/log?limit=500',
    );
    expect(run('mirror', 'copy', '--url', parley.url).status).toBe(0);
    const { entries } = asked('docket', 'copy').found as { entries: { serial: number; texts: object }[] };
    expect(entries.length).toBeGreaterThan(0);
    for (const { serial, texts } of shown.items)
      expect(entries.find((entry) => entry.serial === serial)?.texts).toEqual(texts);
    expect(asked('mirror', 'copy', '--url', parley.url)).toMatchObject({ holds: true });
  }, 120_000);

  it('believes what was kept in files without any network, and nothing else in their place', () => {
    expect(asked('verify', 'proof', 'proof.json', '--policy', 'policy')).toMatchObject({ holds: true, code: null });
    const proof = JSON.parse(readFileSync(path.join(folder, 'proof.json'), 'utf8')) as { header: string };
    put('told.json', JSON.stringify({ ...proof, header: proof.header.replace('PUBLIC', 'PARTIES') }));
    expect(asked('verify', 'proof', 'told.json', '--policy', 'policy')).toMatchObject({ code: 'header-altered' });
    expect(asked('verify', 'receipt', 'case.json', '--keys', 'policy')).toMatchObject({ code: 'keys-malformed' });
    const { found } = asked('verify', 'export', 'history.ndjson', '--policy', 'policy');
    expect(found).toMatchObject({ jointlyAttested: true, settled: found['events'] });
    put('cut.ndjson', readFileSync(path.join(folder, 'history.ndjson'), 'utf8').replace(/^.*\n/, ''));
    expect(asked('verify', 'export', 'cut.ndjson', '--policy', 'policy')).toMatchObject({ code: 'head-differs' });
    put('other.json', JSON.stringify({ facts: [] }));
    expect(asked('verify', 'receipt', 'case.json', '--keys', 'keys.json', '--grievance', 'other.json')).toMatchObject({
      code: 'grievance-differs',
    });
    expect(run('verify', 'receipt', 'case.json', '--keys', 'keys.json').status).toBe(0);
  }, 120_000);

  // Where there is no Python, the specs of libs/cli say so at the end of the run.
  (spawnSync('python3', ['--version']).status === 0 ? it : it.skip)(
    'serves what a verifier in another language believes: log, proofs, docket, receipt and export',
    async () => {
      const python = (...words: readonly string[]): unknown => {
        const { stdout, stderr } = spawnSync('python3', ['-B', PYTHON_VERIFIER, ...words], {
          ...{ cwd: folder, encoding: 'utf8', maxBuffer: 1e8 },
        });
        expect(stderr).toBe('');
        return JSON.parse(stdout);
      };
      const log = `${parley.url}/v1/log`;
      const { size } = asked('verify', 'checkpoint', 'earlier', '--policy', 'policy').found;
      expect(python('checkpoint', 'earlier', '--policy', 'policy')).toMatchObject({ holds: true, found: { size } });
      expect(python('log', log, '--policy', 'policy', '--since', 'earlier')).toMatchObject({ holds: true });
      expect(python('log', 'mirror/log', '--policy', 'policy')).toMatchObject({ holds: true });
      expect(python('proof', 'proof.json', '--policy', 'policy')).toMatchObject({ holds: true });
      const { events } = asked('verify', 'export', 'history.ndjson').found;
      expect(python('export', 'history.ndjson', '--policy', 'policy')).toMatchObject({
        holds: true,
        found: { events },
      });
      const { receipt } = asked('verify', 'receipt', 'case.json', '--keys', 'keys.json').found;
      expect(python('receipt', 'case.json', '--keys', 'keys.json')).toMatchObject({ holds: true, found: { receipt } });
      const { items } = await Client.public(parley.url).read<{ items: Record<string, unknown>[] }>(
        '/v1/docket/log?limit=500',
      );
      const built = python('docket', 'docket.ndjson', '--log', log, '--policy', 'policy') as { found: unknown[][] };
      expect(built.found.length).toBeGreaterThan(0);
      expect(built.found).toEqual(
        items.slice(0, built.found.length).map(({ docketNumber, at, kind, texts }) => [docketNumber, at, kind, texts]),
      );
    },
    120_000,
  );

  describe('for who signs in', () => {
    const desk = () => ({
      ...{ PARLEY_URL: parley.url, PARLEY_ISSUER: 'CN', PARLEY_USER: 'cn-desk' },
      ...{ PARLEY_SECRET: 'demo', PARLEY_PURPOSE: 'First steps' },
    });
    const as = (env: Readonly<Record<string, string>>, ...words: readonly string[]) =>
      spawnSync(process.execPath, [BIN, ...words], { cwd: folder, encoding: 'utf8', env });

    it('gives a token that the API takes, and says when no issuer gives one', async () => {
      const { status, stdout } = as(desk(), 'token');
      expect(status).toBe(0);
      const cases = await fetch(`${parley.url}/v1/cases`, { headers: { authorization: `Bearer ${stdout.trim()}` } });
      expect(cases.status).toBe(200);
      const refused = as({ ...desk(), PARLEY_SECRET: 'wrong' }, 'token');
      expect(refused).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('[not-signed-in]') });
      const { PARLEY_SECRET: _, ...without } = desk();
      expect(as(without, 'token').stderr).toContain('PARLEY_SECRET');
    });

    it('says by the code of the API why something is refused', () => {
      const unknown = as(desk(), 'history', '0b8f3a42-6c1d-8a55-a0a4-1f7f0f3d9c10', '--json');
      expect(unknown.status).toBe(1);
      expect(JSON.parse(unknown.stdout)).toMatchObject({ holds: false, code: 'not-found' });
      const registry = as(
        { ...desk(), PARLEY_USER: 'cn-registry' },
        'file',
        'grievance.json',
        '--contact',
        'contact.json',
      );
      expect(registry).toMatchObject({ status: 1, stdout: expect.stringMatching(/^It was refused: .*\[[a-z-]+\]\n/) });
    });

    it('files nothing that is not certified, or is not complete', async () => {
      const before = (await (await Client.as(parley.url, 'cn-desk')).read<{ items: unknown[] }>('/v1/cases')).items
        .length;
      const file = (...words: readonly string[]) => as(desk(), 'file', ...words, '--contact', 'contact.json', '--json');
      expect(JSON.parse(file('grievance.json', '--certify', 'a'.repeat(64)).stdout)).toMatchObject({
        code: 'grievance-differs',
      });
      const grievance = JSON.parse(readFileSync(path.join(folder, 'grievance.json'), 'utf8')) as object;
      put('incomplete.json', JSON.stringify({ ...grievance, claims: [] }));
      expect(file('incomplete.json').status).toBe(1);
      expect(file('grievance.json').status).toBe(0);
      const { items } = await (await Client.as(parley.url, 'cn-desk')).read<{ items: unknown[] }>('/v1/cases');
      expect(items).toHaveLength(before);
    });

    it('keeps the histories of its cases in a mirror, and shows them from it without the server', async () => {
      const mirror = () => as(desk(), 'mirror', 'own', '--url', parley.url, '--cases', '--json');
      const pulled = (said: string) => (JSON.parse(said) as Said).found['pulled'] as readonly string[];
      const first = mirror();
      expect(first).toMatchObject({ status: 0, stderr: '' });
      const client = await Client.as(parley.url, 'cn-desk');
      const { items } = await client.read<{ items: { id: string; docketNumber: string | null }[] }>('/v1/cases');
      expect(pulled(first.stdout).toSorted()).toEqual(items.map(({ id }) => id).toSorted());
      expect(pulled(mirror().stdout)).toEqual([]);
      const numbered = items.find(({ docketNumber }) => docketNumber !== null);
      const shown = asked('history', String(numbered?.docketNumber), '--mirror', 'own');
      expect(shown).toMatchObject({ holds: true, found: { jointlyAttested: true, settled: shown.found['events'] } });
    });

    it('follows the events of its cases', async () => {
      const client = await Client.as(parley.url, 'cn-desk');
      const { items } = await client.read<{ items: { id: string }[] }>('/v1/cases');
      const child = spawn(process.execPath, [BIN, 'follow', '--count', '1', '--json'], { cwd: folder, env: desk() });
      let said = '';
      child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
      const ended = once(child, 'exit');
      // It follows from some instant on: acts are done until it has heard of one.
      const letter = {
        addressing: 'registry',
        subject: 'Followed',
        text: [{ lang: 'en', text: 'Followed', kind: 'original' }],
      };
      while (child.exitCode === null) {
        await client.act(`/v1/cases/${items[0]!.id}/letters`, letter);
        await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 500))]);
      }
      expect(child.exitCode).toBe(0);
      expect(JSON.parse(said)).toMatchObject({ caseId: items[0]!.id, link: expect.stringContaining('/history') });
    }, 120_000);
  });

  it('tells who believes a server that it does', () => {
    const { stdout, status } = run('verify', 'log', '--url', parley.url, '--lang', 'zh-Hans');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^成立。\n已查验：[^]*未查验：[^]*首次使用即信任/);
  }, 120_000);
});
