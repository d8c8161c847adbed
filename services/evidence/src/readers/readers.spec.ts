import { randomBytes } from 'node:crypto';
import { plusMillis } from '@parley/kernel';
import { code, EvidenceApp, exhibitBody, START } from '../evidence-app.fixture';

describe('readers of exhibits over HTTP', () => {
  let evidence: EvidenceApp;
  let us: string;
  let cn: string;
  let member: string;
  let usCoHead: string;
  let cnCoHead: string;

  beforeAll(async () => {
    evidence = await EvidenceApp.start();
    ({ us, cn, member } = await evidence.people());
    usCoHead = await evidence.bearer('us-cohead', 'US', 'cohead');
    cnCoHead = await evidence.bearer('cn-cohead', 'CN', 'cohead');
  });
  afterAll(() => evidence.stop());
  beforeEach(() => {
    evidence.time.now = START;
  });

  const urlOf = (caseId: string): string => `/v1/cases/${caseId}/exhibits/USA-1`;

  /** A registered case with a panel and one exhibit. */
  async function caseWith(more: object = {}): Promise<string> {
    const caseId = await evidence.registeredCase();
    await evidence.convenePanel(caseId, 'us-member');
    await evidence.fileExhibit(caseId, us, randomBytes(50), more);
    return caseId;
  }

  /** A co-head reads the draft of a change and signs it. */
  async function sign(caseId: string, bearer: string, to: string, more: object = {}) {
    const draft = await evidence.get(`${urlOf(caseId)}/readers/draft?to=${to}&reason=personal-data`, bearer);
    const { digest } = draft.json<{ digest: string }>();
    return evidence.post(`${urlOf(caseId)}/readers/signatures`, bearer, {
      to,
      reason: 'personal-data',
      digest,
      ...more,
    });
  }

  it(
    'see the tombstone of an exhibit that its party took back, and none of its ' + 'bytes, now or as of before',
    async () => {
      const caseId = await caseWith({ tier: 'PUBLIC' });
      const before = evidence.time.now;
      evidence.time.now = plusMillis(START, 60_000);
      const withdrawn = await evidence.post(`${urlOf(caseId)}/withdrawal`, us, { reason: 'filed-by-mistake' });
      expect(withdrawn.json()).toMatchObject({
        number: 'USA-1',
        extent: 'tombstone',
        title: null,
        tombstone: { by: 'its-party', reason: 'filed-by-mistake', from: 'PUBLIC', to: 'NOBODY' },
      });
      for (const bearer of [us, cn, member, undefined]) {
        expect((await evidence.get(urlOf(caseId), bearer)).json()).toMatchObject({ extent: 'tombstone', file: null });
        expect((await evidence.get(`${urlOf(caseId)}?asOf=${before}`, bearer)).json()).toMatchObject({
          extent: 'tombstone',
          file: null,
        });
        expect(code(await evidence.get(`${urlOf(caseId)}/content`, bearer))).toBe('exhibit-withdrawn');
      }
    },
  );

  it('that could not know of an exhibit see no tombstone of it', async () => {
    const caseId = await caseWith({ tier: 'PARTIES' });
    await evidence.post(`${urlOf(caseId)}/withdrawal`, us, { reason: 'filed-by-mistake' });
    for (const bearer of [member, undefined]) expect((await evidence.get(urlOf(caseId), bearer)).statusCode).toBe(404);
  });

  it('are added by the party, and see the exhibit from then on', async () => {
    const caseId = await caseWith({ tier: 'PARTIES' });
    expect((await evidence.get(urlOf(caseId), member)).statusCode).toBe(404);
    expect((await evidence.post(`${urlOf(caseId)}/readers`, us, { tier: 'PANEL' })).json()).toMatchObject({
      tier: 'PANEL',
    });
    expect((await evidence.get(urlOf(caseId), member)).json()).toMatchObject({ extent: 'whole' });
    expect(code(await evidence.post(`${urlOf(caseId)}/readers`, cn, { tier: 'PUBLIC' }))).toBe('not-your-exhibit');
    expect(code(await evidence.post(`${urlOf(caseId)}/readers`, us, { tier: 'PARTIES' }))).toBe('readers-taken-away');
  });

  it(
    'are taken away by both co-heads over the digest that each was shown, and who ' + 'lost it sees the tombstone',
    async () => {
      const caseId = await caseWith({ tier: 'PANEL' });
      expect((await sign(caseId, usCoHead, 'PARTIES')).json()).toMatchObject({
        tier: 'PANEL',
        readersDecision: { to: 'PARTIES', deadline: { clock: 'readers-decision' } },
      });
      expect((await evidence.get(urlOf(caseId), member)).json()).toMatchObject({ extent: 'whole' });
      expect((await sign(caseId, cnCoHead, 'PARTIES')).json()).toMatchObject({
        tier: 'PARTIES',
        readersDecision: null,
        tombstone: { by: 'co-heads' },
      });
      expect((await evidence.get(urlOf(caseId), member)).json()).toMatchObject({
        extent: 'tombstone',
        title: null,
        tombstone: { from: 'PANEL', to: 'PARTIES', reason: 'personal-data' },
      });
      expect((await evidence.get(urlOf(caseId), cn)).json()).toMatchObject({ extent: 'whole' });
    },
  );

  it('are not told of a decision on them that both co-heads have not made, the two parties apart (I-43)', async () => {
    const caseId = await caseWith({ tier: 'PUBLIC' });
    await sign(caseId, usCoHead, 'NOBODY');
    for (const bearer of [us, cn])
      expect((await evidence.get(urlOf(caseId), bearer)).json()).toMatchObject({
        extent: 'whole',
        readersDecision: { to: 'NOBODY' },
      });
    for (const bearer of [member, undefined])
      expect((await evidence.get(urlOf(caseId), bearer)).json()).toMatchObject({
        extent: 'whole',
        readersDecision: null,
      });
  });

  it('stay when the other co-head is silent, though nobody acts', async () => {
    const caseId = await caseWith({ tier: 'PANEL' });
    const { readersDecision } = (await sign(caseId, usCoHead, 'NOBODY')).json<{
      readersDecision: { deadline: { dueAt: string } };
    }>();
    await evidence.service.idle();
    evidence.time.now = readersDecision.deadline.dueAt as typeof START;
    await evidence.fireDue();
    expect((await evidence.get(urlOf(caseId), us)).json()).toMatchObject({
      tier: 'PANEL',
      readersDecision: null,
      tombstone: null,
    });
  });

  it('are changed by nobody else, over no other digest, and not twice by one side', async () => {
    const [caseId, other] = [await caseWith({ tier: 'PANEL' }), await caseWith({ tier: 'PANEL' })];
    const body = { to: 'PARTIES', reason: 'personal-data', digest: 'f'.repeat(64) };
    expect((await evidence.post(`${urlOf(caseId)}/readers/signatures`, us, body)).statusCode).toBe(403);
    expect(code(await evidence.post(`${urlOf(caseId)}/readers/signatures`, usCoHead, body))).toBe(
      'decision-digest-differs',
    );
    const theirs = (
      await evidence.get(`${urlOf(other)}/readers/draft?to=PARTIES&reason=personal-data`, usCoHead)
    ).json<{ digest: string }>();
    expect(
      code(await evidence.post(`${urlOf(caseId)}/readers/signatures`, usCoHead, { ...body, digest: theirs.digest })),
    ).toBe('decision-digest-differs');
    await sign(caseId, usCoHead, 'PARTIES');
    expect(code(await sign(caseId, usCoHead, 'PARTIES'))).toBe('side-has-signed');
    expect(code(await evidence.post(`${urlOf(caseId)}/withdrawal`, cn, { reason: 'replaced' }))).toBe(
      'not-your-exhibit',
    );
    expect(
      (await evidence.post(`${urlOf(caseId)}/withdrawal`, us, { reason: 'replaced' }, { 'if-match': '"0"' }))
        .statusCode,
    ).toBe(412);
  });

  it('find in one index what is disclosed to whom and why not to others, page by page', async () => {
    const caseId = await caseWith({ tier: 'PANEL' });
    await evidence.post(
      `/v1/cases/${caseId}/exhibits`,
      cn,
      exhibitBody(await evidence.uploaded(randomBytes(50), cn), { tier: 'PUBLIC' }),
    );
    const index = async (bearer?: string, query = '') =>
      (await evidence.get(`/v1/cases/${caseId}/disclosure${query}`, bearer)).json<{
        items: { number: string }[];
        next: string | null;
      }>();
    expect((await index(us)).items.map(({ number }) => number)).toEqual(['USA-1', 'CHN-1']);
    expect(await index()).toMatchObject({
      items: [
        {
          number: 'CHN-1',
          party: 'CN',
          versions: [{ version: 'original', readers: 'PUBLIC', yours: true, reasons: [] }],
        },
      ],
      next: null,
    });
    const first = await index(us, '?limit=1');
    expect((await index(us, `?limit=1&cursor=${String(first.next)}`)).items).toMatchObject([{ number: 'CHN-1' }]);
    expect((await evidence.get('/v1/cases/00000000-0000-4000-8000-000000000000/disclosure', us)).statusCode).toBe(404);
  });
});
