import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PartyCode } from '@parley/kernel';
import { fastify, type FastifyInstance } from 'fastify';
import { createDemonstrationIdentity, type DemonstrationIdentity } from './demonstration-identity';
import { demonstrationRoster } from './demonstration-users';

const parties = [
  { code: 'US' as PartyCode, name: { en: 'United States', 'zh-Hans': '美国' } },
  { code: 'CN' as PartyCode, name: { en: 'China', 'zh-Hans': '中国' } },
];

describe('the demonstration identity', () => {
  let keysDir: string;
  let server: FastifyInstance;
  let identity: DemonstrationIdentity;

  const make = () =>
    createDemonstrationIdentity({ issuer: 'http://127.0.0.1:3000/oidc', keysDir, parties, production: false });
  const ask = (user: string, secret = 'demo') =>
    server.inject({
      method: 'POST',
      url: '/oidc/token',
      headers: {
        authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'grant_type=client_credentials',
    });
  const tokenOf = async (user: string) => (await ask(user)).json<{ access_token: string }>().access_token;

  beforeAll(() => {
    keysDir = mkdtempSync(join(tmpdir(), 'parley-identity-'));
    identity = make();
    server = fastify();
    identity.mount(server);
  });
  afterAll(async () => {
    await server.close();
    rmSync(keysDir, { recursive: true });
  });

  it('has everybody whom a case needs, on both sides alike', () => {
    const offices = (party: string) =>
      identity.users.filter((user) => user.party === party).map(({ id, roles }) => `${id.slice(3)}:${roles.join()}`);
    expect(offices('US')).toEqual(offices('CN'));
    expect(offices('US').filter((office) => office.endsWith(':desk'))).toHaveLength(2);
    expect(demonstrationRoster('CN')).toEqual([1, 2, 3, 4, 5, 6].map((number) => `cn-panel-${String(number)}`));
  });

  it('gives each user a token that says who, for which side and in which roles', async () => {
    for (const { id, party = null, roles } of identity.users) {
      expect(await identity.tokens.verify(await tokenOf(id))).toEqual({ kind: 'person', personId: id, party, roles });
    }
  });

  it('gives nobody a token for a wrong secret', async () => {
    expect((await ask('us-desk', 'wrong')).statusCode).toBe(401);
    expect((await ask('nobody')).statusCode).toBe(401);
  });

  it('publishes where its endpoints and keys are, without the private part', async () => {
    const discovery = (
      await server.inject({ url: '/oidc/.well-known/openid-configuration', headers: { host: '127.0.0.1:3000' } })
    ).json<Record<string, unknown>>();
    expect(discovery).toMatchObject({
      issuer: 'http://127.0.0.1:3000/oidc',
      token_endpoint: 'http://127.0.0.1:3000/oidc/token',
    });
    const { keys } = (await server.inject({ url: '/oidc/jwks' })).json<{ keys: Record<string, unknown>[] }>();
    expect(keys.map((key) => [key['kty'], key['d']])).toEqual([['EC', undefined]]);
  });

  it('knows its tokens again after a restart, by a key that its owner alone can read', async () => {
    const token = await tokenOf('cn-desk');
    expect(await make().tokens.verify(token)).toMatchObject({ personId: 'cn-desk' });
    expect(statSync(join(keysDir, 'demonstration-provider.jwk')).mode & 0o777).toBe(0o600);
  });

  it('prints the command that gets a token', () => {
    expect(identity.tokenCommand('us-desk')).toBe(
      'curl -s -u us-desk:demo -d grant_type=client_credentials http://127.0.0.1:3000/oidc/token',
    );
  });

  it('is refused in production, with what to do instead', () => {
    expect(() =>
      createDemonstrationIdentity({ issuer: 'https://parley.example/oidc', keysDir, parties, production: true }),
    ).toThrow(/refused in production.*PARLEY_OIDC_ISSUER/);
  });
});
