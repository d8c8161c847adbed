import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { insistOnKeys, openKeys } from './installation-keys';

describe('a folder of keys', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-installation-keys-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('that is lost is named, and nothing is made in its place', () => {
    const lost = path.join(folder, 'lost');
    expect(() => insistOnKeys(lost)).toThrow(/registry-ed25519\.pem and .*derivation\.key are gone, and the record/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('holds what was made at the first start, and is enough from then on', () => {
    const keys = openKeys(folder);
    expect(readdirSync(folder).toSorted()).toEqual(['cursor.key', 'derivation.key', 'registry-ed25519.pem']);
    insistOnKeys(folder);
    expect(openKeys(folder).signer.publicKey).toEqual(keys.signer.publicKey);
    rmSync(path.join(folder, 'derivation.key'));
    expect(() => insistOnKeys(folder)).toThrow(/^.*derivation\.key is gone/);
  });
});
