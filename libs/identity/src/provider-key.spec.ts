import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { KeyFileError } from '@parley/auth';
import type { PartyCode } from '@parley/kernel';
import { providerKey } from './provider-key';

const [US, CN] = ['US' as PartyCode, 'CN' as PartyCode] as const;

describe('the key of a demonstration’s provider', () => {
  let keysDir: string;
  beforeEach(() => (keysDir = mkdtempSync(join(tmpdir(), 'parley-provider-key-'))));
  afterEach(() => rmSync(keysDir, { recursive: true }));

  it('is made once and kept', () => {
    expect(providerKey(keysDir, US)).toEqual(providerKey(keysDir, US));
    expect(providerKey(keysDir, US).kid).not.toBe(providerKey(keysDir, CN).kid);
  });

  it('is refused by the name of its file where that is no private ES256 key, and left as it is', () => {
    const { d, ...publicPart } = providerKey(keysDir, US);
    const file = join(keysDir, 'demonstration-provider-us.jwk');
    const ofAnotherCurve = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({ format: 'jwk' });
    const whole = readFileSync(file, 'utf8');
    expect(d).toMatch(/./);
    const others = ['', whole.slice(0, 60), '{}', 'null', JSON.stringify(publicPart), JSON.stringify(ofAnotherCurve)];
    for (const other of others) {
      writeFileSync(file, other);
      expect(() => providerKey(keysDir, US)).toThrow(KeyFileError);
      expect(() => providerKey(keysDir, US)).toThrow(`${file} does not hold a private ES256 key as JWK`);
      expect(readFileSync(file, 'utf8')).toBe(other);
    }
  });
});
