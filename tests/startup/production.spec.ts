import { adoptRules } from '../support/adopt-rules';
import { Client, type Provider } from '../support/client';
import { constructedGrievance } from '../support/constructed';
import { fileGrievance } from '../support/file-grievance';
import { ParleyProcess } from '../support/parley-process';
import { type Claims, startStubIssuers, type StubIssuers } from '../support/stub-issuers';
import { wtoCase } from '../support/wto-case';

const AUDIENCE = 'https://parley.example';

describe('in production, with issuers of others', () => {
  let issuers: StubIssuers;
  let parley: ParleyProcess;

  beforeAll(async () => {
    issuers = await startStubIssuers(AUDIENCE);
    parley = await ParleyProcess.start({
      env: { PARLEY_MODE: 'production', ...issuers.settings },
    });
  });
  afterAll(async () => {
    await parley.stop();
    issuers.stop();
  });

  const as = (claims: Claims, by?: Provider): Client => Client.withToken(parley.url, issuers.token(claims, by));

  it('who has a token of its side’s issuer files, once both co-heads have adopted the rules', async () => {
    await adoptRules(
      ['US', 'CN'].map((party) => as({ sub: 'head', party, roles: ['cohead'] })),
      '2026-1',
    );
    const filed = await fileGrievance(
      as({ sub: 'officer-7', party: 'CN', roles: ['desk'] }),
      constructedGrievance(wtoCase(633)),
    );
    expect(filed).toMatchObject({
      status: 201,
      body: { status: 'filed', parties: { complainant: 'CN', respondent: 'US' } },
    });
  });

  it('a token of one side’s issuer opens nothing of the other’s, nor of the secretariat', async () => {
    for (const [claims, by] of [
      [{ sub: 'officer-7', party: 'CN', roles: ['desk'] }, 'us'],
      [{ sub: 'officer-7', party: 'US', roles: ['desk'] }, 'secretariat'],
      [{ sub: 'cn-officer-7', party: 'US', roles: ['desk'] }, 'us'],
      [{ sub: 'o', party: 'US', roles: ['operator'] }, 'us'],
    ] as const)
      expect((await as(claims, by).get('/v1/drafts')).status).toBe(401);
  });

  it('anybody finds there who gives tokens to whom', async () => {
    const parties = await Client.public(parley.url).read<{
      readonly items: readonly { readonly code: string; readonly issuer: { readonly tokenEndpoint: string } }[];
      readonly secretariat: { readonly issuer: string };
      readonly audience: string;
    }>('/v1/parties');
    const { PARLEY_OIDC_US_ISSUER: us, PARLEY_OIDC_CN_ISSUER: cn } = issuers.settings;
    expect(parties).toMatchObject({
      items: [
        { code: 'US', issuer: { of: 'US', issuer: us, tokenEndpoint: `${us ?? ''}/token` } },
        { code: 'CN', issuer: { of: 'CN', issuer: cn, tokenEndpoint: `${cn ?? ''}/token` } },
      ],
      secretariat: { of: 'secretariat', issuer: issuers.settings['PARLEY_OIDC_SECRETARIAT_ISSUER'] },
      audience: AUDIENCE,
    });
  });

  it('a token for another audience is refused', async () => {
    expect(
      (await as({ sub: 'officer-7', party: 'CN', roles: ['desk'], aud: 'https://other.example' }).get('/v1/drafts'))
        .status,
    ).toBe(401);
  });

  it('there are no demonstration users, and no clock to move', async () => {
    await expect(Client.as(parley.url, 'cn-desk')).rejects.toThrow(/no token for cn-desk/);
    expect((await Client.public(parley.url).get('/oidc/cn/.well-known/openid-configuration')).status).toBe(404);
    expect((await Client.public(parley.url).get('/v1/demonstration-clock')).status).toBe(404);
    expect(
      (await as({ sub: 'o', roles: ['operator'] }).post('/v1/demonstration-clock', { to: '2030-01-01T00:00:00Z' }))
        .status,
    ).toBe(404);
  });
});
