import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makePasskey, signByKey, signByPasskey, thumbprintOf, type BrowserCredentials } from '@parley/client';
import {
  assertionFault,
  digestOfAct,
  memoryPasskey,
  nodeSignatureChecks,
  readAssertion,
  sha256,
} from '@parley/event-store';
import { canonicalJson, type Sha256 } from '@parley/kernel';
import fc from 'fast-check';
import { calculateJwkThumbprint, compactVerify, importJWK, type JWK } from 'jose';
import { readPublicKey } from './side-key';

const ORIGIN = 'https://parley.example';
const act = { act: 'POST /v1/cases/c-1/calls', case: 'c-1', once: 'one' };

/** A browser that holds one passkey, and answers as WebAuthn has it. */
function browserWith(passkey: ReturnType<typeof memoryPasskey>, alg: number) {
  const asked: Record<string, unknown>[] = [];
  const response = {
    getPublicKeyAlgorithm: () => alg,
    getPublicKey: () => (alg === -257 ? null : spkiOf(passkey.jwk)),
  };
  const browser: BrowserCredentials = {
    create: ({ publicKey } = {}) => {
      asked.push(publicKey as Record<string, unknown>);
      return Promise.resolve({ rawId: bufferOf(Buffer.from(passkey.credentialId, 'base64url')), response });
    },
    get: ({ publicKey } = {}) => {
      asked.push(publicKey as Record<string, unknown>);
      const { challenge } = publicKey as { readonly challenge: Uint8Array };
      const { authenticatorData, clientData, signature } = passkey.answer(
        Buffer.from(challenge).toString('hex') as Sha256,
      );
      const parts = { authenticatorData, clientDataJSON: clientData, signature };
      const buffers = Object.entries(parts).map(([name, bytes]) => [name, bufferOf(bytes)]);
      return Promise.resolve({ response: Object.fromEntries(buffers) as object });
    },
  };
  return { browser, asked };
}

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

function spkiOf(jwk: JWK): ArrayBuffer {
  return bufferOf(createPublicKey({ format: 'jwk', key: { ...jwk } }).export({ format: 'der', type: 'spki' }));
}

describe('what the client signs', () => {
  it.each(['ed25519', 'P-256'])(
    'by a key of %s is what a receipt is checked for, whatever the body says',
    async (kind) => {
      const { privateKey } =
        kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: kind });
      const jwk = privateKey.export({ format: 'jwk' }) as { kty: string; crv: string; x: string; d: string };
      const key = await calculateJwkThumbprint(jwk);
      expect(await thumbprintOf(jwk)).toBe(key);
      const { d: _, ...publicKey } = jwk;
      const verifies = await importJWK(publicKey, kind === 'ed25519' ? 'EdDSA' : 'ES256');
      await fc.assert(
        fc.asyncProperty(fc.jsonValue(), async (body) => {
          const { payload, protectedHeader } = await compactVerify(await signByKey(jwk)({ ...act, body }), verifies);
          expect(protectedHeader.kid).toBe(key);
          expect(Buffer.from(payload).toString()).toBe(
            digestOfAct({ ...act, key, shown: sha256(canonicalJson(body)) }),
          );
        }),
        { numRuns: 60 },
      );
    },
  );

  it.each([
    ['ES256', -7],
    ['EdDSA', -8],
  ] as const)('by a passkey of %s is verified, and asks the device to verify its user', async (kind, alg) => {
    const passkey = memoryPasskey(ORIGIN, kind);
    const { browser, asked } = browserWith(passkey, alg);
    const made = await makePasskey({ installation: 'Parley', person: 'Wei' }, browser);
    expect(made).toEqual({ key: passkey.jwk, credentialId: passkey.credentialId });
    const assertion = readAssertion(await signByPasskey(made, browser)({ ...act, body: { b: 1, a: [2] } }));
    const { thumbprint: key, jwk } = passkey;
    const digest = digestOfAct({ ...act, key, shown: sha256('{"a":[2],"b":1}') });
    const over = { jwk, digest, origin: ORIGIN };
    await expect(assertionFault(assertion!, over, nodeSignatureChecks)).resolves.toBeUndefined();
    expect(assertion?.key).toBe(key);
    expect(asked).toMatchObject([
      { authenticatorSelection: { userVerification: 'required' } },
      { userVerification: 'required', allowCredentials: [{ id: Buffer.from(passkey.credentialId, 'base64url') }] },
    ]);
  });

  it('is refused of a device that makes another kind of key', async () => {
    const { browser } = browserWith(memoryPasskey(ORIGIN), -257);
    await expect(makePasskey({ installation: 'Parley', person: 'Wei' }, browser)).rejects.toThrow('no act is signed');
  });

  it('by a passkey is registered from the file that the browser gave, and any key by its public part', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'parley-keys-'));
    const put = (content: object): string => {
      const file = path.join(folder, 'key.json');
      writeFileSync(file, JSON.stringify(content));
      return file;
    };
    const { jwk: key, credentialId } = memoryPasskey(ORIGIN);
    expect(await readPublicKey(put({ key, credentialId }))).toEqual({ key, credentialId });
    expect(await readPublicKey(put({ ...key, d: 'secret', use: 'sig' }))).toEqual({ key });
    for (const content of [{}, { credentialId }, { key: { kty: 'EC' } }])
      await expect(readPublicKey(put(content))).rejects.toMatchObject({ code: 'key-file-malformed' });
    rmSync(folder, { recursive: true });
  });

  it('without a body is over that of null', async () => {
    const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as never;
    const [, payload = ''] = (await signByKey(jwk)(act)).split('.');
    const shown = createHash('sha256').update('null').digest('hex') as Sha256;
    expect(Buffer.from(payload, 'base64url').toString()).toBe(
      digestOfAct({ ...act, key: await thumbprintOf(jwk), shown }),
    );
  });
});
