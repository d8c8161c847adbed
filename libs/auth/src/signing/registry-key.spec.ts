import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { compactVerify, importJWK } from 'jose';
import { ed25519Signer, verifyJws } from './ed25519.signer';
import { KeyFileError, keptSecret } from './kept-secret';
import { memorySigner } from './memory-signer';
import { cursorSecret, formerSigner, REGISTRY_KEY, registrySigner } from './registry-key';
import { randomSecret } from './secret-form';

const receipt = { receiptNumber: '7d5e1c1e', receivedAt: '2025-02-05T08:00:00.000Z', digest: 'ab' };

describe("the registry's signature", () => {
  it('is one that any other implementation verifies, over the canonical JSON', async () => {
    const signer = memorySigner();
    const { payload, protectedHeader } = await compactVerify(
      await signer.sign(receipt),
      await importJWK({ ...signer.publicKey }),
    );
    expect(Buffer.from(payload).toString()).toBe(
      '{"digest":"ab","receiptNumber":"7d5e1c1e","receivedAt":"2025-02-05T08:00:00.000Z"}',
    );
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: signer.publicKey.kid });
  });

  it('is the same for the same content in whatever order its fields stand', async () => {
    const signer = memorySigner();
    expect(await signer.sign({ a: 1, b: 2 })).toBe(await signer.sign({ b: 2, a: 1 }));
  });

  it('gives back the content to who checks it, and nothing when one character is altered', async () => {
    const signer = memorySigner();
    const jws = await signer.sign(receipt);
    expect(verifyJws(jws, signer.publicKey)).toEqual(receipt);
    expect(
      verifyJws(jws.replace(/\.[\w-]+\./, `.${Buffer.from('{}').toString('base64url')}.`), signer.publicKey),
    ).toBeUndefined();
    expect(verifyJws(jws, memorySigner().publicKey)).toBeUndefined();
  });

  it('is made with an Ed25519 key or not at all', () => {
    expect(() => ed25519Signer(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)).toThrow(TypeError);
  });
});

describe('a secret of the installation', () => {
  let keysDir: string;
  beforeEach(() => (keysDir = mkdtempSync(join(tmpdir(), 'parley-keys-'))));
  afterEach(() => {
    rmSync(keysDir, { recursive: true });
  });

  it('is made once, kept, and readable by its owner alone', () => {
    expect(registrySigner(keysDir).publicKey).toEqual(registrySigner(keysDir).publicKey);
    expect(Buffer.from(cursorSecret(keysDir))).toEqual(Buffer.from(cursorSecret(keysDir)));
    const modes = readdirSync(keysDir).map((name) => [name, statSync(join(keysDir, name)).mode & 0o777]);
    expect(modes).toEqual([
      ['cursor.key', 0o600],
      ['registry-ed25519.pem', 0o600],
    ]);
  });

  it('is the one that another process made at the same moment', () => {
    const file = join(keysDir, 'shared.key');
    const theirs = Buffer.alloc(32, 1);
    const mine = keptSecret(file, {
      ...randomSecret(32),
      make: () => {
        writeFileSync(file, theirs);
        return Buffer.alloc(32, 2);
      },
    });
    expect(Buffer.from(mine)).toEqual(theirs);
    expect(readdirSync(keysDir)).toEqual(['shared.key']);
  });

  it('is not taken for one that is not there where it cannot be looked for', () => {
    const file = join(keysDir, 'a file where a folder belongs');
    writeFileSync(file, '');
    expect(() => formerSigner(join(file, REGISTRY_KEY))).toThrow(/ENOTDIR.*registry-ed25519\.before\.pem/);
  });

  it('is the same key when an editor ended its lines in another way', () => {
    const { kid } = registrySigner(keysDir).publicKey;
    const file = join(keysDir, REGISTRY_KEY);
    const pem = readFileSync(file, 'utf8');
    for (const edited of [pem.replaceAll('\n', '\r\n'), pem.trimEnd(), `${pem}\n\n`]) {
      writeFileSync(file, edited);
      expect(registrySigner(keysDir).publicKey.kid).toBe(kid);
    }
  });

  const pemOf = (of: 'pkcs8' | 'spki'): string => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    return of === 'pkcs8'
      ? privateKey.export({ format: 'pem', type: of, cipher: 'aes-256-cbc', passphrase: 'secret' }).toString()
      : publicKey.export({ format: 'pem', type: of }).toString();
  };
  const pem = /does not hold a private Ed25519 key in PEM/;
  const bytes = /does not hold the 32 bytes of a secret/;
  it.each([
    ['a key that was emptied', REGISTRY_KEY, registrySigner, '', pem],
    ['a key that was cut short', REGISTRY_KEY, registrySigner, '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw', pem],
    ['a public key', REGISTRY_KEY, registrySigner, pemOf('spki'), pem],
    ['a key behind a passphrase', REGISTRY_KEY, registrySigner, pemOf('pkcs8'), pem],
    [
      'a key of another kind',
      REGISTRY_KEY,
      registrySigner,
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' }),
      pem,
    ],
    ['a secret that was emptied', 'cursor.key', cursorSecret, '', bytes],
    ['a secret that was cut in half', 'cursor.key', cursorSecret, Buffer.alloc(16, 1), bytes],
    ['a secret with a line after it', 'cursor.key', cursorSecret, Buffer.alloc(33, 1), bytes],
    ['a secret of zeros, never written', 'cursor.key', cursorSecret, Buffer.alloc(32), bytes],
  ] as const)('is refused by the name of its file, and left as it is: %s', (_, name, open, content, expected) => {
    const file = join(keysDir, name);
    writeFileSync(file, content);
    const kept = readFileSync(file);
    expect(() => open(keysDir)).toThrow(KeyFileError);
    expect(() => open(keysDir)).toThrow(expected);
    expect(() => open(keysDir)).toThrow(file);
    expect(readFileSync(file)).toEqual(kept);
  });

  it('that signed before is refused likewise where it is no key', () => {
    const file = join(keysDir, REGISTRY_KEY);
    expect(formerSigner(file)).toBeUndefined();
    writeFileSync(join(keysDir, 'registry-ed25519.before.pem'), '');
    expect(() => formerSigner(file)).toThrow(/registry-ed25519\.before\.pem does not hold a private Ed25519 key/);
  });
});
