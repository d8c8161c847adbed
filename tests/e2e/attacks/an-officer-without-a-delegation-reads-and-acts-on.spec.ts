import { actRoutesOf, readDocument, routesOf, type ApiDocument } from '../../support/api-document';
import { Client, type Answer } from '../../support/client';
import { constructedGrievance } from '../../support/constructed';
import { everythingReadBy } from '../../support/what-is-read';
import { wtoCase } from '../../support/wto-case';
import { Dispute } from '../disputes/dispute';

interface Register {
  readonly delegations: readonly { readonly id: string; readonly personId: string; readonly endsAt: string | null }[];
}

const HEAD = { personId: 'us-desk', authority: 'Letter of the Trade Representative of 3 February 2025' };

/**
 * The attack of an officer who was called back: the token lasts, so it reads what its side reads, and acts in its name
 * where nobody looks, in the registry or as co-head as well as at the desk.
 */
describe('an officer without a delegation who reads and acts on', () => {
  let dispute: Dispute;
  let document: ApiDocument;

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '78');
    document = await readDocument(dispute.url);
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
  });
  afterAll(() => dispute.end());

  const name = (user: string, body: object) => dispute.as(user).post<Register>('/v1/parties/US/delegations/head', body);
  const parts = () => ({ caseId: [dispute.id], n: ['1'], party: ['US', 'CN'], docketNumber: ['CN-2025-0001'] });
  const codeOf = (text: string) => (JSON.parse(text) as { code?: string }).code;

  it('cannot be had by the other side, which names nobody’s head, nor by a desk that names itself', async () => {
    for (const user of ['cn-cohead', 'cn-registry'])
      expect((await name(user, HEAD)).body).toMatchObject({ status: 403, code: 'not-own-register' });
    expect((await name('us-desk', HEAD)).body).toMatchObject({ status: 403, code: 'role-required' });
    expect(
      (await dispute.as('us-desk').post('/v1/parties/US/delegations', { ...HEAD, scope: 'head' })).body,
    ).toMatchObject({ status: 409, code: 'no-head-of-delegation' });
  });

  it('is let do nothing from the first delegation on, which the co-head and the registry officer record', async () => {
    for (const user of ['us-cohead', 'us-registry']) expect((await name(user, HEAD)).status).toBe(201);
    await dispute.settle();
    const other = await Client.as(dispute.url, 'us-desk-2');
    const roles = new Map(routesOf(document).map(({ method, path, operation }) => [`${method} ${path}`, operation]));
    const said = await everythingReadBy(other, document, parts());
    const open = said.filter(({ path, status, text }) => {
      const route = [...roles].find(([key]) => matches(key, path));
      return route?.[1]['x-public'] !== true && !(status === 403 && codeOf(text) === 'delegation-not-in-force');
    });
    // Routes of other roles are refused before that.
    expect(open.filter(({ status }) => status !== 403).map(({ path, status }) => `${path}: ${String(status)}`)).toEqual(
      [],
    );
    expect(said.filter(({ status }) => status === 403).length).toBeGreaterThan(20);
    const acts = actRoutesOf(document).filter(({ operation }) => operation['x-roles']?.includes('desk'));
    const done: string[] = [];
    for (const { method, path } of acts) {
      const answer: Answer<{ code?: string }> = await other.send(
        method,
        path
          .replace('{caseId}', dispute.id)
          .replace('{party}', 'US')
          .replace(/\{\w+\}/g, '1'),
        '{}',
        { headers: { 'content-type': 'application/json' } },
      );
      if (answer.body.code !== 'delegation-not-in-force') done.push(`${method} ${path}: ${String(answer.body.code)}`);
    }
    expect(done).toEqual([]);
  });

  it('is not had by a token for the public routes either: it reads there what everybody reads', async () => {
    const other = await Client.as(dispute.url, 'us-desk-2');
    for (const path of [dispute.path('exhibits'), '/v1/outages'])
      expect((await other.get(path)).body).toEqual((await Client.public(dispute.url).get(path)).body);
  });

  it('leaves the other side as it was, which has no register', async () => {
    for (const user of ['cn-desk', 'cn-cohead', 'cn-registry'])
      expect((await dispute.as(user).get(`/v1/cases/${dispute.id}`)).status).toBe(200);
    expect((await dispute.as('cn-desk').get(dispute.path('letters'))).status).toBe(200);
  });

  it('ends with the delegation: an officer whom the head records reads until the head ends it', async () => {
    const recorded = await dispute
      .as('us-desk')
      .act<Register>('/v1/parties/US/delegations', { ...HEAD, personId: 'us-desk-2', scope: 'desk' });
    await dispute.settle();
    const officer = await Client.as(dispute.url, 'us-desk-2');
    const paths = ['', '/panel', '/referral', '/exhibits', '/history'].map((part) => `/v1/cases/${dispute.id}${part}`);
    for (const path of paths) expect({ path, status: (await officer.get(path)).status }).toEqual({ path, status: 200 });
    const { id } = recorded.body.delegations.find(({ personId }) => personId === 'us-desk-2') ?? { id: '' };
    await dispute.as('us-desk').act(`/v1/parties/US/delegations/${id}/end`);
    await dispute.settle();
    for (const path of paths.filter((each) => !each.endsWith('/exhibits')))
      expect((await officer.get<{ code: string }>(path)).body.code).toBe('delegation-not-in-force');
  });

  it('does not outlive a head who is lost: the same two name another', async () => {
    const { delegations } = await dispute.as('us-desk').read<Register>('/v1/parties/US/delegations');
    const replaces = delegations.find(({ personId, endsAt }) => personId === 'us-desk' && endsAt === null)?.id;
    const next = { ...HEAD, personId: 'us-desk-2', replaces };
    expect((await name('us-cohead', { ...next, replaces: undefined })).body).toMatchObject({ code: 'head-in-force' });
    for (const user of ['us-registry', 'us-cohead']) expect((await name(user, next)).status).toBe(201);
    await dispute.settle();
    const [former, head] = [dispute.as('us-desk'), await Client.as(dispute.url, 'us-desk-2')];
    expect((await former.get(`/v1/cases/${dispute.id}`)).status).toBe(403);
    expect((await head.get(`/v1/cases/${dispute.id}`)).status).toBe(200);
  });
});

/** Whether a path is one of a route: each part in braces stands for one part. */
const matches = (key: string, path: string): boolean =>
  new RegExp(
    `^GET ${key
      .slice(4)
      .replace(/[.]/g, '\\.')
      .replace(/\{\w+\}/g, '[^/]+')}$`,
  ).test(`GET ${path}`) && key.startsWith('GET ');
