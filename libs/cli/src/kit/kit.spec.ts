import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { provedDossier, type ProvedDossier } from '../proved-dossier.fixture';
import { asked } from '../small-record.fixture';
import { Told } from '../report/told';
import { leavesSignatures } from '../verify/count-signed';
import { PROOFS } from '../verify/proof-lines';

const KIT = path.resolve(__dirname, '../../dist/kit');

describe('the verifier that goes with a dossier', () => {
  let dossier: ProvedDossier;
  let folder: string;
  const at = (name: string): string => path.join(folder, name);
  beforeAll(async () => {
    dossier = await provedDossier();
    folder = mkdtempSync(path.join(tmpdir(), 'parley-kit-'));
    copyFileSync(path.join(KIT, 'verify.mjs'), at('verify.mjs'));
    writeFileSync(at(PROOFS.events), dossier.proofs);
    writeFileSync(at(PROOFS.policy), dossier.policy);
    writeFileSync(at('d.zip'), dossier.zip);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const verify = (...words: readonly string[]) => {
    const { status, stdout } = spawnSync(process.execPath, ['verify.mjs', ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: {},
    });
    return { status, stdout };
  };

  it('is one file that needs no installation, and says what the command says', async () => {
    const { status, stdout } = verify('d.zip', '--json');
    expect(status).toBe(0);
    const { exit: _, ...said } = await asked('verify', 'dossier', at('d.zip'), '--proofs', folder);
    expect(JSON.parse(stdout)).toEqual(said);
  });

  it('says of acts that came signed that it did not check by whom', () => {
    const headerOf = (id: string, signature?: object) => ({
      header: JSON.stringify({ actor: { kind: 'person' }, cause: { kind: 'command', id, signature } }),
      commitment: '',
    });
    const told = new Told();
    // Two events of one act, one act of another that is not signed, and what a process did.
    const process = {
      header: JSON.stringify({ actor: { kind: 'system' }, cause: { kind: 'command' } }),
      commitment: '',
    };
    leavesSignatures([headerOf('a', {}), headerOf('a', {}), headerOf('b'), process], told);
    expect(told.found).toEqual({ signed: 1, unsigned: 1 });
    expect(told.checked).toMatchObject([{ en: '1 act of persons is not signed.' }]);
    expect(told.unchecked.map(({ en }) => en.slice(0, 41))).toEqual(['The signatures with which 1 act came: par']);
  });

  it('says it in Chinese, and what it needs when it is not told', () => {
    expect(verify('d.zip', '--lang', 'zh-Hans').stdout).toMatch(/^成立。\n已查验：\n/);
    expect(verify('--json')).toMatchObject({ status: 2, stdout: expect.stringContaining('"code":"usage"') as string });
    expect(verify('none.zip').status).toBe(2);
  });

  it('refuses a dossier with another exhibit, and proofs of another', async () => {
    const zip = Buffer.from(dossier.zip);
    zip.write('another', zip.indexOf('a schedule'));
    writeFileSync(at('other.zip'), zip);
    expect(verify('other.zip', '--json')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('file-altered') as string,
    });
    writeFileSync(at('third.zip'), (await provedDossier({ events: 3 })).zip);
    expect(verify('third.zip', '--json').stdout).toContain('archive-differs');
  });

  it('takes nothing from elsewhere: no package, and no address', () => {
    for (const file of ['verify.mjs', 'verify.html']) {
      const text = readFileSync(path.join(KIT, file), 'utf8');
      expect(
        [...text.matchAll(/require\("([^"@.][^"]*)"\)/g)].filter(([, name]) => !name?.startsWith('node:')),
      ).toEqual([]);
      expect(text).not.toMatch(/\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\(/);
    }
    expect(readFileSync(path.join(KIT, 'verify.html'), 'utf8')).not.toMatch(/node:(fs|crypto)"\)/);
  });
});
