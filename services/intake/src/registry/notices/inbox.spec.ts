import { panelReview, tell } from '@parley/contracts';
import type { CaseId, Instant } from '@parley/kernel';
import { recordedEvent } from '@parley/testing';
import { IntakeApp } from '../../intake-app.fixture';

interface Shown {
  readonly id: string;
  readonly case: string;
  readonly heading: { readonly en: string; readonly 'zh-Hans': string };
  readonly of: { readonly event: string };
  readonly document: { readonly kind: string; readonly readAt: string } | null;
  readonly starts: readonly { readonly id: string }[];
  readonly digest: string;
  readonly services: readonly {
    readonly party: string;
    readonly sentAt: string;
    readonly deliveredAt: string | null;
    readonly retrievedAt: string | null;
    readonly retrievedBy: string | null;
  }[];
}
interface Page {
  readonly items: readonly Shown[];
  readonly next: string | null;
}

describe('the inboxes of both sides', () => {
  let intake: IntakeApp;
  let caseId: CaseId;
  const inbox = async (who: string, query = ''): Promise<readonly Shown[]> =>
    (await intake.get(`/v1/inbox${query}`, who)).json<Page>().items;
  const unretrieved = async (who: string) =>
    (await intake.get('/v1/inbox/count', who)).json<{ unretrieved: number }>().unretrieved;
  const codeOf = (answer: Awaited<ReturnType<IntakeApp['post']>>) => answer.json<{ code?: string }>().code;

  beforeEach(async () => {
    intake = await IntakeApp.start();
    caseId = await intake.registeredCase();
    await intake.service.idle();
  });
  afterEach(() => intake.stop());

  it('hold the same notices, sent at the same instants and delivered (I-06, I-58)', async () => {
    const [us, cn] = [await inbox('us-desk'), await inbox('cn-desk')];
    expect(us).toEqual(cn);
    expect(us.map(({ of }) => of.event).toSorted()).toEqual([
      'CaseRegistered',
      'GrievanceFiled',
      'GrievanceFoundComplete',
      'GrievanceServed',
    ]);
    for (const { services, heading } of us) {
      expect(services.map(({ party }) => party)).toEqual(['CN', 'US']);
      expect(new Set(services.map(({ sentAt }) => sentAt)).size).toBe(1);
      expect(services.every(({ deliveredAt }) => deliveredAt !== null)).toBe(true);
      expect(heading.en === '' || heading['zh-Hans'] === '').toBe(false);
    }
    expect(us.find(({ document }) => document)?.document).toMatchObject({
      kind: 'grievance',
      readAt: `/v1/cases/${caseId}`,
    });
    expect(us.find(({ of }) => of.event === 'CaseRegistered')?.starts.map(({ id }) => id)).toEqual([
      'reply',
      'long-stop',
    ]);
  });

  it('show to each side what the other has retrieved, when and by whom', async () => {
    const [{ id }] = (await inbox('cn-desk')) as [Shown];
    expect((await intake.post(`/v1/inbox/${id}/retrieval`, 'cn-desk')).statusCode).toBe(200);
    await intake.service.idle();
    const seen = (await inbox('us-desk')).find((notice) => notice.id === id);
    expect(seen?.services).toMatchObject([
      { party: 'CN', retrievedAt: intake.time.now, retrievedBy: 'cn-desk' },
      { party: 'US', retrievedAt: null },
    ]);
    expect([await unretrieved('cn-desk'), await unretrieved('us-desk')]).toEqual([3, 4]);
    expect((await inbox('cn-desk', '?state=unretrieved')).map((notice) => notice.id)).not.toContain(id);
  });

  it('are retrieved from once a notice, by a desk on which it was served, at the revision that it saw', async () => {
    const [{ id }] = (await inbox('us-desk')) as [Shown];
    expect(codeOf(await intake.post(`/v1/inbox/${id}/retrieval`, 'us-desk', undefined, { 'if-match': '"0"' }))).toBe(
      'stale',
    );
    expect((await intake.post(`/v1/inbox/${id}/retrieval`, 'us-desk')).statusCode).toBe(200);
    expect(codeOf(await intake.post(`/v1/inbox/${id}/retrieval`, 'us-desk'))).toBe('notice-already-retrieved');
    for (const who of ['us-registry', 'us-1', 'us-cohead', 'us-auditor'])
      expect((await intake.post(`/v1/inbox/${id}/retrieval`, who)).statusCode).toBe(403);
    expect(codeOf(await intake.post(`/v1/inbox/${id}/retrieval`, 'fr-desk'))).toBe('notice-not-found');
    expect(codeOf(await intake.post(`/v1/inbox/${caseId}/retrieval`, 'us-desk'))).toBe('notice-not-found');
    expect((await intake.post(`/v1/inbox/${id}/retrieval`, 'cn-desk', { more: 1 })).statusCode).toBe(422);
  });

  it('count and list nothing for whom nothing was served on (I-43)', async () => {
    expect([await inbox('fr-desk'), await unretrieved('fr-desk')]).toEqual([[], 0]);
    for (const who of ['us-1', 'us-registry']) expect((await intake.get('/v1/inbox', who)).statusCode).toBe(403);
    expect((await intake.get('/v1/inbox')).statusCode).toBe(401);
  });

  it('are read page by page, of one case where that is asked for', async () => {
    await intake.registeredCase();
    await intake.service.idle();
    const first = (await intake.get('/v1/inbox?limit=5', 'us-desk')).json<Page>();
    const second = (await intake.get(`/v1/inbox?limit=5&cursor=${first.next ?? ''}`, 'us-desk')).json<Page>();
    expect([first.items.length, second.items.length, second.next]).toEqual([5, 3, null]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(8);
    expect(new Set((await inbox('us-desk', `?case=${caseId}`)).map((notice) => notice.case))).toEqual(
      new Set([caseId]),
    );
  });

  it('log who read a notice, and for what (I-40)', async () => {
    const [{ id }] = (await inbox('us-desk')) as [Shown];
    await intake.get(`/v1/inbox/${id}`, 'us-desk');
    const reads = (await intake.get(`/v1/cases/${caseId}/reads`, 'cn-auditor')).json<{
      items: readonly { subject: string; personId: string }[];
    }>();
    expect(reads.items[0]).toMatchObject({ subject: `notice ${id}`, personId: 'us-desk' });
  });

  it('say by themselves what nobody retrieved in 5 joint business days (I-58)', async () => {
    await intake.passTo('2025-02-14T09:00:00.000Z' as Instant);
    await intake.service.idle();
    const register = (await intake.get(`/v1/cases/${caseId}/service`, 'us-registry')).json<{
      notices: readonly { services: readonly { notRetrievedAt: string | null }[] }[];
    }>();
    expect(register.notices.flatMap(({ services }) => services.map(({ notRetrievedAt }) => notRetrievedAt))).toEqual(
      Array(8).fill('2025-02-13T16:00:00.000Z'),
    );
  });

  it(
    'hold what other contexts serve and which clocks they move, but nothing of a tier ' + 'that not both parties read',
    async () => {
      const at = intake.time.now;
      const told = { stream: `panelreview.panel-${caseId}`, at };
      await intake.hear(
        tell(
          recordedEvent(told),
          panelReview.ClocksMovedSchema,
          { caseId, at, event: 'MemberNominated', rule: 'S6', closes: ['nomination:US:1'], personId: 'us-1' },
          { tier: 'PARTIES' },
        ),
      );
      await intake.hear(
        tell(
          recordedEvent(told),
          panelReview.InterimServedSchema,
          { caseId, texts: [{ digest: 'ab'.repeat(32) }] },
          { tier: 'PANEL' },
        ),
      );
      await intake.hear(
        tell(
          recordedEvent(told),
          panelReview.InterimServedSchema,
          { caseId, texts: [{ digest: 'cd'.repeat(32) }] },
          { tier: 'DELIBERATION' },
        ),
      );
      await intake.service.idle();
      const events = (await inbox('cn-desk')).map(({ of, document }) => [of.event, document?.kind]);
      expect(events).toContainEqual(['MemberNominated', undefined]);
      expect(events.filter(([event]) => event === 'InterimServed')).toEqual([['InterimServed', 'interim-text']]);
    },
  );

  it('are served again by the registry, and nothing moves (I-59)', async () => {
    const [notice] = (await inbox('us-desk')) as [Shown];
    const reason = [{ lang: 'en', text: 'Asked for another copy.', kind: 'original' }];
    const url = `/v1/cases/${caseId}/service/${notice.id}/again`;
    const deadlines = async () =>
      (await intake.get(`/v1/cases/${caseId}/service`, 'us-registry')).json<{ deadlines: unknown }>().deadlines;
    const before = await deadlines();
    expect((await intake.post(url, 'us-desk', { reason })).statusCode).toBe(403);
    expect((await intake.post(url, 'us-registry', { reason: [] })).statusCode).toBe(422);
    expect((await intake.post(url, 'us-registry', { reason })).statusCode).toBe(200);
    expect(await deadlines()).toEqual(before);
    expect(codeOf(await intake.post(`/v1/cases/${caseId}/service/${caseId}/again`, 'us-registry', { reason }))).toBe(
      'notice-not-found',
    );
  });

  it('are accounted for in one answer that the registry signs, to each side its own (I-60)', async () => {
    const ask = (who: string, query = 'from=2025-02-01T00:00:00Z&to=2025-03-01T00:00:00Z') =>
      intake.get(`/v1/service/reconciliation?${query}`, who);
    const said = (await ask('us-desk')).json<{
      statement: { party: string; count: number };
      services: readonly { event: string; digest: string }[];
    }>();
    expect(said.statement).toMatchObject({ party: 'US', count: 4 });
    expect(said.services.map(({ digest }) => digest).toSorted()).toEqual(
      (await inbox('us-desk')).map(({ digest }) => digest).toSorted(),
    );
    expect((await ask('fr-desk')).json()).toMatchObject({ statement: { party: 'FR', count: 0 }, services: [] });
    expect((await ask('us-registry')).statusCode).toBe(403);
    expect(codeOf(await ask('us-desk', 'from=2025-03-01T00:00:00Z&to=2025-02-01T00:00:00Z'))).toBe(
      'range-ends-before-it-begins',
    );
    expect(codeOf(await ask('us-desk', 'from=2023-03-01T00:00:00Z&to=2025-02-01T00:00:00Z'))).toBe('range-too-long');
    expect((await ask('us-desk', 'from=2025-02-30T00:00:00Z&to=2025-03-01T00:00:00Z')).statusCode).toBe(422);
  });

  it(
    'give each notice a stamped cover sheet, whose code says to anybody what it stands for and ' +
      'nothing of its content',
    async () => {
      const { id, digest } = (await inbox('us-desk')).find(({ document }) => document) as Shown;
      const cover = await intake.get(`/v1/inbox/${id}/cover`, 'us-desk');
      expect(cover.headers['content-type']).toBe('text/html; charset=utf-8');
      const [code = ''] = /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(cover.body) ?? [];
      const said = await intake.get(`/v1/verify/${code.toLowerCase().replaceAll('-', '')}`);
      expect(said.json()).toMatchObject({ code, docketNumber: 'CN-2025-0001', document: 'grievance', servedOn: 'US' });
      expect(said.body).not.toContain('Tariffs');
      expect(said.json()).not.toMatchObject({ digest });
      expect(codeOf(await intake.get('/v1/verify/K7QF-0D3M-A1ZC-9TRW'))).toBe('verification-code-unknown');
      expect(codeOf(await intake.get('/v1/verify/x'))).toBe('verification-code-unknown');
      expect((await intake.get(`/v1/inbox/${id}/cover`, 'fr-desk')).statusCode).toBe(404);
      expect((await intake.get(`/v1/inbox/${id}/cover`)).statusCode).toBe(401);
    },
  );

  it('leave the register of a case to its parties and the secretariat (I-43)', async () => {
    for (const who of ['us-desk', 'cn-auditor', 'us-cohead'])
      expect((await intake.get(`/v1/cases/${caseId}/service`, who)).statusCode).toBe(200);
    for (const who of ['fr-desk', 'fr-auditor'])
      expect((await intake.get(`/v1/cases/${caseId}/service`, who)).statusCode).toBe(404);
    const { notices } = (await intake.get(`/v1/cases/${caseId}/service?asOf=2025-02-01T00:00:00Z`, 'us-desk')).json<{
      notices: unknown;
    }>();
    expect(notices).toEqual([]);
  });
});
