import { codeOf } from '../disputes/late-dispute';
import { RepudiatingDispute } from '../disputes/repudiating-dispute';

/**
 * The attack: a desk sends in a few words what is due, so that its time does not lapse, and repudiates that afterwards
 * to have time for a better one (I-67).
 */
describe('a side repudiates its reply to reply anew', () => {
  let dispute: RepudiatingDispute;
  beforeAll(async () => {
    dispute = await RepudiatingDispute.start();
  }, 120_000);
  afterAll(() => dispute.stop());

  it('is left without a reply, in public, and without who had sent it', async () => {
    const { 'us-desk': head, 'us-desk-2': officer, 'cn-desk': other, 'us-registry': registry } = dispute.as;
    expect((await dispute.reply(officer)).status).toBe(200);
    const consultations = await dispute.due('consultations');
    expect(codeOf(await dispute.repudiate(officer, 'reply'))).toBe('repudiated-by-its-head-alone');
    expect(codeOf(await dispute.repudiate(other, 'reply'))).toBe('act-of-the-other-side');
    expect((await dispute.repudiate(registry, 'reply')).status).toBe(403);
    expect((await dispute.repudiate(head, 'reply')).status).toBe(200);

    expect((await dispute.shown()).exchange.unanswered).toBe(true);
    expect(await dispute.due('reply')).toBeUndefined();
    expect(await dispute.due('consultations')).toBe(consultations);
    expect(codeOf(await dispute.reply(head))).toBe('reply-out-of-time');
    expect(codeOf(await dispute.repudiate(head, 'reply'))).toBe('repudiated-already');

    await dispute.passTo('2026-03-02T12:00:00+01:00');
    expect(codeOf(await dispute.reply(officer))).toBe('delegation-not-in-force');
    const log = await other.read<{ items: readonly object[] }>('/v1/docket/log?limit=200');
    expect(JSON.stringify(log.items)).toContain(
      'has declared that the reply of 2026-03-02 10:05 UTC was not its own act. From now on it counts as not done, ' +
        'and the delegation under which it was done ends.',
    );
    const { items } = await other.read<{ items: readonly { of: { event: string } }[] }>('/v1/inbox');
    expect(items.map(({ of }) => of.event)).toContain('ActRepudiated');
  });
});
