import { domainEventOf } from '@parley/event-store';
import type { CaseId, Instant } from '@parley/kernel';
import { caseStream } from '../../streams';
import { IntakeApp } from '../../intake-app.fixture';

describe('answers and signatures that came by another channel, over HTTP', () => {
  let intake: IntakeApp;
  let caseId: CaseId;
  beforeEach(async () => {
    intake = await IntakeApp.start();
    caseId = await intake.registeredCase();
  });
  afterEach(() => intake.stop());

  const came = { channel: 'Note handed over at the seat', cameAt: '2025-02-12T10:00:00Z' };
  const from = { from: 'us-desk', party: 'US' };
  const enter = (body: object, who = 'us-registry') =>
    intake.post(`/v1/cases/${caseId}/fallback-entries`, who, { ...came, ...body });
  const codeOf = (answer: Awaited<ReturnType<IntakeApp['post']>>) => answer.json<{ code?: string }>().code;
  const recorded = async () => (await intake.recorded(caseStream(caseId))).map(({ type }) => type);
  const headings = async (who: string) => {
    await intake.service.idle();
    const { items } = (await intake.get(`/v1/inbox?case=${caseId}`, who)).json<{
      items: readonly { of: { event: string } }[];
    }>();
    return items.map(({ of }) => of.event);
  };

  it('answer a request for a summary, and both sides are told at once (I-06, I-19)', async () => {
    intake.time.now = '2025-02-10T10:00:00.000Z' as Instant;
    await intake.post(`/v1/cases/${caseId}/summaries`, 'cn-desk', { of: 'USA-1', reasons: [] });
    await intake.passTo('2025-02-26T10:00:00.000Z' as Instant);
    const answer = {
      ...from,
      summary: 'summary:US:1',
      answer: 'given',
      text: [{ lang: 'en', text: 'Prices fell.', kind: 'original' }],
    };
    expect((await enter({ summaryAnswer: answer }, 'us-desk')).statusCode).toBe(403);
    expect(codeOf(await enter({ summaryAnswer: { ...answer, summary: 'summary:US:2' } }))).toBe(
      'unknown-summary-request',
    );
    expect(
      codeOf(
        await enter({ summaryAnswer: answer, signature: { ...from, proposal: 'proposal:1', digest: 'ab'.repeat(32) } }),
      ),
    ).toBe('fallback-not-one-act');
    expect((await enter({ summaryAnswer: answer })).statusCode).toBe(200);
    expect((await recorded()).slice(-3)).toEqual(['FallbackEntryMade', 'DefaultSetAside', 'SummaryAnswered']);
    for (const who of ['us-desk', 'cn-desk'])
      expect(await headings(who)).toEqual(expect.arrayContaining(['DefaultSetAside', 'SummaryAnswered']));
    const { summaries } = (await intake.get(`/v1/cases/${caseId}/summaries`, 'cn-desk')).json<{
      summaries: readonly object[];
    }>();
    expect(summaries).toMatchObject([{ status: 'given' }]);
  });

  it('sign a proposal that had lapsed, from the entry on', async () => {
    intake.time.now = '2025-02-10T10:00:00.000Z' as Instant;
    const reason = { en: 'Talks have begun.', 'zh-Hans': '谈判已开始。' };
    const { proposals } = (await intake.post(`/v1/cases/${caseId}/suspensions`, 'cn-desk', { reason })).json<{
      proposals: readonly { id: string; digest: string }[];
    }>();
    await intake.passTo('2025-02-26T10:00:00.000Z' as Instant);
    const signature = { ...from, proposal: 'proposal:1', digest: proposals[0]?.digest };
    expect(codeOf(await enter({ signature: { ...signature, digest: 'ab'.repeat(32) } }))).toBe('digest-differs');
    expect((await enter({ signature })).json()).toMatchObject({ status: 'suspended' });
    expect((await intake.recorded(caseStream(caseId))).at(-1)).toMatchObject({
      type: 'ScreeningSuspended',
      occurredAt: '2025-02-26T10:00:00.000Z',
    });
  });

  it('answer no amendment that there is none of, and name who replied', async () => {
    const amendmentReply = {
      ...from,
      amendment: 'S1',
      counterStatements: [{ claim: 'C1', statement: [{ lang: 'en', text: 'Denied.', kind: 'original' }] }],
    };
    intake.time.now = '2025-02-13T10:00:00.000Z' as Instant;
    expect(codeOf(await enter({ amendmentReply }))).toBe('unknown-amendment');
    const reply = { position: 'accepts', objections: [], reservation: [], counterStatements: [] };
    expect(codeOf(await enter({ reply: { ...reply, from: 'us-registry' } }))).toBe('enters-own-act');
    expect((await enter({ reply: { ...reply, from: 'us-desk' } })).statusCode).toBe(200);
    expect((await intake.recorded(caseStream(caseId))).slice(-1).map(domainEventOf)).toMatchObject([
      { type: 'ReplyFiled', data: { by: 'us-desk' } },
    ]);
  });
});
