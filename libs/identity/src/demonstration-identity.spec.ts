import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
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

const PROVIDERS = ['us', 'cn', 'secretariat'];
const providerOf = (user: string): string => PROVIDERS.find((name) => user.startsWith(`${name}-`)) ?? 'secretariat';

describe('the demonstration identity', () => {
  let keysDir: string;
  let server: FastifyInstance;
  let identity: DemonstrationIdentity;

  const make = () =>
    createDemonstrationIdentity({ publicUrl: 'http://127.0.0.1:3000', keysDir, parties, production: false });
  const ask = (user: string, secret = 'demo', provider = providerOf(user)) =>
    server.inject({
      method: 'POST',
      url: `/oidc/${provider}/token`,
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
      identity.users.filter(({ of }) => of === party).map(({ subject, roles }) => `${subject}:${roles.join()}`);
    expect(offices('US')).toEqual(offices('CN'));
    expect(offices('US').filter((office) => office.endsWith(':desk'))).toHaveLength(2);
    expect(demonstrationRoster('CN' as PartyCode)).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `cn-panel-${String(number)}`),
    );
  });

  it('gives each user a token that says who, for which side and in which roles', async () => {
    for (const { id, of, roles } of identity.users) {
      const party = of === 'secretariat' ? null : of;
      expect(await identity.tokens.verify(await tokenOf(id))).toEqual({ kind: 'person', personId: id, party, roles });
    }
  });

  it('gives nobody a token for a wrong secret', async () => {
    expect((await ask('us-desk', 'wrong')).statusCode).toBe(401);
    expect((await ask('nobody')).statusCode).toBe(401);
  });

  it('gives nobody a token but by the provider that vouches for the person', async () => {
    const others = PROVIDERS.flatMap((provider) =>
      identity.users.filter(({ id }) => providerOf(id) !== provider).map(({ id }) => ask(id, 'demo', provider)),
    );
    expect(new Set((await Promise.all(others)).map(({ statusCode }) => statusCode))).toEqual(new Set([401]));
  });

  it.each(PROVIDERS)('publishes where the endpoints and keys of %s are, without the private part', async (provider) => {
    const discovery = (
      await server.inject({
        url: `/oidc/${provider}/.well-known/openid-configuration`,
        headers: { host: '127.0.0.1:3000' },
      })
    ).json<Record<string, unknown>>();
    expect(discovery).toMatchObject({
      issuer: `http://127.0.0.1:3000/oidc/${provider}`,
      token_endpoint: `http://127.0.0.1:3000/oidc/${provider}/token`,
      jwks_uri: `http://127.0.0.1:3000/oidc/${provider}/jwks`,
    });
    const { keys } = (await server.inject({ url: `/oidc/${provider}/jwks` })).json<{
      keys: Record<string, unknown>[];
    }>();
    expect(keys.map((key) => [key['kty'], key['d']])).toEqual([['EC', undefined]]);
  });

  it('knows its tokens again after a restart, by keys that their owner alone can read, one for each', async () => {
    const token = await tokenOf('cn-desk');
    expect(await make().tokens.verify(token)).toMatchObject({ personId: 'cn-desk' });
    const files = PROVIDERS.map((name) => join(keysDir, `demonstration-provider-${name}.jwk`));
    expect(files.map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o600, 0o600]);
    expect(new Set(files.map((file) => readFileSync(file, 'utf8'))).size).toBe(3);
  });

  it('prints the command that gets a token', () => {
    const start = 'curl -sS -u us-desk:demo -d grant_type=client_credentials';
    expect(identity.tokenCommand('us-desk')).toBe(`${start} http://127.0.0.1:3000/oidc/us/token`);
    expect(identity.tokenCommand('expert-2')).toMatch(/oidc\/secretariat\/token$/);
  });

  it('is refused in production, with what to do instead', () => {
    expect(() =>
      createDemonstrationIdentity({ publicUrl: 'https://parley.example', keysDir, parties, production: true }),
    ).toThrow(/refused in production.*an OpenID issuer of each side/);
  });
});
