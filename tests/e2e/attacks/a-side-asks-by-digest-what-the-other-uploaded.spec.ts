import { codeOf, LateDispute } from '../disputes/late-dispute';

/**
 * The attack: who holds a copy of a paper enters it as the original of a late entry, to learn by the answer whether the
 * other side has uploaded it (I-67, I-43).
 */
describe('a side names the digest of what the other side has uploaded', () => {
  let dispute: LateDispute;
  beforeAll(async () => {
    dispute = await LateDispute.start();
  }, 120_000);
  afterAll(() => dispute.stop());

  it('is answered as if nobody had uploaded it, until it uploads the same itself', async () => {
    const { 'us-registry': attacker, 'cn-desk': other } = dispute.as;
    const theirs = await dispute.came(other, dispute.lastMinute, 'A memorandum that has leaked');
    const refused = await dispute.reply(attacker, theirs);
    const unknown = await dispute.reply(attacker, { ...theirs, original: 'ab'.repeat(32) });
    expect([refused.status, codeOf(refused)]).toEqual([422, 'late-entry-original-missing']);
    expect(saidOf(refused)).toEqual(saidOf(unknown));
    expect(await dispute.entries()).toEqual([]);
    const own = await dispute.came(attacker, dispute.lastMinute, 'A memorandum that has leaked');
    expect((await dispute.reply(attacker, own)).status).toBe(200);
  });
});

/** All that the caller is told, but for the id of the request. */
const saidOf = ({ body }: Awaited<ReturnType<LateDispute['reply']>>): object => {
  const { instance: _instance, ...said } = body as Record<string, unknown>;
  return said;
};
