import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { describeWithBrowser, openBrowser } from '@parley/testing/browser';
import type { Browser, Page } from 'playwright-core';
import { provedDossier, type ProvedDossier } from '../proved-dossier.fixture';
import { signedDossier } from '../signed-dossier.fixture';
import { writeFolder } from '../small-dossier.fixture';

const PAGE = pathToFileURL(path.resolve(__dirname, '../../dist/kit/verify.html')).href;

describeWithBrowser('the page that verifies a dossier, opened from a file', () => {
  let browser: Browser;
  let page: Page;
  let dossier: ProvedDossier;
  let folder: string;
  const asked: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    [browser, dossier] = await Promise.all([openBrowser(), provedDossier()]);
    folder = mkdtempSync(path.join(tmpdir(), 'parley-page-'));
    writeFolder(folder, { 'proofs.jsonl': dossier.proofs, policy: dossier.policy, other: `${dossier.policy}#` });
    writeFolder(path.join(folder, 'unpacked'), dossier.files);
    writeFileSync(path.join(folder, 'd.zip'), dossier.zip);
    page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function verify(given: Readonly<Record<string, string | readonly string[]>>): Promise<string> {
    await page.goto(PAGE);
    for (const [input, names] of Object.entries(given))
      await page.setInputFiles(
        `#${input}`,
        [names].flat().map((name) => path.join(folder, name)),
      );
    await page.click('#verify');
    await page.locator('#answer h2').first().waitFor();
    return page.locator('#answer').innerText();
  }
  const code = () => page.locator('#answer').getAttribute('data-code');
  const ALL = ['d.zip', 'proofs.jsonl', 'policy'];

  it('says in both languages what was checked and what was not', async () => {
    const said = await verify({ files: ALL });
    expect(said).toContain('It holds.');
    expect(said).toContain('成立。');
    expect(said).toMatch(/this very file, byte by byte[\s\S]*逐字节相同/);
    expect(said).toMatch(/Not checked[\s\S]*they came with the proofs[\s\S]*公钥随证明一同取得/);
    expect(await verify({ files: ALL, policy: 'policy' })).not.toContain('they came with the proofs');
    for (const input of ['policy', 'keys'])
      expect(await verify({ files: ALL, [input]: 'd.zip' })).toMatch(/could not be asked[\s\S]*not a text in UTF-8/);
    expect(await verify({ folder: 'unpacked', files: ALL.slice(1) })).toContain('put together with this manifest');
    expect((await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(({ id }) => id)).toEqual([]);
  }, 60_000);

  it('checks by WebCrypto what keys and passkeys of both sides signed', async () => {
    for (const [name, made, refused] of [
      ['signed', {}, ''],
      ['unverified', { wrong: { flags: 0x01 } }, 'signature-user-not-verified'],
      ['another', { first: { body: {} } }, 'signature-of-another-act'],
    ] as const) {
      const { dossier: signed, keys } = await signedDossier(made);
      writeFolder(path.join(folder, name), { 'proofs.jsonl': signed.proofs, policy: signed.policy });
      writeFileSync(path.join(folder, name, 'd.zip'), signed.zip);
      writeFileSync(path.join(folder, name, 'keys.json'), JSON.stringify(keys));
      const files = ALL.map((file) => `${name}/${file}`);
      const said = await verify({ files, 'party-keys': `${name}/keys.json` });
      expect([name, await code()]).toEqual([name, refused]);
      if (refused === '') for (const { thumbprint } of keys.items) expect(said).toContain(thumbprint);
      if (refused === '') expect(said).toMatch(/1 项个人行为未签名[\s\S]*signed by a passkey/);
    }
  }, 60_000);

  it('refuses what does not hold', async () => {
    const zip = Buffer.from(dossier.zip);
    zip.write('another', zip.indexOf('a schedule'));
    writeFileSync(path.join(folder, 'altered.zip'), zip);
    expect(await verify({ files: ['altered.zip'] })).toContain('卷宗的一个文件与其清单所列的不同。');
    expect(await code()).toBe('file-altered');
    writeFolder(path.join(folder, 'beside'), { policy: `${dossier.policy}#` });
    await verify({ files: ['d.zip', 'proofs.jsonl', 'beside/policy'] });
    expect(await code()).toBe('proofs-altered');
  }, 60_000);

  it('says of a file that is too large for a browser what to do instead, and nothing of whether it holds', async () => {
    writeFileSync(path.join(folder, 'large.zip'), '');
    truncateSync(path.join(folder, 'large.zip'), 2 ** 30 + 1);
    const said = await verify({ files: ['large.zip', ...ALL.slice(1)] });
    expect(said).toMatch(/It could not be asked\.[\s\S]*1 GiB[\s\S]*node verify\.mjs/);
    expect(said).not.toMatch(/It does not hold|It holds/);
    expect(await code()).toBe('too-large-for-page');
  }, 60_000);

  it('asks nobody for anything, and may not', async () => {
    expect(complaints).toEqual([]);
    expect(new Set(asked)).toEqual(new Set([PAGE]));
    const outcome = await page.evaluate("fetch('https://example.org').then(() => 'answered', () => 'refused')");
    expect(outcome).toBe('refused');
    expect(complaints.join()).toContain('Content Security Policy');
  }, 60_000);
});
