import { codeOf, LateDispute } from '../disputes/late-dispute';

interface OutageBody {
  readonly id: string;
  readonly digest: string;
  readonly annulmentDigest: string;
  readonly annulledAt: string | null;
}

/**
 * The attack: a clock that jumped, or two co-heads in error, left a declared outage that was none, and a side enters
 * under it what never came. Both co-heads annul it, neither alone; and nobody loses a day on which it relied.
 */
describe('an outage that was none covers what came in it', () => {
  let dispute: LateDispute;
  beforeAll(async () => {
    dispute = await LateDispute.start();
  }, 120_000);
  afterAll(() => dispute.stop());

  const before = (instant: string, minutes: number): string =>
    new Date(Date.parse(instant) - minutes * 60_000).toISOString();
  const declare = async (from: string, to: string): Promise<OutageBody> => {
    const reason = [{ lang: 'en', text: 'The clock stood wrong.', kind: 'original' }];
    const { body } = await dispute.as['us-cohead'].act<OutageBody>('/v1/outages', { from, to, reason });
    await dispute.as['cn-cohead'].act(`/v1/outages/${body.id}/signatures`, { digest: body.digest });
    return body;
  };
  const annul = (who: 'us-cohead' | 'cn-cohead' | 'us-registry' | 'operator', outage: OutageBody, digest?: string) =>
    dispute.as[who].post<OutageBody>(`/v1/outages/${outage.id}/annulments`, {
      digest: digest ?? outage.annulmentDigest,
    });
  /** Until when the other side's registry answers the entry. */
  const answerDue = async (): Promise<string> => {
    const path = `/v1/cases/${dispute.cases.awaitingReply}`;
    const { deadlines } = await dispute.as['us-desk'].read<{ deadlines: readonly { id: string; dueAt: string }[] }>(
      path,
    );
    return deadlines.find(({ id }) => id.startsWith('late-entry:'))?.dueAt ?? '';
  };
  let outage: OutageBody;

  it('is annulled by no co-head alone, by no officer or operator, and by no signature that declared it', async () => {
    outage = await declare(before(dispute.lastMinute, 60), dispute.lastMinute);
    expect((await annul('us-registry', outage)).status).toBe(403);
    expect((await annul('operator', outage)).status).toBe(403);
    expect(codeOf(await annul('us-cohead', outage, outage.digest))).toBe('annulment-digest-differs');
    expect((await annul('us-cohead', outage)).body).toMatchObject({ annulledAt: null, annulledBy: [{ party: 'US' }] });
    expect(codeOf(await annul('us-cohead', outage))).toBe('annulment-signed-by-your-side');
  });

  it('covers nothing more once both have signed, so that the entry waits for the other side’s registry', async () => {
    const { body } = await annul('cn-cohead', outage);
    expect(body.annulledAt).not.toBeNull();
    expect(codeOf(await annul('cn-cohead', outage))).toBe('outage-annulled-already');
    const received = await dispute.came(dispute.as['us-registry'], before(dispute.lastMinute, 10));
    expect((await dispute.reply(dispute.as['us-registry'], received)).status).toBe(200);
    expect(await dispute.entries()).toMatchObject([{ act: 'reply', status: 'claimed' }]);
    expect(await dispute.isUnanswered()).toBe(true);
  });

  it('is not declared again with the same times', async () => {
    const reason = [{ lang: 'en', text: 'Once more.', kind: 'original' }];
    const times = { from: before(dispute.lastMinute, 60), to: dispute.lastMinute };
    expect(codeOf(await dispute.as['cn-cohead'].post('/v1/outages', { ...times, reason }))).toBe(
      'outage-annulled-already',
    );
  });

  it('takes back no day that it had given: what was shown stays (I-21)', async () => {
    const due = await answerDue();
    await dispute.passTo(before(due, 5));
    const wrong = await declare(before(due, 40), before(due, 10));
    await dispute.passTo(before(due, 4));
    const later = await answerDue();
    expect(later > due).toBe(true);
    await annul('us-cohead', wrong);
    expect((await annul('cn-cohead', wrong)).status).toBe(200);
    await dispute.passTo(before(due, -60));
    expect(await answerDue()).toBe(later);
  });
});
