import type { CaseId, Instant } from '@parley/kernel';
import { caseStream } from '../../streams';
import { grievance } from '../../case/case-story.fixture';
import { IntakeApp } from '../../intake-app.fixture';

describe('outages over HTTP', () => {
  let intake: IntakeApp;
  let caseId: CaseId;
  const times = { from: '2025-02-05T15:00:00Z', to: '2025-02-05T18:00:00Z' };
  const reason = [{ lang: 'en', text: 'No party could reach the system.', kind: 'original' }];
  const codeOf = (answer: Awaited<ReturnType<IntakeApp['post']>>) => answer.json<{ code?: string }>().code;

  beforeEach(async () => {
    intake = await IntakeApp.start();
    caseId = await intake.registeredCase();
  });
  afterEach(() => intake.stop());

  it('are declared by a co-head of each side over the same digest, for everybody to see (I-04, I-61)', async () => {
    const proposed = await intake.post('/v1/outages', 'us-cohead', { ...times, reason });
    expect(proposed.statusCode).toBe(201);
    const { id, digest } = proposed.json<{ id: string; digest: string }>();
    expect(proposed.json()).toMatchObject({ signedBy: [{ party: 'US', by: 'us-cohead' }], declaredAt: null });
    const url = `/v1/outages/${id}/signatures`;
    expect(codeOf(await intake.post(url, 'us-cohead', { digest }))).toBe('outage-signed-by-your-side');
    expect(codeOf(await intake.post(url, 'cn-cohead', { digest: 'ab'.repeat(32) }))).toBe('outage-digest-differs');
    expect(codeOf(await intake.post(url, 'cn-cohead', { digest }, { 'if-match': '"7"' }))).toBe('stale');
    expect((await intake.post(url, 'cn-cohead', { digest })).json()).toMatchObject({
      declaredBy: 'coheads',
      declaredAt: intake.time.now,
    });
    expect(codeOf(await intake.post(url, 'cn-cohead', { digest }))).toBe('outage-declared-already');
    expect((await intake.get('/v1/outages')).json()).toMatchObject({
      items: [{ id, declaredBy: 'coheads' }],
      next: null,
    });
  });

  it('are shown to the public by page, and name no co-head to it', async () => {
    const at = (hour: number) => ({ from: `2025-02-05T0${String(hour)}:00:00Z`, to: '2025-02-05T18:00:00Z', reason });
    for (const hour of [1, 2, 3])
      expect((await intake.post('/v1/outages', 'us-cohead', at(hour))).statusCode).toBe(201);
    const first = (await intake.get('/v1/outages?limit=2')).json<{
      items: { from: string; signedBy: unknown }[];
      next: string;
    }>();
    expect(first.items.map(({ from, signedBy }) => [from.slice(11, 13), signedBy])).toEqual([
      ['03', [{ party: 'US', by: null }]],
      ['02', [{ party: 'US', by: null }]],
    ]);
    const second = (
      await intake.get(`/v1/outages?limit=2&cursor=${encodeURIComponent(first.next)}`, 'cn-cohead')
    ).json();
    expect(second).toMatchObject({ items: [{ signedBy: [{ party: 'US', by: 'us-cohead' }] }], next: null });
  });

  it('are each side’s own to propose, whatever the other has proposed', async () => {
    expect((await intake.post('/v1/outages', 'us-cohead', { ...times, reason })).statusCode).toBe(201);
    expect((await intake.post('/v1/outages', 'cn-cohead', { ...times, reason })).statusCode).toBe(201);
    expect(codeOf(await intake.post('/v1/outages', 'us-cohead', { ...times, reason }))).toBe(
      'outage-signed-by-your-side',
    );
  });

  it('are nobody else’s to declare, and lie in the past', async () => {
    for (const who of ['us-desk', 'us-registry', 'us-1'])
      expect((await intake.post('/v1/outages', who, { ...times, reason })).statusCode).toBe(403);
    expect(
      codeOf(await intake.post('/v1/outages', 'us-cohead', { ...times, to: '2025-02-07T18:00:00Z', reason })),
    ).toBe('outage-ends-before-it-begins');
    expect(
      codeOf(await intake.post(`/v1/outages/${caseId}/signatures`, 'us-cohead', { digest: 'ab'.repeat(32) })),
    ).toBe('outage-not-found');
    expect((await intake.post('/v1/outages', 'us-cohead', { ...times, reason, more: 1 })).statusCode).toBe(422);
  });

  describe('and what came by another channel', () => {
    const entry = (cameAt: string) => ({
      channel: 'Note handed over at the seat',
      cameAt,
      reply: { position: 'accepts', objections: [], reservation: [], counterStatements: [] },
    });
    const enter = (who: string, cameAt: string) =>
      intake.post(`/v1/cases/${caseId}/fallback-entries`, who, entry(cameAt));

    it('is entered by the registry as of when it came, and the respondent has replied', async () => {
      intake.time.now = '2025-02-13T10:00:00.000Z' as Instant;
      expect((await enter('us-desk', '2025-02-12T10:00:00Z')).statusCode).toBe(403);
      expect(codeOf(await enter('us-registry', '2025-02-13T10:00:00.001Z'))).toBe('fallback-receipt-in-the-future');
      expect((await enter('us-registry', '2025-02-12T10:00:00Z')).json()).toMatchObject({
        exchange: { stage: 'consultations', unanswered: false },
      });
      const types = (await intake.recorded(caseStream(caseId)))
        .map(({ type, occurredAt }) => [type, occurredAt])
        .slice(-2);
      expect(types).toEqual([
        ['FallbackEntryMade', '2025-02-12T10:00:00.000Z'],
        ['ReplyFiled', '2025-02-12T10:00:00.000Z'],
      ]);
      expect(codeOf(await enter('us-registry', '2025-02-12T10:00:00Z'))).toBe('not-awaiting-reply');
    });

    it('reopens a case that was closed for want of a cure, with a receipt as of when it came (I-19)', async () => {
      const sent = async (content: object) => {
        const body = { grievance: content, contact: { name: 'Li Wei', reach: '+86 10 0000 0000' } };
        const { digest } = (await intake.post('/v1/grievances/checks', 'cn-desk', body)).json<{ digest: string }>();
        return { ...body, certification: { digest } };
      };
      const { id } = (await intake.post('/v1/cases', 'cn-desk', await sent({ ...grievance, remedy: [] }))).json<{
        id: string;
      }>();
      expect(
        (await intake.post(`/v1/cases/${id}/completeness`, 'us-registry', { finding: 'deficient' })).statusCode,
      ).toBe(200);
      await intake.passTo('2025-03-20T10:00:00.000Z' as Instant);
      expect((await intake.get(`/v1/cases/${id}`, 'cn-desk')).json()).toMatchObject({ status: 'ended' });
      const cure = { ...(await sent(grievance)), from: 'cn-desk' };
      const came = { channel: 'Note handed over at the seat', cameAt: '2025-02-12T10:00:00Z', cure };
      expect((await intake.post(`/v1/cases/${id}/fallback-entries`, 'us-desk', came)).statusCode).toBe(403);
      expect(
        codeOf(
          await intake.post(`/v1/cases/${id}/fallback-entries`, 'us-registry', {
            ...came,
            cure: { ...cure, certification: { digest: 'ab'.repeat(32) } },
          }),
        ),
      ).toBe('certification-digest-differs');
      const cured = await intake.post(`/v1/cases/${id}/fallback-entries`, 'us-registry', came);
      expect([cured.statusCode, cured.json()]).toMatchObject([200, { status: 'filed' }]);
      await intake.passTo('2025-04-20T10:00:00.000Z' as Instant);
      expect((await intake.get(`/v1/cases/${id}`, 'cn-desk')).json()).toMatchObject({ status: 'registered' });
    });

    it('is one act, and may be the answer to a call', async () => {
      const url = `/v1/cases/${caseId}/fallback-entries`;
      const callAnswer = { call: 'call:1', from: 'us-desk', party: 'US' };
      const { reply, ...came } = entry('2025-02-05T10:00:00Z');
      expect(codeOf(await intake.post(url, 'us-registry', came))).toBe('fallback-not-one-act');
      expect(codeOf(await intake.post(url, 'us-registry', { ...came, reply, callAnswer }))).toBe(
        'fallback-not-one-act',
      );
      expect(codeOf(await intake.post(url, 'us-registry', { ...came, callAnswer }))).toBe('unknown-call');
    });

    it('sets the lapse aside when it had come in time, and both sides are served it (I-19)', async () => {
      await intake.passTo('2025-02-24T10:00:00.000Z' as Instant);
      expect(codeOf(await enter('cn-registry', '2025-02-21T16:00:00Z'))).toBe('fallback-receipt-out-of-time');
      expect((await enter('cn-registry', '2025-02-21T15:59:59.999Z')).json()).toMatchObject({
        exchange: { unanswered: false, reply: { position: 'accepts' } },
      });
      await intake.service.idle();
      const { items } = (await intake.get(`/v1/inbox?case=${caseId}`, 'cn-desk')).json<{
        items: readonly { of: { event: string }; document: object | null }[];
      }>();
      expect(items.find(({ of }) => of.event === 'ReplyLapseSetAside')?.document).toMatchObject({ kind: 'reply' });
    });
  });
});
