import type { CaseId, Instant, Sha256 } from '@parley/kernel';
import { IntakeApp } from '../../intake-app.fixture';
import { caseStream } from '../../streams';
import { grievance } from '../case-story.fixture';

/** The reply of the case that these specs register on 4 February is due on the 21st, 17:00 at the seat. */
const LAST_MINUTE = '2025-02-21T15:59:00.000Z';
const NEXT_DAY = '2025-02-24T10:00:00.000Z' as Instant;

describe('acts that came by another channel, over HTTP', () => {
  let intake: IntakeApp;
  let caseId: CaseId;
  let original: Sha256;
  beforeEach(async () => {
    intake = await IntakeApp.start();
    caseId = await intake.registeredCase();
    original = await intake.upload('The reply, as it was handed over', ['US']);
  });
  afterEach(() => intake.stop());

  const accepts = { position: 'accepts', objections: [], reservation: [], counterStatements: [] };
  const came = (cameAt: string = LAST_MINUTE) => ({ channel: 'Note handed over at the seat', cameAt, original });
  const reply = (who = 'us-registry', received: object = came()) =>
    intake.post(`/v1/cases/${caseId}/reply`, who, { ...accepts, received });
  const answer = (entry: string, who = 'cn-registry', verdict = 'confirmed', over: string = original) =>
    intake.post(`/v1/cases/${caseId}/late-entries/${entry}/answer`, who, { verdict, original: over, reason: [] });
  const codeOf = (response: Awaited<ReturnType<IntakeApp['post']>>) => response.json<{ code?: string }>().code;
  const entries = async (id: string = caseId) =>
    (await intake.get(`/v1/cases/${id}/late-entries`, 'cn-registry')).json<{
      items: readonly { id: string; status: string }[];
    }>().items;
  const theEntry = async (id: string = caseId) => (await entries(id))[0]?.id ?? '';
  const recorded = async (id = caseId) => (await intake.recorded(caseStream(id))).map(({ type }) => type);
  const exchange = async () =>
    (await intake.get(`/v1/cases/${caseId}`, 'cn-desk')).json<{ exchange: object }>().exchange;
  const headings = async (who: string) => {
    await intake.service.idle();
    const { items } = (await intake.get(`/v1/inbox?case=${caseId}`, who)).json<{
      items: readonly { of: { event: string } }[];
    }>();
    return items.map(({ of }) => of.event);
  };

  it('are without effect until the other side’s registry confirms them, and then set the lapse aside', async () => {
    await intake.passTo(NEXT_DAY);
    expect((await reply()).statusCode).toBe(200);
    expect(await exchange()).toMatchObject({ unanswered: true });
    expect(await entries()).toMatchObject([
      { act: 'reply', party: 'US', status: 'claimed', cameAt: LAST_MINUTE, original },
    ]);
    for (const who of ['us-desk', 'cn-desk']) expect(await headings(who)).toContain('LateEntryClaimed');
    const agenda = async (who: string) =>
      (await intake.get('/v1/agenda', who)).json<{
        items: readonly { clock: string; dueAt: string }[];
      }>();
    expect((await agenda('cn-registry')).items.map(({ clock, dueAt }) => [clock, dueAt])).toContainEqual([
      'late-entry-answer',
      '2025-02-26T16:00:00.000Z',
    ]);
    expect((await agenda('us-registry')).items).toEqual([]);
    expect((await answer(await theEntry())).json()).toMatchObject({ items: [{ status: 'counted' }] });
    expect(await exchange()).toMatchObject({ unanswered: false, reply: { position: 'accepts' } });
    expect((await recorded()).slice(-3)).toEqual(['LateEntryClaimed', 'LateEntryCounted', 'ReplyLapseSetAside']);
    for (const who of ['us-desk', 'cn-desk']) expect(await headings(who)).toContain('ReplyLapseSetAside');
  });

  it('do not count once they are refused, or when nobody has answered in time, and the record says so', async () => {
    await intake.passTo(NEXT_DAY);
    await reply();
    expect((await answer(await theEntry(), 'cn-registry', 'refused')).json()).toMatchObject({
      items: [{ status: 'refused' }],
    });
    expect(codeOf(await answer(await theEntry()))).toBe('late-entry-answered');
    await reply();
    await intake.passTo('2025-02-26T16:00:00.000Z' as Instant);
    expect(await entries()).toMatchObject([{ status: 'refused' }, { status: 'lapsed' }]);
    expect((await recorded()).slice(-3)).toEqual(['LateEntryRefused', 'LateEntryClaimed', 'LateEntryLapsed']);
    expect(await exchange()).toMatchObject({ unanswered: true });
  });

  it('are answered by the registry of the other side alone, over the original that it has read', async () => {
    await intake.passTo(NEXT_DAY);
    await reply('us-desk');
    const entry = await theEntry();
    const url = `/v1/cases/${caseId}/late-entries/${entry}/original`;
    expect((await intake.get(url, 'cn-registry')).body).toBe('The reply, as it was handed over');
    expect(codeOf(await intake.get(url, 'us-registry'))).toBe('own-late-entry');
    expect((await intake.get(url, 'cn-desk')).statusCode).toBe(403);
    expect(codeOf(await answer(entry, 'us-registry'))).toBe('own-late-entry');
    for (const who of ['cn-desk', 'cn-cohead', 'us-desk']) expect((await answer(entry, who)).statusCode).toBe(403);
    expect(codeOf(await answer(entry, 'cn-registry', 'confirmed', 'cd'.repeat(32)))).toBe(
      'late-entry-original-differs',
    );
    expect(codeOf(await answer(caseId))).toBe('unknown-late-entry');
    expect(await exchange()).toMatchObject({ unanswered: true });
  });

  it('are entered by their own side, soon, as of the past, and with an original that was uploaded', async () => {
    await intake.passTo(NEXT_DAY);
    expect(codeOf(await reply('cn-registry'))).toBe('late-entry-original-missing');
    await intake.upload('The reply, as it was handed over', ['CN']);
    expect(codeOf(await reply('cn-registry'))).toBe('not-the-respondent');
    expect((await reply('us-cohead')).statusCode).toBe(403);
    const missing = await reply('us-registry', { ...came(), original: 'cd'.repeat(32) });
    expect(missing.json()).toMatchObject({
      code: 'late-entry-original-missing',
      errors: [{ path: '/received/original' }],
    });
    expect(codeOf(await reply('us-registry', came('2025-02-24T10:00:00.001Z')))).toBe('late-entry-in-the-future');
    expect(codeOf(await reply('us-registry', came('2025-02-21T16:00:00.000Z')))).toBe('late-entry-came-too-late');
    expect((await reply('us-registry', { ...came(), by: 'us-desk' })).statusCode).toBe(422);
    intake.time.now = '2025-02-24T16:00:00.000Z' as Instant;
    expect(codeOf(await reply())).toBe('late-entry-out-of-time');
    expect(await entries()).toEqual([]);
  });

  it('count by an outage that both co-heads declare, before they are entered or while they wait', async () => {
    const declare = async (from: string, to: string) => {
      const reason = [{ lang: 'en', text: 'No party could reach the system.', kind: 'original' }];
      const proposed = await intake.post('/v1/outages', 'us-cohead', { from, to, reason });
      const { id, digest } = proposed.json<{ id: string; digest: string }>();
      expect((await intake.post(`/v1/outages/${id}/signatures`, 'cn-cohead', { digest })).statusCode).toBe(200);
    };
    await intake.passTo(NEXT_DAY);
    await reply();
    await declare('2025-02-21T15:30:00Z', '2025-02-21T15:59:30Z');
    await intake.service.idle();
    expect(await entries()).toMatchObject([{ status: 'counted' }]);
    expect(await exchange()).toMatchObject({ unanswered: false });
    const other = await intake.registeredCase();
    await declare('2025-02-21T16:30:00Z', '2025-02-24T09:00:00Z');
    const call = await intake.post(`/v1/cases/${other}/reply`, 'us-registry', {
      ...accepts,
      received: came('2025-02-21T17:00:00.000Z'),
    });
    expect(codeOf(call)).toBe('late-entry-came-too-late');
  });

  it('reopen a case that was closed for want of a cure, though the claim was there before (I-19)', async () => {
    const sent = async (content: object) => {
      const body = { grievance: content, contact: { name: 'Li Wei', reach: '+86 10 0000 0000' } };
      const { digest } = (await intake.post('/v1/grievances/checks', 'cn-desk', body)).json<{ digest: string }>();
      return { ...body, certification: { digest } };
    };
    const filed = await intake.post('/v1/cases', 'cn-desk', await sent({ ...grievance, remedy: [] }));
    const { id } = filed.json<{ id: CaseId }>();
    await intake.post(`/v1/cases/${id}/completeness`, 'us-registry', { finding: 'deficient' });
    await intake.passTo('2025-02-21T15:30:00.000Z' as Instant);
    await intake.upload('The reply, as it was handed over', ['CN']);
    const cure = { ...(await sent(grievance)), received: came('2025-02-21T15:00:00.000Z') };
    expect((await intake.post(`/v1/cases/${id}/cures`, 'cn-registry', cure)).statusCode).toBe(200);
    await intake.passTo('2025-02-24T10:00:00.000Z' as Instant);
    expect((await intake.get(`/v1/cases/${id}`, 'cn-desk')).json()).toMatchObject({ status: 'ended' });
    const url = `/v1/cases/${id}/late-entries/${await theEntry(id)}/answer`;
    const confirmed = { verdict: 'confirmed', original, reason: [] };
    expect((await intake.post(url, 'us-registry', confirmed)).statusCode).toBe(200);
    expect(await recorded(id)).toEqual(
      expect.arrayContaining(['LateEntryCounted', 'DefaultSetAside', 'DeficiencyCured']),
    );
    await intake.passTo('2025-04-20T10:00:00.000Z' as Instant);
    expect((await intake.get(`/v1/cases/${id}`, 'cn-desk')).json()).toMatchObject({ status: 'registered' });
  });

  it('are never a withdrawal, a signature, or an act of a co-head or a member (I-67)', async () => {
    const received = came('2025-02-06T09:00:00.000Z');
    const withdrawal = await intake.post(`/v1/cases/${caseId}/withdrawal`, 'cn-desk', { received });
    expect(withdrawal.json()).toMatchObject({ code: 'never-entered-late', errors: [{ path: '/received' }] });
    const signature = { digest: original, received };
    const signing = `/v1/cases/${caseId}/proposals/proposal:1/signatures`;
    expect(codeOf(await intake.post(signing, 'us-desk', signature))).toBe('never-entered-late');
    expect((await intake.post(signing, 'us-registry', signature)).statusCode).toBe(403);
    const outage = { from: '2025-02-05T15:00:00Z', to: '2025-02-05T18:00:00Z', reason: [], received };
    expect(codeOf(await intake.post('/v1/outages', 'us-cohead', outage))).toBe('entered-by-its-author-alone');
  });
});
