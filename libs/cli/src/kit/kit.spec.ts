import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { provedDossier, type ProvedDossier } from '../proved-dossier.fixture';
import type { Refused } from '../report/refused';
import { Told } from '../report/told';
import { signedDossier, type SignedDossierMade } from '../signed-dossier.fixture';
import { asked } from '../small-record.fixture';
import { nodePlatform } from '../verify/node-platform';
import { PROOFS } from '../verify/proof-lines';
import { actedIn, signaturesHold } from '../verify/signed-acts';

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

  const put = (name: string, { zip, proofs, policy }: ProvedDossier, keys: object): readonly string[] => {
    const files = { 'd.zip': zip, [PROOFS.events]: proofs, [PROOFS.policy]: policy, 'keys.json': JSON.stringify(keys) };
    mkdirSync(at(name), { recursive: true });
    for (const [file, content] of Object.entries(files)) writeFileSync(path.join(at(name), file), content);
    return [`${name}/d.zip`, '--proofs', name];
  };
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

  it.each([
    ['--policy', 'policy-malformed', 'nonsense'],
    ['--policy', 'text-malformed', Buffer.of(0xff)],
    ['--keys', 'keys-malformed', 'nonsense'],
    ['--keys', 'text-malformed', Buffer.of(0xff)],
  ])('says nothing of a dossier by a %s that is none (%s), as the command does', async (option, code, none) => {
    writeFileSync(at('none'), none);
    const { status, stdout } = verify('d.zip', option, 'none', '--json');
    expect([status, JSON.parse(stdout)]).toMatchObject([2, { holds: null, code }]);
    const command = await asked('verify', 'dossier', at('d.zip'), '--proofs', folder, option, at('none'));
    expect(command).toMatchObject({ exit: 2, holds: null, code });
  });

  it('checks by the keys of both sides what their keys and passkeys signed, as the command does', async () => {
    const { dossier: signed, keys } = await signedDossier();
    const at = put('signed', signed, keys);
    const { status, stdout } = verify(...at, '--party-keys', 'signed/keys.json', '--json');
    const said = JSON.parse(stdout) as object;
    const by = Object.fromEntries(keys.items.map(({ thumbprint }, n) => [`${n === 0 ? 'CN' : 'US'} ${thumbprint}`, 1]));
    expect([status, said]).toMatchObject([0, { holds: true, found: { signed: 3, unsigned: 1, keys: by } }]);
    const words = [path.join(folder, 'signed/d.zip'), '--proofs', path.join(folder, 'signed')];
    const { exit: _, ...asCommand } = await asked(
      ...['verify', 'dossier', ...words],
      ...['--party-keys', path.join(folder, 'signed/keys.json')],
    );
    expect(said).toEqual(asCommand);
    expect(verify(...at).stdout).toContain('3 acts came (--party-keys)');
  });

  it.each<[string, SignedDossierMade]>([
    ['signature-of-another-act', { first: { body: { offered: 'another' } } }],
    ['signature-key-not-in-force', { keys: { endsAt: '2025-02-05T08:00:00.000Z' } }],
    ['signature-key-unknown', { first: { party: 'US' } }],
    ['signature-user-not-verified', { wrong: { flags: 0x01 } }],
    ['signature-from-elsewhere', { wrong: { host: 'elsewhere.example' } }],
    ['party-keys-malformed', { keys: { thumbprint: 'x'.repeat(43) } }],
    ['party-keys-malformed', { keys: { from: null } }],
  ])('refuses with %s what is signed otherwise', async (code, made) => {
    const { dossier: signed, keys } = await signedDossier(made);
    const { status, stdout } = verify(...put('wrong', signed, keys), '--party-keys', 'wrong/keys.json', '--json');
    expect([status, JSON.parse(stdout)]).toMatchObject([1, { holds: false, code }]);
  });

  it('refuses a signature with any of its bits turned over, by a key and by a passkey', async () => {
    const { dossier: signed, keys } = await signedDossier();
    const [jws = '', assertion = ''] = [/"jws":"([^"]+)"/, /"assertion":"([^"]+)"/].map(
      (found) => found.exec(signed.proofs.replaceAll('\\"', '"'))?.[1],
    );
    const events = (text: string) =>
      [...signed.proofs.matchAll(/"header":"((?:[^"\\]|\\.)*)"/g)].map(([, header = '']) =>
        actedIn({ header: (JSON.parse(`"${header}"`) as string).replace(jws, text).replace(assertion, text) }),
      );
    const codeOf = async (text: string, key: 'jws' | 'assertion') => {
      const own = events(text).filter(({ act }) => act?.signature?.[key] === text);
      expect(own).toHaveLength(1);
      const given = { text: JSON.stringify(keys), about: 'keys' };
      return signaturesHold(own, () => Promise.resolve(given), new Told(), nodePlatform).then(
        () => 'holds',
        (error: unknown) => (error as Refused).code,
      );
    };
    expect([await codeOf(jws, 'jws'), await codeOf(assertion, 'assertion')]).toEqual(['holds', 'holds']);
    for (const [key, text] of [
      ['jws', jws],
      ['assertion', assertion],
    ] as const)
      for (let at = 0; at < text.length; at++) {
        // Characters that would be another word of JSON are another file, which its digest refuses.
        const turned = String.fromCharCode(text.charCodeAt(at) ^ (1 << (at % 5)));
        const code = await codeOf(text.slice(0, at) + turned.replace(/["\\]/, '~') + text.slice(at + 1), key);
        expect([at, code]).not.toEqual([at, 'holds']);
      }
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
