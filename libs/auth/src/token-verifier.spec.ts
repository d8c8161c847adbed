import { createLocalJWKSet, type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT, UnsecuredJWT } from 'jose';
import type { PartyCode } from '@parley/kernel';
import { type IssuerName, SECRETARIAT, type TokenFault } from './token-refused.error';
import { createTokenVerifier, type TokenVerifier } from './token-verifier';

const audience = 'urn:parley:api';
const [US, CN] = ['US', 'CN'] as PartyCode[] as [PartyCode, PartyCode];
const NAMES: readonly IssuerName[] = [US, CN, SECRETARIAT];
const addressOf = (name: IssuerName): string => `https://id.example/${name.toLowerCase()}`;
const now = (): number => Math.floor(Date.now() / 1_000);

/** Somebody of each issuer, whose token is good. */
const GOOD: Readonly<Record<string, object>> = {
  US: { sub: 'p-1', party: 'US', roles: ['desk'] },
  CN: { sub: 'p-1', party: 'CN', roles: ['desk'] },
  secretariat: { sub: 'p-1', roles: ['operator'] },
};

interface Making {
  readonly by?: IssuerName;
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
  readonly key?: CryptoKey | Uint8Array;
}

describe('a token', () => {
  let verifier: TokenVerifier;
  const private_: Record<string, CryptoKey> = {};
  const public_: Record<string, JWK> = {};

  /** As its issuer would make it, except for what is given. All three issuers call their key by the same name. */
  const made = ({ by = US, claims = {}, header = {}, key = private_[by]! }: Making = {}): Promise<string> =>
    new SignJWT({
      ...{ iss: addressOf(by), aud: audience, iat: now(), exp: now() + 300 },
      ...GOOD[by],
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'k', ...header })
      .sign(key);
  const refused = async (token: string | Promise<string>, fault: TokenFault, issuer?: IssuerName): Promise<void> => {
    await expect(verifier.verify(await token)).rejects.toMatchObject({ fault, issuer });
  };

  beforeAll(async () => {
    for (const name of NAMES) {
      const pair = await generateKeyPair('ES256', { extractable: true });
      private_[name] = pair.privateKey;
      public_[name] = { ...(await exportJWK(pair.publicKey)), kid: 'k', alg: 'ES256' };
    }
    verifier = createTokenVerifier({
      issuers: NAMES.map((of) => ({
        of,
        issuer: addressOf(of),
        keys: createLocalJWKSet({ keys: [public_[of]!] }),
      })),
      audience,
    });
  });

  it('tells who, for which side and in which roles; unknown roles are none', async () => {
    expect(await verifier.verify(await made({ claims: { roles: ['desk', 'emperor', 7] } }))).toEqual({
      kind: 'person',
      personId: 'us-p-1',
      party: 'US',
      roles: ['desk'],
    });
    expect(await verifier.verify(await made({ by: SECRETARIAT, claims: { roles: undefined } }))).toEqual({
      kind: 'person',
      personId: 'p-1',
      party: null,
      roles: [],
    });
  });

  it('tells two persons apart whom two issuers call the same', async () => {
    const persons = await Promise.all(NAMES.map(async (by) => verifier.verify(await made({ by }))));
    expect(persons.map(({ personId }) => personId)).toEqual(['us-p-1', 'cn-p-1', 'p-1']);
  });

  it.each<[string, TokenFault, Making]>([
    ['is expired', 'expired', { claims: { iat: 1, exp: 301 } }],
    ['never expires', 'claims-missing', { claims: { exp: undefined } }],
    ['does not say since when it is', 'claims-missing', { claims: { iat: undefined } }],
    ['lives for more than 15 minutes', 'lives-too-long', { claims: { exp: now() + 1_000 } }],
    ['is of the future', 'not-valid-yet', { claims: { iat: now() + 600, exp: now() + 900 } }],
    ['is not valid yet', 'not-valid-yet', { claims: { nbf: now() + 300 } }],
    ['is for another service', 'for-another-service', { claims: { aud: 'urn:other' } }],
    ['is for nobody', 'claims-missing', { claims: { aud: undefined } }],
    ['is no access token but says who logged in', 'type-not-access-token', { header: { typ: 'JWT' } }],
    ['does not say what it is', 'type-not-access-token', { header: { typ: undefined } }],
    ['names nobody', 'claims-missing', { claims: { sub: undefined } }],
    ['names somebody by a number', 'subject-unusable', { claims: { sub: 7 } }],
    ['names somebody with a control character', 'subject-unusable', { claims: { sub: 'a\nb' } }],
    ['names a party that is no code', 'party-of-another-issuer', { claims: { party: 'U.S.' } }],
    ['names a party that is neither of the two', 'party-of-another-issuer', { claims: { party: 'EU' } }],
    ['names a party in another case', 'party-of-another-issuer', { claims: { party: 'us' } }],
    ['names both parties', 'party-of-another-issuer', { claims: { party: ['US', 'CN'] } }],
    ['names no party, though a party vouches for it', 'party-of-another-issuer', { claims: { party: undefined } }],
  ])('is refused when it %s', (_what, fault, making) => refused(made(making), fault, US));

  it('is refused when its issuer is nobody’s, were it by a slash, and then names none', async () => {
    for (const iss of ['https://other.example', `${addressOf(US)}/`, addressOf(US).toUpperCase(), undefined, ['a']])
      await refused(made({ claims: { iss } }), 'issuer-unknown');
    await refused('no token', 'malformed');
  });

  it('is refused when another key signed it, a shared secret did, or nobody', async () => {
    const { privateKey: other } = await generateKeyPair('ES256');
    await refused(made({ key: other }), 'signature-invalid', US);
    await refused(made({ key: Buffer.alloc(32, 1), header: { alg: 'HS256' } }), 'signature-invalid', US);
    const claims = { ...GOOD['US'], iss: addressOf(US), aud: audience, iat: now() };
    await refused(new UnsecuredJWT(claims).setExpirationTime('5m').encode(), 'signature-invalid', US);
  });

  it('is checked once in a while, and never believed beyond its end', async () => {
    const { publicKey, privateKey: key } = await generateKeyPair('ES256');
    let asked = 0;
    const keys = (): Promise<CryptoKey> => (asked++, Promise.resolve(publicKey));
    const counting = createTokenVerifier({ issuers: [{ of: US, issuer: addressOf(US), keys }], audience });
    const lasting = await made({ key });
    await counting.verify(lasting);
    await counting.verify(lasting);
    expect(asked).toBe(1);
    const ended = await made({ key, claims: { exp: now() - 1 } });
    await counting.verify(ended);
    await counting.verify(ended);
    expect(asked).toBe(3);
  });

  describe('of who runs one of the issuers and would be another’s', () => {
    it.each([
      [US, CN],
      [CN, US],
      [SECRETARIAT, US],
      [SECRETARIAT, CN],
    ] as const)('names from %s the party %s', (by, party) =>
      refused(made({ by, claims: { party, roles: ['desk'] } }), 'party-of-another-issuer', by),
    );

    it('says that it is of the other issuer, and is signed by its own key, which has the same name', async () => {
      await refused(made({ by: CN, key: private_['US']! }), 'signature-invalid', CN);
      await refused(made({ by: CN, key: private_['secretariat']! }), 'signature-invalid', CN);
    });

    it('brings its key along in the header', () =>
      refused(
        made({ by: CN, key: private_['US']!, header: { jwk: public_['US'], jku: `${addressOf(US)}/jwks` } }),
        'signature-invalid',
        CN,
      ));

    it('signs with the other’s public key as if it were a shared secret', () =>
      refused(
        made({ by: CN, key: Buffer.from(JSON.stringify(public_['CN'])), header: { alg: 'HS256' } }),
        'signature-invalid',
        CN,
      ));

    it.each([US, CN, SECRETARIAT] as const)('gives from %s the name of a person of another', async (by) => {
      for (const sub of ['us-p-1', 'cn-p-1', 'CN-p-1', 'Us-'])
        await refused(made({ by, claims: { sub } }), 'subject-unusable', by);
    });

    it.each([US, CN] as const)('gives from %s what the secretariat alone gives', async (by) => {
      for (const role of ['operator', 'expert', 'third-party'])
        await refused(made({ by, claims: { roles: ['desk', role] } }), 'role-of-another-issuer', by);
    });

    it('gives from the secretariat what a side alone gives', async () => {
      for (const role of ['desk', 'registry', 'panel', 'cohead', 'auditor'])
        await refused(made({ by: SECRETARIAT, claims: { roles: [role] } }), 'role-of-another-issuer', SECRETARIAT);
    });

    it('does not keep a side, or the secretariat, from vouching for a conciliator', async () => {
      for (const by of NAMES)
        expect(await verifier.verify(await made({ by, claims: { roles: ['conciliator'] } }))).toMatchObject({
          roles: ['conciliator'],
        });
    });
  });
});
