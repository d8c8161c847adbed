import type { CaseId } from '@parley/kernel';
import { caseStream } from '../../streams';
import { at } from '../case-story.fixture';
import { currentRuleSet } from '@parley/procedure';
import { IntakeApp } from '../../intake-app.fixture';

interface Proposals {
  readonly items: readonly {
    readonly id: string;
    readonly digest: string;
    readonly end: string | null;
    readonly answer: { readonly dueAt: string } | null;
  }[];
}

describe('what needs two signatures, over the API', () => {
  let intake: IntakeApp;
  let caseId: CaseId;
  beforeAll(async () => {
    intake = await IntakeApp.start();
  });
  afterAll(() => intake.stop());
  beforeEach(async () => {
    intake.time.now = at('2025-02-06T10:00:00Z');
    caseId = await intake.registeredCase();
    intake.time.now = at('2025-02-10T10:00:00Z');
  });

  const reason = { en: 'The interpreters are ill.', 'zh-Hans': '译员患病。' };
  const url = (path: string): string => `/v1/cases/${caseId}/${path}`;
  const shown = async () =>
    (await intake.get(`/v1/cases/${caseId}`, 'us-desk')).json<{
      status: string;
      track: string;
      deadlines: { id: string; dueAt: string; firstDueAt: string; changes: object[] }[];
      suspension: object | null;
    }>();
  const proposed = async (path: string, body: object, who = 'cn-desk'): Promise<Proposals['items'][number]> => {
    const answer = await intake.post(url(path), who, body);
    expect(answer.statusCode).toBe(200);
    return answer.json<Proposals>().items.at(-1)!;
  };
  const sign = (id: string, digest: string, who = 'us-desk', headers = {}) =>
    intake.post(url(`proposals/${id}/signatures`), who, { digest }, headers);

  it('extends the reply when the other desk signs, and shows first date, change and present date (I-64)', async () => {
    const { id, digest, answer } = await proposed('extensions', { deadline: 'reply', by: 5, reason });
    expect(answer?.dueAt).toBe('2025-02-21T16:00:00.000Z');
    expect((await sign(id, digest)).json<Proposals>().items).toMatchObject([{ id, end: 'signed', answer: null }]);
    expect((await shown()).deadlines.find((each) => each.id === 'reply')).toMatchObject({
      firstDueAt: '2025-02-21T16:00:00.000Z',
      dueAt: '2025-02-28T16:00:00.000Z',
      changes: [{ kind: 'extension', at: '2025-02-10T10:00:00.000Z', reason, dueAt: '2025-02-28T16:00:00.000Z' }],
    });
  });

  it('is asked for in either language, and shown with the words and the language in which it was given', async () => {
    const { id, digest } = await proposed('extensions', {
      deadline: 'reply',
      by: 5,
      reason: { 'zh-Hans': '译员患病。' },
    });
    await sign(id, digest);
    expect((await shown()).deadlines.find((each) => each.id === 'reply')).toMatchObject({
      changes: [{ reason: { en: 'In Chinese alone: 译员患病。', 'zh-Hans': '译员患病。' } }],
    });
  });

  it('suspends the screening until a day, stops its timers, and lets it go on by itself', async () => {
    const { id, digest } = await proposed('suspensions', { until: '2025-03-31', reason });
    await sign(id, digest);
    expect(await shown()).toMatchObject({ status: 'suspended', suspension: { until: '2025-03-31T15:00:00.000Z' } });
    await intake.passTo(at('2025-03-20T10:00:00Z'));
    expect(await shown()).toMatchObject({ status: 'suspended' });
    await intake.passTo(at('2025-04-01T10:00:00Z'));
    expect(await shown()).toMatchObject({ status: 'registered', suspension: null });
    const types = (await intake.recorded(caseStream(caseId))).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['ScreeningSuspended', 'ScreeningResumed']);
  });

  it('lapses a screening that nobody resumes in twelve months (S11)', async () => {
    const { id, digest } = await proposed('suspensions', { reason });
    await sign(id, digest);
    await intake.passTo(at('2026-02-10T17:00:00Z'));
    expect(await shown()).toMatchObject({ status: 'ended', outcome: 'lapsed', endedAt: '2026-02-10T16:00:00.000Z' });
  });

  it('goes over to the complex track by the co-heads, each for itself', async () => {
    const { id, digest } = await proposed('complex-track', { reason }, 'cn-cohead');
    expect((await sign(id, digest, 'us-desk')).json()).toMatchObject({ code: 'not-a-signatory', rule: 'I-04' });
    expect((await sign(id, digest, 'us-cohead')).statusCode).toBe(200);
    expect(await shown()).toMatchObject({ track: 'complex' });
  });

  it('goes on under the rules that it has: the present version is no other, and there is no later one', async () => {
    const to = (version: string, who = 'cn-desk', headers = {}) =>
      intake.post(url('rules'), who, { version, reason }, headers);
    expect((await to(currentRuleSet.version)).json()).toMatchObject({
      status: 409,
      code: 'rules-are-these',
      rule: 'I-04',
    });
    expect((await to('1999-1')).json()).toMatchObject({
      status: 422,
      code: 'no-such-rules',
      errors: [{ path: '/version' }],
    });
    expect((await to(currentRuleSet.version, 'cn-desk', { 'if-match': '"1"' })).statusCode).toBe(412);
    for (const who of ['cn-cohead', 'us-registry', 'us-panel', 'us-auditor'])
      expect((await to(currentRuleSet.version, who)).statusCode).toBe(403);
    expect((await intake.post(url('rules'), 'cn-desk', { version: '2026-1' })).statusCode).toBe(422);
    expect((await intake.post(url('rules'), 'cn-desk', { version: 'the newest', reason })).statusCode).toBe(422);
    expect(
      (await intake.post(url('rules'), 'cn-desk', { version: '2026-1', reason, from: '2025-01-01' })).statusCode,
    ).toBe(422);
    expect(
      (
        await intake.post('/v1/cases/5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11/rules', 'cn-desk', {
          version: '2026-1',
          reason,
        })
      ).statusCode,
    ).toBe(404);
    await intake.post(url('withdrawal'), 'cn-desk');
    expect((await to(currentRuleSet.version)).json()).toMatchObject({ code: 'screening-ended' });
  });

  it('reopens a withdrawn case', async () => {
    await intake.post(url('withdrawal'), 'cn-desk');
    const { id, digest } = await proposed('reopenings', { reason });
    expect((await sign(id, digest)).statusCode).toBe(200);
    expect(await shown()).toMatchObject({ status: 'registered' });
  });

  it('is declined or taken back', async () => {
    const first = await proposed('suspensions', { reason });
    expect((await intake.post(url(`proposals/${first.id}/refusal`), 'us-desk')).json<Proposals>().items).toMatchObject([
      { end: 'declined' },
    ]);
    const second = await proposed('suspensions', { reason });
    expect(
      (await intake.post(url(`proposals/${second.id}/withdrawal`), 'cn-desk')).json<Proposals>().items,
    ).toMatchObject([{ end: 'declined' }, { end: 'withdrawn' }]);
  });

  it('lapses by itself, and not while it may still be signed (I-18)', async () => {
    const { id, digest } = await proposed('suspensions', { reason });
    await intake.passTo(at('2025-02-25T16:00:00Z'));
    expect((await sign(id, digest)).json()).toMatchObject({ code: 'proposal-closed' });
    expect((await intake.get(url('proposals'), 'us-desk')).json<Proposals>().items).toMatchObject([
      { end: 'lapsed', endedAt: '2025-02-25T16:00:00.000Z' },
    ]);
  });

  it('is read by the parties, the registry and the co-heads, and leaves no trace for the panel', async () => {
    await proposed('suspensions', { reason });
    for (const who of ['cn-desk', 'us-desk', 'us-registry', 'cn-cohead', 'us-auditor'])
      expect((await intake.get(url('proposals'), who)).statusCode).toBe(200);
    expect((await intake.get(url('proposals'), 'us-panel')).statusCode).toBe(403);
    expect((await intake.get(url('proposals'))).statusCode).toBe(401);
    expect((await shown()).deadlines.map(({ id }) => id)).toEqual(['reply', 'long-stop']);
  });

  it('is done once by one key, at the revision that its maker saw, with fields that are known', async () => {
    const body = { reason };
    const key = { 'idempotency-key': 'once' };
    await intake.post(url('suspensions'), 'cn-desk', body, key);
    expect((await intake.post(url('suspensions'), 'cn-desk', body, key)).json<Proposals>().items).toHaveLength(1);
    expect((await intake.post(url('suspensions'), 'us-desk', body)).json()).toMatchObject({ code: 'proposed-already' });
    expect(
      (await intake.post(url('extensions'), 'cn-desk', { deadline: 'reply', by: 1, reason }, { 'if-match': '"1"' }))
        .statusCode,
    ).toBe(412);
    expect(
      (await intake.post(url('extensions'), 'cn-desk', { deadline: 'reply', by: 1, reason, signed: true })).statusCode,
    ).toBe(422);
    expect((await intake.post(url('extensions'), 'cn-desk', { deadline: 'reply', by: 1, reason: {} })).statusCode).toBe(
      422,
    );
    expect((await intake.post(url('suspensions'), 'us-registry', body)).statusCode).toBe(403);
    expect(
      (await intake.post(url('proposals/proposal:9/signatures'), 'us-desk', { digest: 'ab'.repeat(32) })).statusCode,
    ).toBe(404);
    expect(
      (await intake.post('/v1/cases/5f0c7b0e-6a55-8d0c-9a68-2f6f5f0f2b11/suspensions', 'cn-desk', body)).statusCode,
    ).toBe(404);
  });

  it('withdraws some claims, and refuses one that the case does not hold', async () => {
    expect((await intake.post(url('claims/withdrawals'), 'cn-desk', { claims: ['C9'] })).json()).toMatchObject({
      code: 'claim-not-held',
      rule: 'I-30',
    });
    expect((await intake.post(url('claims/withdrawals'), 'us-desk', { claims: ['C1'] })).json()).toMatchObject({
      code: 'claim-not-held',
    });
    expect((await intake.post(url('claims/withdrawals'), 'cn-desk', { claims: [] })).statusCode).toBe(422);
    expect((await intake.post(url('claims/withdrawals'), 'cn-desk', { claims: ['C1'] })).json()).toMatchObject({
      status: 'ended',
      outcome: 'withdrawn',
    });
  });
});
