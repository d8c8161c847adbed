import type { CaseId } from '@parley/kernel';
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
});
