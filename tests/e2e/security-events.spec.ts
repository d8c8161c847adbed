import { constructedGrievance } from '../support/constructed';
import { Client } from '../support/client';
import { ParleyProcess } from '../support/parley-process';
import { wtoCase } from '../support/wto-case';

interface Line {
  readonly kind: string;
  readonly personId: string | null;
  readonly party: string | null;
  readonly method: string;
  readonly route: string;
  readonly outcome: string;
  readonly count: number;
}
interface Events {
  readonly items: readonly Line[];
  readonly more: boolean;
  readonly away: readonly string[];
}

const PATH = '/v1/security-events';
const SECRET = 'a-secret-that-is-nowhere';
const FLOOD = 300;

describe('the log of security events', () => {
  let parley: ParleyProcess;

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: '2025-02-05T09:00:00+01:00' });
  });
  afterAll(() => parley.stop());

  const as = (user: string) => Client.as(parley.url, user);
  const seenOf = async (auditor: Client) => (await auditor.read<Events>(`${PATH}?day=2025-02-05`)).items;
  const seenBy = async (user: string) => seenOf(await as(user));
  const line = (kind: string, outcome: string, more: Partial<Line> = {}) =>
    expect.objectContaining({ kind, outcome, ...more }) as unknown;

  it('has whom a right was refused, by which route and why, and not what stood in the request', async () => {
    const desk = await as('us-desk');
    expect((await desk.post('/v1/operations/rebuilds', { service: SECRET, projection: SECRET })).status).toBe(403);
    expect((await desk.get(`${PATH}?day=${SECRET}`)).status).toBe(403);
    const seen = await seenBy('us-auditor');
    const by = { personId: 'us-desk', party: 'US', count: 1 };
    expect(seen).toEqual(
      expect.arrayContaining([
        line('refused', 'role-required', { ...by, method: 'POST', route: '/v1/operations/rebuilds' }),
        line('refused', 'role-required', { ...by, method: 'GET', route: PATH }),
      ]),
    );
    expect(JSON.stringify(seen)).not.toContain(SECRET);
  });

  it('is for auditors alone, and tells those of the other side nothing of one’s own people', async () => {
    expect((await seenBy('cn-auditor')).filter(({ party }) => party === 'US')).toEqual([]);
    for (const user of ['us-desk', 'us-cohead', 'operator'])
      expect((await (await as(user)).get<{ code: string }>(PATH)).body.code).toBe('role-required');
    expect((await Client.public(parley.url).get(PATH)).status).toBe(401);
  });

  it('has each act of an operator, and each deletion, with the person', async () => {
    const operator = await as('operator');
    await operator.act('/v1/operations/rebuilds', { service: 'audit', projection: 'docket' });
    const desk = await as('cn-desk');
    const { id } = (await desk.act<{ id: string }>('/v1/drafts', { grievance: constructedGrievance(wtoCase(633)) }))
      .body;
    expect((await desk.send('DELETE', `/v1/drafts/${id}`, undefined, {})).status).toBe(204);
    const route = '/v1/operations/rebuilds';
    const done = line('operator', 'done', { personId: 'operator', party: null, method: 'POST', route, count: 1 });
    const deleted = line('deletion', 'done', { personId: 'cn-desk', method: 'DELETE', route: '/v1/drafts/:draftId' });
    expect(await seenBy('cn-auditor')).toEqual(expect.arrayContaining([done, deleted]));
    expect(await seenBy('us-auditor')).toEqual(expect.arrayContaining([done]));
    expect(await seenBy('us-auditor')).not.toEqual(expect.arrayContaining([deleted]));
  });

  it('counts a flood of refused sign-ins in a few lines, without the tokens', async () => {
    const auditor = await as('us-auditor');
    const before = (await seenOf(auditor)).length;
    const client = Client.withToken(parley.url, SECRET);
    const refused = await fetch(`${parley.url}/oidc/us/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`us-desk:${SECRET}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    expect(refused.status).toBe(401);
    for (let n = 0; n < FLOOD; n += 1) await client.get('/v1/cases');
    const seen = await seenOf(auditor);
    expect(seen).toEqual(
      expect.arrayContaining([line('sign-in-refused', 'token-refused', { route: '/oidc/us/token' })]),
    );
    expect(seen.filter(({ outcome, route }) => outcome === 'token-invalid' && route === '/v1/cases')).toEqual([
      line('sign-in-refused', 'token-invalid', { personId: null, party: null, count: FLOOD }),
    ]);
    expect(seen.length).toBeLessThan(before + 10);
    expect(JSON.stringify(seen)).not.toContain(SECRET);
  });
});
