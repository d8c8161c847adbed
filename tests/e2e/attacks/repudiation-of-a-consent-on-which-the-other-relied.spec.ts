import { codeOf } from '../disputes/late-dispute';
import { RepudiatingDispute } from '../disputes/repudiating-dispute';

/**
 * The attack: a side consents to an extension, waits until the time that was there before is over, and repudiates its
 * consent, so that the other side stands in default (I-67).
 */
describe('a side repudiates a consent on which the other has relied', () => {
  let dispute: RepudiatingDispute;
  beforeAll(async () => {
    dispute = await RepudiatingDispute.start();
  }, 120_000);
  afterAll(() => dispute.stop());

  it('leaves the other side five joint business days from then on, in which its reply counts', async () => {
    const { 'us-desk': us, 'cn-desk': head, 'cn-desk-2': officer, 'us-desk-2': other } = dispute.as;
    const first = (await dispute.due('reply')) ?? '';
    await dispute.passTo(new Date(Date.parse(first) - 60 * 60_000).toISOString());
    const reason = { en: 'The interpreters are ill.', 'zh-Hans': '译员患病。' };
    const proposed = await us.act<{ items: readonly { id: string; digest: string }[] }>(`${dispute.path}/extensions`, {
      deadline: 'reply',
      by: 10,
      reason,
    });
    const [{ id, digest } = { id: '', digest: '' }] = proposed.body.items;
    await officer.act(`${dispute.path}/proposals/${id}/signatures`, { digest });
    const extended = (await dispute.due('reply')) ?? '';
    expect(extended > first).toBe(true);

    await dispute.passTo(new Date(Date.parse(first) + 60 * 60_000).toISOString());
    expect(codeOf(await dispute.repudiate(other, id))).toBe('repudiated-by-its-head-alone');
    expect((await dispute.repudiate(head, id)).status).toBe(200);
    const left = Date.parse((await dispute.due('reply')) ?? '') - Date.parse(first);
    expect(left).toBeGreaterThanOrEqual(7 * 24 * 60 * 60_000);
    expect(left).toBeLessThan(Date.parse(extended) - Date.parse(first));
    await dispute.passTo(new Date(Date.parse(first) + left - 60_000).toISOString());
    expect((await dispute.reply(us)).status).toBe(200);
    expect((await dispute.shown()).exchange.unanswered).toBe(false);
  });
});
