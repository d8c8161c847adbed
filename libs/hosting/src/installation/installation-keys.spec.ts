import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KeyFileError, registrySigner } from '@parley/auth';
import type { LogKeys } from '@parley/http';
import { insistOnKeys, openKeys, openServiceKeys, type ServiceKeys } from './installation-keys';
import { logKeysOf } from './log-keys';

/** What each service opens. Whoever adds a file here says why the service cannot do without it. */
const OPENED: Readonly<Record<string, readonly string[]>> = {
  intake: ['alerts.key', 'cursor.key', 'registry-ed25519.pem'],
  evidence: ['cursor.key', 'redactions.key'],
  panelreview: ['cursor.key', 'draws.key'],
  referral: ['cursor.key'],
  audit: ['cursor.key', 'log.key', 'webhooks-ed25519.pem', 'webhooks.key'],
};
const ALL = [...new Set(Object.values(OPENED).flat())].toSorted();

describe('a folder of keys', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'parley-installation-keys-'))));
  afterEach(() => rmSync(folder, { recursive: true }));
  const inFolder = (): readonly string[] => readdirSync(folder).toSorted();

  it('that is lost is named, and nothing is made in its place', () => {
    const lost = path.join(folder, 'lost');
    expect(() => insistOnKeys(lost)).toThrow(/registry-ed25519\.pem and .*draws\.key and .* are gone, and the record/);
    expect(() => insistOnKeys(lost, ['panelreview'])).toThrow(/^.*lost\/draws\.key is gone, and the record/);
    expect(inFolder()).toEqual([]);
  });

  it('holds what was made at the first start, and is enough from then on', () => {
    const made = told(folder);
    expect(inFolder()).toEqual(ALL);
    insistOnKeys(folder);
    expect(told(folder)).toEqual(made);
    rmSync(path.join(folder, 'log.key'));
    expect(() => insistOnKeys(folder)).toThrow(/^.*log\.key is gone/);
    insistOnKeys(folder, ['intake', 'evidence', 'panelreview', 'referral']);
  });

  it.each(ALL)('is refused where %s was emptied or cut in half, and that file is left as it is', (name) => {
    openKeys(folder);
    const file = path.join(folder, name);
    for (const left of [Buffer.alloc(0), readFileSync(file).subarray(0, statSync(file).size / 2)]) {
      writeFileSync(file, left);
      expect(() => openKeys(folder)).toThrow(KeyFileError);
      expect(() => openKeys(folder)).toThrow(`${file} does not hold `);
      if (name !== 'cursor.key') expect(() => insistOnKeys(folder)).toThrow(`${file} does not hold `);
      expect(readFileSync(file)).toEqual(left);
    }
  });

  it.each(Object.entries(OPENED))('has nothing for %s but what that needs', (context, files) => {
    // What it opened beside them would be no file.
    for (const other of ALL.filter((name) => !files.includes(name))) mkdirSync(path.join(folder, other));
    openServiceKeys(folder, context);
    expect(inFolder()).toEqual(ALL);
    rmSync(folder, { recursive: true });
    openServiceKeys(folder, context);
    expect(inFolder()).toEqual(files);
  });

  it('has a secret for each service that is not another one’s', () => {
    const keys = openKeys(folder);
    const secrets = ['intake', 'evidence', 'panelreview', 'audit'].map((context) => hexOf(keys.of(context)));
    expect(new Set(secrets).size).toBe(4);
    expect(keys.of('audit').webhookSigner?.publicKey.x).not.toBe(keys.of('intake').signer?.publicKey.x);
  });

  it('that was made with one common key goes on with what follows from it, each part in a file of its own', () => {
    const common = Buffer.alloc(32, 7);
    writeFileSync(path.join(folder, 'derivation.key'), common);
    registrySigner(folder);
    insistOnKeys(folder);
    const before = logKeysOf(folder);
    const keys = openKeys(folder);
    // Before the record is asked, nothing stands there that another common key would have to take away.
    expect(inFolder()).toEqual(['cursor.key', 'derivation.key', 'registry-ed25519.pem', 'webhooks-ed25519.pem']);
    for (const context of Object.keys(OPENED)) keys.of(context).keep();
    expect(inFolder()).toEqual([...ALL, 'derivation.key'].toSorted());
    for (const context of ['intake', 'evidence', 'panelreview', 'audit'])
      expect(hexOf(keys.of(context))).toBe(common.toString('hex'));
    const shown = ({ saltKey, signer, timeSigner }: LogKeys) => [
      Buffer.from(saltKey).toString('hex'),
      ...[signer, timeSigner].map(({ publicKey }) => publicKey.x),
    ];
    expect([before, keys.of('audit').logKeys].map((each) => each && shown(each))).toEqual([OF_THE_LOG, OF_THE_LOG]);
    rmSync(path.join(folder, 'derivation.key'));
    insistOnKeys(folder);
    expect(openKeys(folder).of('audit').logKeys).toMatchObject({ signer: { publicKey: { x: OF_THE_LOG[1] } } });
  });
});

/** What shows of the keys of all services. */
const told = (folder: string): readonly unknown[] => {
  const keys = openKeys(folder);
  return [Buffer.from(keys.cursorSecret), ...Object.keys(OPENED).map((context) => [...keys.of(context).pins])];
};

/** What followed from 32 bytes of 7 when all services had one key: the key of salts, and two public keys. */
const OF_THE_LOG = [
  '69ce5a6aa0c77c66a03040c29894b259af746ce9f28a279542b73e99a09b257a',
  '9mnhjLU2r7qp6EFvjOB-n1RM1YM1KTKVJZCBSlS1B9Q',
  '1y396Gos942CyUaiHSjHC60UNZq0EiNNQiWTUpm5Uq8',
];

const hexOf = ({ derivationKey }: ServiceKeys): string => Buffer.from(derivationKey ?? []).toString('hex');
