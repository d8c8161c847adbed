import { Client, type Provider } from '../../support/client';
import { CONTACT, constructedGrievance } from '../../support/constructed';
import { claimsOf, forgedToken } from '../../support/forged-token';
import { ParleyProcess } from '../../support/parley-process';
import { recordSnapshot } from '../../support/record-snapshot';
import { refused } from '../../support/refused';
import { wtoCase } from '../../support/wto-case';

const DAY = '2025-02-05';
const SOMEBODY: Readonly<Record<Provider, string>> = { us: 'us-desk', cn: 'cn-desk', secretariat: 'operator' };

interface Line {
  readonly kind: string;
  readonly issuer: string | null;
  readonly fault: string | null;
}

/**
 * The attack of whoever runs one of the three providers, and can sign with its key what he wants: he would speak for
 * the other side, be one of its people, run the system, or be heard as an expert whom nobody appointed.
 */
describe('an issuer that vouches for people of another', () => {
  let parley: ParleyProcess;
  const good = {} as Record<Provider, Record<string, unknown>>;

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: `${DAY}T09:00:00+01:00` });
    for (const [name, user] of Object.entries(SOMEBODY))
      good[name as Provider] = claimsOf((await Client.as(parley.url, user)).token ?? '');
  });
  afterEach(async () => {
    expect(await recordSnapshot(parley.url)).toEqual([]);
  });
  afterAll(() => parley.stop());

  /** Who comes with a token that this provider signed. */
  const vouched = (by: Provider, change: object): Client =>
    Client.withToken(parley.url, forgedToken(parley.dataDir, { ...good[by], ...change }, by));
  /** Every kind of thing that the caller would do with it is refused, and says why. */
  const opensNothing = async (client: Client, fault: string): Promise<void> => {
    const grievance = constructedGrievance(wtoCase(633));
    for (const answer of [
      await client.get('/v1/drafts'),
      await client.get('/v1/operations'),
      await client.get('/v1/parties/US/delegations'),
      await client.post('/v1/cases', { grievance, contact: CONTACT, certification: { digest: '0'.repeat(64) } }),
      await client.post('/v1/operations/rebuilds', { service: 'audit', projection: 'docket' }),
    ]) {
      refused(answer, { status: 401, code: 'token-invalid' });
      expect(answer.headers.get('www-authenticate')).toContain(`error_description="${fault}"`);
    }
  };

  it.each<[Provider, string]>([
    ['us', 'CN'],
    ['cn', 'US'],
    ['secretariat', 'US'],
    ['secretariat', 'CN'],
  ])('does not speak from %s for %s', (by, party) =>
    opensNothing(vouched(by, { party, roles: ['desk'] }), 'party-of-another-issuer'),
  );

  it.each<[Provider, string]>([
    ['us', 'cn-desk'],
    ['us', 'CN-panel-1'],
    ['us', 'us-desk'],
    ['cn', 'us-cohead'],
    ['secretariat', 'us-desk'],
  ])('does not call from %s somebody %s', (by, sub) => opensNothing(vouched(by, { sub }), 'subject-unusable'));

  it('makes of its own people no expert, third party or operator, nor the secretariat a desk of no side', async () => {
    for (const role of ['operator', 'expert', 'third-party'])
      await opensNothing(vouched('us', { roles: [role] }), 'role-of-another-issuer');
    for (const role of ['desk', 'registry', 'panel', 'cohead', 'auditor'])
      await opensNothing(vouched('secretariat', { roles: [role] }), 'role-of-another-issuer');
  });

  it('does not pass for another by its name alone: the other’s own key has to have signed', async () => {
    for (const [by, as] of [
      ['us', 'cn'],
      ['cn', 'secretariat'],
      ['secretariat', 'us'],
    ] as const)
      await opensNothing(Client.withToken(parley.url, forgedToken(parley.dataDir, good[as], by)), 'signature-invalid');
    const iss = `${String(good.us['iss'])}/`;
    await opensNothing(vouched('us', { iss }), 'issuer-unknown');
  });

  it('is somebody else where it calls its own people as another calls his: an operator’s name makes none', async () => {
    const client = vouched('us', { sub: 'operator' });
    expect((await client.get('/v1/operations')).status).toBe(403);
  });

  it('gets no token from another’s provider for a person of its own', async () => {
    for (const [provider, user] of [
      ['cn', 'us-desk'],
      ['us', 'operator'],
      ['secretariat', 'cn-cohead'],
    ] as const) {
      const answer = await fetch(`${parley.url}/oidc/${provider}/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${user}:demo`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
      expect(answer.status).toBe(401);
    }
  });

  it('is named by the log of security events, to the auditors of both sides, with what it tried', async () => {
    for (const user of ['us-auditor', 'cn-auditor']) {
      const auditor = await Client.as(parley.url, user);
      const { items } = await auditor.read<{ readonly items: readonly Line[] }>(`/v1/security-events?day=${DAY}`);
      const tried = items.filter(({ kind }) => kind === 'sign-in-refused').map(({ issuer, fault }) => [issuer, fault]);
      expect(tried).toEqual(
        expect.arrayContaining([
          ['US', 'party-of-another-issuer'],
          ['CN', 'subject-unusable'],
          ['secretariat', 'role-of-another-issuer'],
          ['CN', 'signature-invalid'],
          [null, 'issuer-unknown'],
        ]),
      );
    }
  });
});

describe('a register in which a side names a person of the other', () => {
  let parley: ParleyProcess;

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: `${DAY}T09:00:00+01:00` });
  });
  afterAll(() => parley.stop());

  it('neither lets him act for that side nor keeps him from acting for his own', async () => {
    const as = (user: string): Promise<Client> => Client.as(parley.url, user);
    const register = '/v1/parties/US/delegations/head';
    const head = { personId: 'cn-desk', authority: 'A letter that nobody of China wrote' };
    for (const user of ['us-cohead', 'us-registry']) await (await as(user)).act(register, head);
    const officer = await as('cn-desk');
    expect((await officer.get('/v1/drafts')).status).toBe(200);
    const claims = claimsOf(officer.token ?? '');
    for (const by of ['us', 'cn'] as const) {
      const forBoth = Client.withToken(parley.url, forgedToken(parley.dataDir, { ...claims, party: 'US' }, by));
      expect((await forBoth.get('/v1/drafts')).status).toBe(401);
    }
    // A person of the US whom its issuer calls by the same name has another id, and is not in the register.
    const { url } = parley;
    const ofUs = claimsOf((await as('us-desk')).token ?? '');
    const namesake = Client.withToken(url, forgedToken(parley.dataDir, { ...ofUs, sub: claims['sub'] }, 'us'));
    expect(await namesake.get('/v1/drafts')).toMatchObject({ status: 403, body: { code: 'delegation-not-in-force' } });
  });
});
