import { Client, type Answer } from '../support/client';
import { CONTACT, constructedGrievance } from '../support/constructed';
import { claimsOf, forgedToken } from '../support/forged-token';
import { ParleyProcess } from '../support/parley-process';
import { recordSnapshot } from '../support/record-snapshot';
import { refused } from '../support/refused';
import { wtoCase } from '../support/wto-case';

const grievance = constructedGrievance(wtoCase(633));
const filing = (digest: string) => ({ grievance, contact: CONTACT, certification: { digest } });

describe('what is wrong with a token', () => {
  let parley: ParleyProcess;
  let desk: Client;
  let digest: string;

  beforeAll(async () => {
    parley = await ParleyProcess.start();
    desk = await Client.as(parley.url, 'cn-desk');
    digest = (await desk.act<{ digest: string }>('/v1/grievances/checks', { grievance })).body.digest;
  }, 120_000);
  afterEach(async () => {
    expect(await recordSnapshot(parley.url)).toEqual([]);
  });
  afterAll(() => parley.stop());

  const claims = (): Record<string, unknown> => claimsOf(desk.token ?? '');
  const attempt = (authorization: string): Promise<Answer> =>
    Client.public(parley.url).post('/v1/cases', filing(digest), { headers: { authorization } });
  const forged = (change: object): string => `Bearer ${forgedToken(parley.dataDir, { ...claims(), ...change }, 'cn')}`;

  it('is told apart from a good one, which the forger of these tests can make', async () => {
    const headers = { authorization: forged({}), 'parley-purpose': 'Looking at my drafts' };
    expect((await Client.public(parley.url).get('/v1/drafts', headers)).status).toBe(200);
  });

  it('is that it is missing', async () => {
    refused(await Client.public(parley.url).post('/v1/cases', filing(digest)), {
      status: 401,
      code: 'unauthenticated',
    });
  });

  it('is that its times, its service, its issuer or its person are wrong', async () => {
    const now = Math.floor(Date.now() / 1_000);
    for (const change of [
      { exp: now - 120 },
      { exp: now + 1_200 },
      { iat: undefined },
      { nbf: now + 600 },
      { aud: 'urn:other' },
      { iss: 'https://other.example' },
      { sub: undefined },
      { exp: undefined },
      { party: 'U.S.' },
      { party: 'EU' },
      { party: 'US' },
      { party: undefined },
    ]) {
      refused(await attempt(forged(change)), { status: 401, code: 'token-invalid' });
    }
  });

  it('is that it is altered, unsigned, or no token', async () => {
    const [head = '', , signature = ''] = (desk.token ?? '').split('.');
    const other = Buffer.from(JSON.stringify({ ...claims(), party: 'US' })).toString('base64url');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    for (const value of [
      `Bearer ${head}.${other}.${signature}`,
      `Bearer ${none}.${other}.`,
      'Bearer x',
      'Bearer',
      'Basic Y24tZGVzazpkZW1v',
      'Bearer a b',
    ]) {
      refused(await attempt(value), { status: 401, code: 'token-invalid' });
    }
  });

  it('is that it has no role, or two that one person cannot hold', async () => {
    refused(await attempt(forged({ roles: [] })), { status: 403, code: 'role-required' });
    refused(await attempt(forged({ roles: ['desk', 'registry'] })), {
      status: 403,
      code: 'two-capacities',
      rule: 'I-05',
    });
  });

  it('is that it names a party that is neither of the two: it opens nothing of theirs, whatever its role', async () => {
    for (const role of ['desk', 'registry', 'panel', 'cohead', 'auditor']) {
      const other = Client.withToken(
        parley.url,
        forgedToken(parley.dataDir, { ...claims(), party: 'EU', roles: [role] }, 'cn'),
      );
      for (const path of [
        '/v1/hotline',
        '/v1/rosters/US/members',
        '/v1/rosters/CN/duty-rosters',
        '/v1/parties/US/delegations',
      ])
        refused(await other.get(path), { status: 401, code: 'token-invalid' });
    }
  });
});
