import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPairSync } from 'node:crypto';
import { compactVerify, importJWK } from 'jose';
import { ed25519Signer, verifyJws } from './ed25519.signer';
import { keptSecret } from './kept-secret';
import { memorySigner } from './memory-signer';
import { cursorSecret, registrySigner } from './registry-key';

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
    const mine = keptSecret(file, () => {
      writeFileSync(file, 'theirs');
      return 'mine';
    });
    expect(mine.toString()).toBe('theirs');
    expect(readdirSync(keysDir)).toEqual(['shared.key']);
  });
});
