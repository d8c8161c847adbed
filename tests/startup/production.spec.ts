import { adoptRules } from '../support/adopt-rules';
import { Client } from '../support/client';
import { constructedGrievance } from '../support/constructed';
import { fileGrievance } from '../support/file-grievance';
import { ParleyProcess } from '../support/parley-process';
import { startStubIssuer, type StubIssuer } from '../support/stub-issuer';
import { wtoCase } from '../support/wto-case';

const AUDIENCE = 'https://parley.example';

describe('in production, with another issuer', () => {
  let issuer: StubIssuer;
  let parley: ParleyProcess;

  beforeAll(async () => {
    issuer = await startStubIssuer(AUDIENCE);
    parley = await ParleyProcess.start({
      env: { PARLEY_MODE: 'production', PARLEY_OIDC_ISSUER: issuer.issuer, PARLEY_OIDC_AUDIENCE: AUDIENCE },
    });
  });
  afterAll(async () => {
    await parley.stop();
    issuer.stop();
  });

  const as = (claims: object): Client => Client.withToken(parley.url, issuer.token(claims));

  it('who has a token of that issuer files, once both co-heads have adopted the rules', async () => {
    await adoptRules(
      ['US', 'CN'].map((party) => as({ sub: `${party}-head`, party, roles: ['cohead'] })),
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

  it('a token for another audience is refused', async () => {
    expect(
      (await as({ sub: 'officer-7', party: 'CN', roles: ['desk'], aud: 'https://other.example' }).get('/v1/drafts'))
        .status,
    ).toBe(401);
  });

  it('there are no demonstration users, and no clock to move', async () => {
    await expect(Client.as(parley.url, 'cn-desk')).rejects.toThrow(/no token for cn-desk/);
    expect((await Client.public(parley.url).get('/oidc/.well-known/openid-configuration')).status).toBe(404);
    expect((await Client.public(parley.url).get('/v1/demonstration-clock')).status).toBe(404);
    expect(
      (await as({ sub: 'o', roles: ['operator'] }).post('/v1/demonstration-clock', { to: '2030-01-01T00:00:00Z' }))
        .status,
    ).toBe(404);
  });
});
