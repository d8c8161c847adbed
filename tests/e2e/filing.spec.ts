import { words } from '../support/cases-under-review';
import { Client } from '../support/client';
import { CONTACT, constructedGrievance } from '../support/constructed';
import { fileGrievance } from '../support/file-grievance';
import { ParleyProcess } from '../support/parley-process';
import { listPanelists } from '../support/rosters';
import { wtoCase } from '../support/wto-case';

interface Case {
  readonly id: string;
  readonly status: string;
  readonly docketNumber: string | null;
  readonly receipt: {
    readonly number: string;
    readonly jws: string;
    readonly warnings: readonly {
      readonly code: string;
      readonly case: string | null;
      readonly party: string | null;
    }[];
  };
  readonly deadlines: readonly { readonly id: string; readonly dueAt: string }[];
}

/** On the day on which DS633 was filed. */
const START = '2025-02-03T09:00:00+01:00';

describe('a filing', () => {
  let parley: ParleyProcess;
  let chinaDesk: Client;
  let usDesk: Client;
  let registry: Client;
  let operator: Client;
  let outsider: Client;
  const grievance = constructedGrievance(wtoCase(633));

  beforeAll(async () => {
    parley = await ParleyProcess.start({ clock: START, env: { PARLEY_HOSTILE_SEED: '633' } });
    [chinaDesk, usDesk, registry, operator, outsider] = (await Promise.all(
      (['cn-desk', 'us-desk', 'us-registry', 'operator', 'us-outsider'] as const).map((user) =>
        Client.as(parley.url, user),
      ),
    )) as [Client, Client, Client, Client, Client];
  });
  afterAll(() => parley.stop());

  const moveTo = (to: string) => operator.act<{ expiries: readonly string[] }>('/v1/demonstration-clock', { to });

  /** A docket number names a case in every path, for reading as for acting, in whatever service. */
  const names = async (id: string): Promise<void> => {
    const letter = { addressing: 'everybody', subject: 'Talks', text: words('We are ready to talk.') };
    const sent = await chinaDesk.act<{ items: readonly { id: string }[] }>('/v1/cases/CN-2025-0001/letters', letter);
    expect(await registry.read(`/v1/cases/${id}/letters`)).toEqual(sent.body);
    for (const part of [
      '',
      '/panel',
      '/exhibits',
      '/referral',
      '/history/state?asOf=2025-02-06T09:30:00Z',
      '?asOf=2025-02-06T09:30:00Z',
    ])
      expect(await registry.read(`/v1/cases/CN-2025-0001${part}`)).toEqual(
        await registry.read(`/v1/cases/${id}${part}`),
      );
    type Inbox = { readonly items: readonly object[] };
    const inbox = await usDesk.read<Inbox>('/v1/inbox?case=CN-2025-0001');
    expect(inbox.items).toEqual((await usDesk.read<Inbox>(`/v1/inbox?case=${id}`)).items);
    expect(inbox.items).not.toEqual([]);
    const asked = { grade: 'routine', caseId: 'CN-2025-0001', subject: words('We call.') };
    expect((await chinaDesk.act('/v1/hotline', asked)).body).toMatchObject({ caseId: id });
    const nobodys = await chinaDesk.post('/v1/hotline', { ...asked, caseId: 'CN-2025-0002' });
    expect(nobodys.body).toMatchObject({ code: 'not-found' });
    const malformed = await chinaDesk.post('/v1/hotline', { ...asked, caseId: 'CN-25-1' });
    expect(malformed.body).toMatchObject({ errors: [{ path: '/caseId', code: 'names-no-case' }] });
    expect((await Client.public(parley.url).get('/v1/cases/CN-2025-0001')).status).toBe(401);
    for (const [number, code] of [
      ['CN-2025-0002', 'not-found'],
      ['US-2025-0001', 'not-found'],
      ['CN-25-1', 'malformed-id'],
    ] as const)
      expect((await registry.get(`/v1/cases/${number}`)).body).toMatchObject({ code });
  };

  /** Nobody is on a roster yet. Then China's is full, and the other desk sends the same text once more. */
  const warns = async ({ id, receipt }: Case): Promise<void> => {
    expect(receipt.warnings).toMatchObject([
      { code: 'roster-short', case: null, party: 'CN' },
      { code: 'roster-short', case: null, party: 'US' },
    ]);
    await listPanelists(parley.url, 'CN', [1, 2, 3, 4, 5, 6]);
    const asked = { grievance, contact: CONTACT };
    await moveTo('2025-02-04T15:00:00+01:00');
    const expected = [
      { code: 'same-text-filed', case: id, party: null },
      { code: 'roster-short', case: null, party: 'US' },
    ];
    const check = await chinaDesk.act<{ warnings: Case['receipt']['warnings'] }>('/v1/grievances/checks', asked);
    expect(check.body).toMatchObject({ complete: true, warnings: expected });
    const twice = (await fileGrievance(chinaDesk, grievance, 'ds633 once more')).body as Case;
    expect(twice.receipt.warnings).toEqual(check.body.warnings);
    await chinaDesk.act(`/v1/cases/${twice.id}/withdrawal`);
  };

  it('goes from a draft to the docket', async () => {
    const draft = await chinaDesk.act<{ id: string }>('/v1/drafts', { grievance: { ...grievance, remedy: [] } });
    expect((await usDesk.get(`/v1/drafts/${draft.body.id}`)).status).toBe(404);
    const check = await chinaDesk.act('/v1/grievances/checks', { grievance: { ...grievance, remedy: [] } });
    expect(check.body).toMatchObject({
      complete: false,
      defects: [{ code: 'remedy-missing' }, { code: 'contact-missing' }],
    });

    await moveTo('2025-02-04T10:00:00+01:00');
    await chinaDesk.send('PUT', `/v1/drafts/${draft.body.id}`, JSON.stringify({ grievance }), {
      headers: { 'content-type': 'application/json', 'idempotency-key': 'the whole draft' },
    });
    const { digest } = (await chinaDesk.act<{ digest: string }>('/v1/grievances/checks', { grievance })).body;
    const filing = { contact: CONTACT, certification: { digest } };
    const filesDraft = { path: `/v1/drafts/${draft.body.id}/filing`, key: { key: 'ds633' } };
    expect((await usDesk.post(filesDraft.path, filing)).status).toBe(404);
    const uncertified = {
      ...filing,
      certification: { digest: digest.replace(/^./, (first) => (first === 'a' ? 'b' : 'a')) },
    };
    expect(await chinaDesk.post(filesDraft.path, uncertified)).toMatchObject({
      status: 422,
      body: { code: 'certification-digest-differs', errors: [{ path: '/certification/digest' }] },
    });
    const filed = await chinaDesk.act(filesDraft.path, filing, filesDraft.key);
    const { id } = filed.body as Case;
    expect(filed).toMatchObject({
      status: 201,
      etag: '"0"',
      body: { status: 'filed', arrivesOn: '2025-02-05', docketNumber: null },
    });
    expect(filed.headers.get('location')).toBe(`/v1/cases/${id}`);

    const again = await chinaDesk.act(filesDraft.path, filing, filesDraft.key);
    expect((again.body as Case).receipt).toEqual((filed.body as Case).receipt);
    expect((await chinaDesk.send('DELETE', `/v1/drafts/${draft.body.id}`, undefined)).status).toBe(204);
    const discarded = await chinaDesk.act(filesDraft.path, filing, filesDraft.key);
    expect((discarded.body as Case).receipt).toEqual((filed.body as Case).receipt);
    expect((await chinaDesk.post(filesDraft.path, filing, { key: 'another' })).status).toBe(404);
    await warns(filed.body as Case);
    const malformed = await chinaDesk.post(filesDraft.path, { certification: {} }, filesDraft.key);
    expect(malformed.status).toBe(422);
    const reused = await chinaDesk.post(filesDraft.path, { certification: { digest } }, filesDraft.key);
    expect(reused).toMatchObject({ status: 409, body: { code: 'idempotency-key-reused', rule: 'I-28' } });

    expect(await usDesk.read(`/v1/cases/${id}`)).toMatchObject({ status: 'filed' });
    expect((await outsider.get(`/v1/cases/${id}`)).body).toMatchObject({ code: 'not-found' });
    expect((await usDesk.post(`/v1/cases/${id}/completeness`, { finding: 'complete' })).status).toBe(403);

    await moveTo('2025-02-06T10:00:00+01:00');
    await registry.act(`/v1/cases/${id}/completeness`, { finding: 'complete' });
    await moveTo('2025-02-06T11:00:00+01:00');
    // At once, by its number, while the registration is on its way to the docket.
    expect(await usDesk.read('/v1/cases/CN-2025-0001')).toMatchObject({ id, status: 'registered' });
    const registered = await chinaDesk.read<Case>(`/v1/cases/${id}`);
    expect(registered).toMatchObject({
      status: 'registered',
      docketNumber: 'CN-2025-0001',
      exchange: { stage: 'awaiting-reply' },
    });
    expect(registered.deadlines.map(({ id }) => id)).toEqual(['reply', 'long-stop']);
    expect(await Client.public(parley.url).read('/v1/docket')).toMatchObject({
      items: [{ docketNumber: 'CN-2025-0001' }],
    });

    await names(id);
    const moved = await moveTo('2025-07-08T10:00:00+02:00');
    expect(moved.body.expiries).toContain('2025-02-21T16:00:00.000Z');
    expect(await usDesk.read(`/v1/cases/${id}`)).toMatchObject({
      status: 'ended',
      outcome: 'no-panel',
      exchange: { unanswered: true },
    });
    expect(await chinaDesk.read(`/v1/cases/${id}?asOf=2025-02-07T00:00:00Z`)).toEqual(registered);

    const auditor = await Client.as(parley.url, 'us-auditor');
    const reads = await auditor.read<{ items: readonly { personId: string; subject: string }[] }>(
      `/v1/cases/${id}/reads`,
    );
    const read = (personId: string) => ({ personId, subject: 'case', what: 'particulars', tier: 'PARTIES' });
    const ofDesks = reads.items.filter(({ personId, subject }) => personId !== 'us-registry' && subject === 'case');
    expect(ofDesks).toMatchObject(['cn-desk', 'us-desk', 'cn-desk', 'us-desk', 'us-desk'].map(read));
    // A desk sees its own people by name, and of others that they read.
    const own = await usDesk.read<{ items: readonly { personId: string | null; party: string }[] }>(
      `/v1/cases/${id}/reads`,
    );
    expect(new Set(own.items.filter(({ party }) => party === 'US').map(({ personId }) => personId))).toEqual(
      new Set(['us-desk', 'us-registry', 'us-auditor']),
    );
    expect(new Set(own.items.filter(({ party }) => party === 'CN').map(({ personId }) => personId))).toEqual(
      new Set([null]),
    );
    expect((await operator.get(`/v1/cases/${id}/reads`)).status).toBe(403);
  });
});
