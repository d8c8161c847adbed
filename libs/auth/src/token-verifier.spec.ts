import { createLocalJWKSet, type CryptoKey, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import type { PartyCode } from '@parley/kernel';
import { createTokenVerifier, type TokenVerifier } from './token-verifier';

const [issuer, audience] = ['https://id.example', 'urn:parley:api'];

const parties = ['US', 'CN'] as PartyCode[];

describe('a token', () => {
  let verifier: TokenVerifier;
  let privateKey: CryptoKey;

  const signed = (claims: Record<string, unknown>, key: CryptoKey | Uint8Array = privateKey, alg = 'ES256') =>
    new SignJWT({
      sub: 'p-1',
      party: 'US',
      roles: ['desk'],
      iss: issuer,
      aud: audience,
      exp: Math.floor(Date.now() / 1000) + 300,
      ...claims,
    })
      .setProtectedHeader({ alg, kid: 'k' })
      .sign(key);

  beforeAll(async () => {
    const pair = await generateKeyPair('ES256');
    privateKey = pair.privateKey;
    const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k', alg: 'ES256' }] });
    verifier = createTokenVerifier({ issuer, audience, parties, keys });
  });

  it('tells who, for which side and in which roles; unknown roles are none', async () => {
    expect(await verifier.verify(await signed({ roles: ['desk', 'emperor', 7] }))).toEqual({
      kind: 'person',
      personId: 'p-1',
      party: 'US',
      roles: ['desk'],
    });
    expect(await verifier.verify(await signed({ party: undefined, roles: undefined }))).toEqual({
      kind: 'person',
      personId: 'p-1',
      party: null,
      roles: [],
    });
  });

  it.each<[string, Record<string, unknown>]>([
    ['is expired', { exp: 1 }],
    ['never expires', { exp: undefined }],
    ['is from another issuer', { iss: 'https://other.example' }],
    ['is for another service', { aud: 'urn:other' }],
    ['names nobody', { sub: undefined }],
    ['names somebody with a control character', { sub: 'a\nb' }],
    ['names a party that is no code', { party: 'U.S.' }],
    ['names a party that is neither of the two', { party: 'EU' }],
    ['names a party in another case', { party: 'us' }],
    ['names both parties', { party: ['US', 'CN'] }],
    ['is not valid yet', { nbf: Math.floor(Date.now() / 1000) + 300 }],
  ])('is refused when it %s', async (_what, claims) => {
    await expect(verifier.verify(await signed(claims))).rejects.toThrow();
  });

  it('is checked once in a while, and never believed beyond its end', async () => {
    const { publicKey, privateKey: own } = await generateKeyPair('ES256');
    let asked = 0;
    const counting = createTokenVerifier({
      issuer,
      audience,
      parties,
      keys: () => (asked++, Promise.resolve(publicKey)),
    });
    const lasting = await signed({}, own);
    await counting.verify(lasting);
    await counting.verify(lasting);
    expect(asked).toBe(1);
    const ended = await signed({ exp: Math.floor(Date.now() / 1000) - 1 }, own);
    await counting.verify(ended);
    await counting.verify(ended);
    expect(asked).toBe(3);
  });

  it('is refused when another key signed it, a shared secret did, or nobody', async () => {
    const claims = { sub: 'p-1', iss: issuer, aud: audience };
    const { privateKey: other } = await generateKeyPair('ES256');
    await expect(verifier.verify(await signed({}, other))).rejects.toThrow();
    await expect(verifier.verify(await signed({}, Buffer.alloc(32, 1), 'HS256'))).rejects.toThrow();
    await expect(verifier.verify(new UnsecuredJWT(claims).setExpirationTime('1h').encode())).rejects.toThrow();
  });
});
