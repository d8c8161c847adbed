import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createTokenVerifier, type IssuerName, type TokenVerifier } from '@parley/auth';
import type { PartyCode, PersonId } from '@parley/kernel';
import { AUDIENCE, demonstrationProvider } from './demonstration-provider';
import { demonstrationUsers, type DemonstrationUser } from './demonstration-users';
import { providerKey } from './provider-key';
import { issuersCheck, openIssuers, type TrustedIssuer } from './trusted-issuer';

const [US, CN] = ['US', 'CN'] as PartyCode[] as [PartyCode, PartyCode];
const users = demonstrationUsers([
  { code: US, name: { en: 'United States', 'zh-Hans': '美国' } },
  { code: CN, name: { en: 'China', 'zh-Hans': '中国' } },
]);

describe('OpenID providers of two sides, each on a server of its own', () => {
  let keysDir: string;
  const servers: Server[] = [];
  let us: TrustedIssuer;
  let cn: TrustedIssuer;
  let tokens: TokenVerifier;
  let keysOfCn: unknown;

  /** Runs a provider that gives these people tokens. */
  async function run(of: IssuerName, people: readonly DemonstrationUser[]): Promise<TrustedIssuer> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    servers.push(server);
    const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const answer = demonstrationProvider(issuer, people, 'demo', providerKey(keysDir, of)).callback();
    server.on('request', (request, response) => void answer(request, response));
    return { of, issuer, jwksUrl: undefined };
  }
  const tokenOf = async ({ issuer }: TrustedIssuer, user: string): Promise<string> => {
    const answer = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${user}:demo`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    return ((await answer.json()) as { readonly access_token: string }).access_token;
  };
  const ofSide = (of: IssuerName) => users.filter((user) => user.of === of);

  beforeAll(async () => {
    keysDir = mkdtempSync(join(tmpdir(), 'parley-issuers-'));
    us = await run(US, ofSide(US));
    // China's provider also gives tokens to whom it calls people of the US, and to an operator of its own.
    cn = await run(CN, [
      ...ofSide(CN),
      ...ofSide(US),
      { ...ofSide(CN)[0]!, id: 'as-operator' as PersonId, roles: ['operator'] },
      { ...ofSide(CN)[0]!, id: 'as-us-desk' as PersonId, subject: 'us-desk' },
    ]);
    tokens = createTokenVerifier({ issuers: await openIssuers([us, cn]), audience: AUDIENCE });
    const { d: _private, ...key } = providerKey(keysDir, CN);
    keysOfCn = [key];
  });
  afterAll(() => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections();
    }
    rmSync(keysDir, { recursive: true });
  });

  it('are believed for their own people, who are told apart though both call them the same', async () => {
    const desks = [await tokenOf(us, 'us-desk'), await tokenOf(cn, 'cn-desk')];
    expect(await Promise.all(desks.map((token) => tokens.verify(token)))).toEqual([
      { kind: 'person', personId: 'us-desk', party: 'US', roles: ['desk'] },
      { kind: 'person', personId: 'cn-desk', party: 'CN', roles: ['desk'] },
    ]);
  });

  it.each([
    ['for a person of the other', 'us-desk', 'party-of-another-issuer'],
    ['for an operator', 'as-operator', 'role-of-another-issuer'],
    ['by the name of a person of the other', 'as-us-desk', 'subject-unusable'],
  ])('are not believed %s', async (_whom, user, fault) => {
    await expect(tokens.verify(await tokenOf(cn, user))).rejects.toMatchObject({ fault, issuer: 'CN' });
  });

  it('are not believed in each other’s place, though each token is right by itself', async () => {
    const exchanged = [
      { ...us, issuer: cn.issuer },
      { ...cn, issuer: us.issuer },
    ];
    const others = createTokenVerifier({ issuers: await openIssuers(exchanged), audience: AUDIENCE });
    await expect(others.verify(await tokenOf(us, 'us-desk'))).rejects.toMatchObject({
      fault: 'party-of-another-issuer',
    });
    const [ofUs] = await openIssuers([{ ...us, jwksUrl: new URL(`${cn.issuer}/jwks`) }]);
    const withKeysOfCn = createTokenVerifier({ issuers: [ofUs!], audience: AUDIENCE });
    await expect(withKeysOfCn.verify(await tokenOf(us, 'us-desk'))).rejects.toMatchObject({
      fault: 'signature-invalid',
    });
  });

  it('say where tokens are', async () => {
    expect((await openIssuers([us])).map(({ tokenEndpoint }) => tokenEndpoint)).toEqual([`${us.issuer}/token`]);
  });

  it('keep nobody but their own people out while they are away, or say that they are another', async () => {
    for (const [absent, reason] of [
      [{ ...cn, issuer: 'http://127.0.0.1:1' }, /did not say where its keys are; see PARLEY_OIDC_CN_ISSUER and/],
      [{ ...cn, issuer: `${cn.issuer}/` }, /says that it is another one; see PARLEY_OIDC_CN_ISSUER/],
      [{ ...cn, issuer: await sendingOn(`${cn.issuer}/.well-known/openid-configuration`) }, /did not say where/],
      [{ ...cn, issuer: await swollen() }, /did not say where/],
    ] as const) {
      const issuers = await openIssuers([us, absent]);
      expect(await issuersCheck(issuers).degraded?.()).toMatch(reason);
      const of = createTokenVerifier({ issuers, audience: AUDIENCE });
      expect(await of.verify(await tokenOf(us, 'us-desk'))).toMatchObject({ personId: 'us-desk' });
      const named = forgedAs(absent.issuer);
      await expect(of.verify(named)).rejects.toMatchObject({ fault: 'keys-unavailable', issuer: 'CN' });
    }
  });

  it('keep nobody else out by keys that unpack to more than the memory', async () => {
    const swelling = { ...cn, jwksUrl: new URL(await swollen()) };
    const of = createTokenVerifier({ issuers: await openIssuers([us, swelling]), audience: AUDIENCE });
    await expect(of.verify(await tokenOf(cn, 'cn-desk'))).rejects.toMatchObject({ fault: 'keys-unavailable' });
    expect(await of.verify(await tokenOf(us, 'us-desk'))).toMatchObject({ personId: 'us-desk' });
  });

  it('are refused at a start at which none of them says where its keys are', async () => {
    await expect(openIssuers([{ ...us, issuer: 'http://127.0.0.1:1' }])).rejects.toThrow(
      'The OpenID issuer http://127.0.0.1:1 did not say where its keys are; ' +
        'see PARLEY_OIDC_US_ISSUER and PARLEY_OIDC_US_JWKS_URL.',
    );
  });

  /** A server that sends whoever asks it elsewhere. @returns its address */
  const sendingOn = (location: string): Promise<string> =>
    serve((_request, response) => response.writeHead(302, { location }).end());

  /** A server whose answers are right, but for the room that they take once they are unpacked. @returns its address */
  const swollen = async (): Promise<string> => {
    const own: string = await serve((_request, response) => {
      const said = { issuer: own, jwks_uri: `${cn.issuer}/jwks`, keys: keysOfCn, padding: ' '.repeat(4_000_000) };
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(JSON.stringify(said)));
    });
    return own;
  };

  async function serve(answer: RequestListener): Promise<string> {
    const server = createServer(answer);
    servers.push(server.listen(0, '127.0.0.1'));
    await once(server, 'listening');
    return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  }
});

/** A token that names an issuer, before anybody has looked at its signature. */
const forgedAs = (iss: string): string =>
  [{ alg: 'ES256', typ: 'at+jwt' }, { iss }, {}]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
