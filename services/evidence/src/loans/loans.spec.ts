import { randomBytes } from 'node:crypto';
import { evidence as messages, panelReview, told } from '@parley/contracts';
import { streamName } from '@parley/event-store';
import type { Instant } from '@parley/kernel';
import { code, english, EvidenceApp, LONG_STOP, START } from '../evidence-app.fixture';
import { publishes } from '../casefile/evidence.tells';

describe('exhibits lent to whom the panel hears, over HTTP', () => {
  let evidence: EvidenceApp;
  let people: Awaited<ReturnType<EvidenceApp['people']>>;
  let expert: string;
  let thirdParty: string;
  let coHeads: readonly [us: string, cn: string];
  let caseId: string;
  let bytes: Buffer;

  beforeAll(async () => {
    evidence = await EvidenceApp.start();
    people = await evidence.people();
    expert = await evidence.bearer('expert', undefined, 'expert');
    thirdParty = await evidence.bearer('third-party', undefined, 'third-party');
    coHeads = [await evidence.bearer('us-cohead', 'US', 'cohead'), await evidence.bearer('cn-cohead', 'CN', 'cohead')];
  });
  afterAll(() => evidence.stop());
  /** The panel hears an expert and a third party, and the United States has filed an exhibit that the panel reads. */
  beforeEach(async () => {
    evidence.time.now = START;
    caseId = await evidence.registeredCase();
    await evidence.convenePanel(caseId, 'us-member');
    await hear('expert:US:1', 'expert', 'expert');
    await hear('third-party:1', 'third-party', 'third-party');
    bytes = randomBytes(80);
    await evidence.fileExhibit(caseId, people.us, bytes, { tier: 'PANEL' });
  });

  const hear = (assignmentId: string, personId: string, heardAs: string) =>
    evidence.hear(caseId, panelReview.PersonHeardSchema, { caseId, assignmentId, personId, heardAs }, 'PANEL');
  const at = (path: string, number = 'USA-1'): string => `/v1/cases/${caseId}/exhibits/${number}${path}`;
  const ask = (bearer = people.member, assignment = 'expert:US:1', number = 'USA-1', headers = {}) =>
    evidence.post(at('/loans', number), bearer, { assignment, purpose: english('For question 1.') }, headers);
  const act = (what: string, bearer: string, body: object = {}, assignment = 'expert:US:1') =>
    evidence.post(at(`/loans/${assignment}/${what}`), bearer, body);
  const content = (bearer: string, path = at('/content')) =>
    evidence.get(path, bearer, { 'parley-purpose': 'Answering question 1' });
  const borrowed = async (bearer: string) =>
    (await evidence.get(`/v1/cases/${caseId}/loans`, bearer)).json<{ items: readonly object[] }>().items;
  const sign = async (bearer: string, more: object = {}) => {
    const { digest } = (await evidence.get(at('/loans/expert:US:1/draft'), bearer)).json<{ digest: string }>();
    return act('signatures', bearer, { digest, ...more });
  };
  const lent = async (): Promise<void> => {
    await ask();
    expect((await act('consent', people.us)).statusCode).toBe(200);
  };

  /** What the other contexts are told of loans. */
  const steps = async () =>
    (await evidence.store.read(streamName('evidence.exhibits', caseId))).flatMap(publishes).flatMap((event) => {
      const loan = told(event, messages.ExhibitLoanSchema);
      return loan ? [[event.tier, loan.exhibitNumber, loan.assignmentId, loan.step, loan.by]] : [];
    });

  it('are read by the one for whom the panel asked and its party consented, and every read is on record', async () => {
    const asked = await ask();
    expect(asked.json()).toMatchObject({
      assignment: 'expert:US:1',
      person: 'expert',
      askedBy: 'panel',
      status: 'asked',
      basis: null,
    });
    expect(asked.headers['etag']).toBeUndefined();
    expect((await content(expert)).statusCode).toBe(404);
    expect(await borrowed(expert)).toEqual([]);

    expect((await act('consent', people.us)).json()).toMatchObject({
      status: 'lent',
      basis: 'its-party',
      lentAt: START,
    });
    expect((await content(expert)).rawPayload).toEqual(bytes);
    expect(await borrowed(expert)).toMatchObject([
      { number: 'USA-1', assignment: 'expert:US:1', since: START, file: { fileName: 'tariff-notice.pdf' } },
    ]);
    const reads = (await evidence.get(at('/reads'), people.auditor)).json<{ items: object[] }>().items;
    expect(reads).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          personId: 'expert',
          roles: ['expert'],
          what: 'content',
          tier: 'PANEL',
          purpose: 'Answering question 1',
        }),
      ]),
    );
  });

  it('open nothing else, to nobody else, in no other case (I-43)', async () => {
    await lent();
    await evidence.fileExhibit(caseId, people.us, randomBytes(9), { tier: 'PANEL' });
    expect((await content(expert, at('/content', 'USA-2'))).statusCode).toBe(404);
    for (const path of ['', '/reads', '/translations/1/content', '/loans/expert:US:1/draft'])
      expect([403, 404]).toContain((await evidence.get(at(path), expert)).statusCode);
    expect((await evidence.get(`/v1/cases/${caseId}/exhibits`, expert)).json()).toEqual({
      items: [],
      next: null,
      asOf: null,
    });
    for (const path of ['disclosure', 'documents'])
      expect((await evidence.get(`/v1/cases/${caseId}/${path}`, expert)).body).not.toContain('USA-1');

    expect((await content(thirdParty)).statusCode).toBe(404);
    expect(await borrowed(thirdParty)).toEqual([]);
    const others = [
      await evidence.bearer('expert-2', undefined, 'expert'),
      await evidence.bearer('expert', undefined, 'third-party'),
      await evidence.bearer('expert', 'US', 'expert', 'registry'),
    ];
    for (const other of others) {
      expect((await content(other)).statusCode).toBe(404);
      expect([403, 404]).toContain((await evidence.get(`/v1/cases/${caseId}/loans`, other)).statusCode);
    }
    expect((await evidence.get(`/v1/cases/${caseId}/loans`, people.us)).statusCode).toBe(403);

    const elsewhere = await evidence.registeredCase();
    await evidence.fileExhibit(elsewhere, people.us, randomBytes(9), { tier: 'PANEL' });
    expect((await content(expert, `/v1/cases/${elsewhere}/exhibits/USA-1/content`)).statusCode).toBe(404);
    expect((await evidence.get(`/v1/cases/${elsewhere}/loans`, expert)).statusCode).toBe(404);
  });

  it('are lent by both co-heads where their party does not consent, over one digest', async () => {
    await ask(people.registry);
    const [first, second] = coHeads;
    expect(code(await sign(first, { digest: 'a'.repeat(64) }))).toBe('decision-digest-differs');
    expect((await sign(first)).json()).toMatchObject({
      status: 'asked',
      decision: { deadline: { clock: 'readers-decision' }, signatures: [{ party: 'US' }] },
    });
    expect(code(await sign(first))).toBe('side-has-signed');
    expect((await content(expert)).statusCode).toBe(404);
    expect((await evidence.get(at(''), people.member)).json()).toMatchObject({
      loans: [{ status: 'asked', decision: null }],
    });
    expect((await sign(second)).json()).toMatchObject({ status: 'lent', basis: 'co-heads', decision: null });
    expect((await content(expert)).rawPayload).toEqual(bytes);
    expect(code(await act('end', people.us))).toBe('loan-decided');
  });

  it('stay closed when the second co-head says nothing in time', async () => {
    await ask();
    const { decision } = (await sign(coHeads[0])).json<{ decision: { deadline: { dueAt: Instant } } }>();
    await evidence.service.idle();
    evidence.time.now = decision.deadline.dueAt;
    await evidence.fireDue();
    expect((await evidence.get(at(''), people.us)).json()).toMatchObject({
      loans: [{ status: 'asked', decision: null }],
    });
    expect((await content(expert)).statusCode).toBe(404);
  });

  it.each<readonly [string, () => Promise<unknown>]>([
    ['the panel ends the loan', () => act('end', people.member)],
    ['its party ends it', () => act('end', people.us)],
    ['the registry ends it', () => act('end', people.registry)],
    [
      'its party takes the exhibit back',
      () => evidence.post(at('/withdrawal'), people.us, { reason: 'filed-by-mistake' }),
    ],
    ['the review ends', () => evidence.hear(caseId, panelReview.InterimIssuedSchema, { caseId }, 'PUBLIC')],
    ['the long-stop passes', async () => (evidence.time.now = LONG_STOP)],
  ])('are handed out no more when %s', async (_what, end) => {
    await lent();
    expect((await content(expert)).statusCode).toBe(200);
    await end();
    expect([404, 409]).toContain((await content(expert)).statusCode);
    expect(await borrowed(expert)).toEqual([]);
  });

  it('stay on record when they have ended, and may be asked for anew', async () => {
    await lent();
    expect((await act('end', people.member)).json()).toMatchObject({
      status: 'ended',
      endedBy: 'panel',
      endedAt: START,
    });
    expect((await ask()).statusCode).toBe(200);
    expect((await evidence.get(at(''), people.cn)).json()).toMatchObject({
      loans: [{ status: 'ended' }, { status: 'asked' }],
    });
  });

  it('are refused to who may not ask, consent or sign, and of what need not or cannot be lent', async () => {
    expect((await ask(people.us)).statusCode).toBe(403);
    expect((await ask(expert)).statusCode).toBe(403);
    expect(code(await ask(people.member, 'expert:US:9'))).toBe('not-heard-here');
    expect((await ask(people.member, 'nobody')).statusCode).toBe(422);
    expect((await ask(people.member, 'expert:US:1', 'USA-9')).statusCode).toBe(404);
    expect((await ask(people.member, 'expert:US:1', 'USA-1', { 'if-match': '"3"' })).statusCode).toBe(412);
    await evidence.fileExhibit(caseId, people.us, randomBytes(9), { tier: 'PUBLIC' });
    await evidence.fileExhibit(caseId, people.us, randomBytes(9), { tier: 'PARTIES' });
    expect(code(await ask(people.registry, 'expert:US:1', 'USA-2'))).toBe('read-by-all');
    expect((await ask(people.member, 'expert:US:1', 'USA-3')).statusCode).toBe(404);

    expect(code(await act('consent', people.us))).toBe('unknown-loan');
    await ask();
    expect(code(await ask())).toBe('loan-asked-already');
    expect(code(await act('consent', people.cn))).toBe('not-your-exhibit');
    expect(code(await act('end', people.us))).toBe('not-lent-yet');
    expect((await act('consent', people.member)).statusCode).toBe(403);
    await act('consent', people.us);
    expect(code(await act('consent', people.us))).toBe('lent-already');
    expect(code(await act('signatures', coHeads[0], { digest: 'a'.repeat(64) }))).toBe('lent-already');
    await evidence.hear(caseId, panelReview.InterimIssuedSchema, { caseId }, 'PUBLIC');
    expect(code(await ask(people.member, 'third-party:1'))).toBe('hearing-over');
  });

  it('that everybody reads are read by experts and third parties, too', async () => {
    const open = randomBytes(20);
    await evidence.fileExhibit(caseId, people.us, open, { tier: 'PUBLIC' });
    for (const bearer of [expert, thirdParty])
      expect((await content(bearer, at('/content', 'USA-2'))).rawPayload).toEqual(open);
    expect((await evidence.get(at('', 'USA-2'), expert)).json()).toMatchObject({ loans: null });
  });

  it('that everybody reads by now are a loan of which the public is told nothing', async () => {
    await ask();
    await evidence.post(at('/readers'), people.us, { tier: 'PUBLIC' });
    expect(code(await act('consent', people.us))).toBe('read-by-all');
    expect((await content(expert)).rawPayload).toEqual(bytes);
    expect((await act('end', people.member)).json()).toMatchObject({ status: 'ended' });
    expect((await steps()).map(([tier, , , step]) => [tier, step])).toEqual([
      ['PANEL', 'asked'],
      ['PANEL', 'ended'],
    ]);
  });

  it('are told at the tier of the exhibit, step by step', async () => {
    await lent();
    await act('end', people.us);
    expect(await steps()).toEqual([
      ['PANEL', 'USA-1', 'expert:US:1', 'asked', 'panel'],
      ['PANEL', 'USA-1', 'expert:US:1', 'lent', 'its-party'],
      ['PANEL', 'USA-1', 'expert:US:1', 'ended', 'its-party'],
    ]);
  });
});
