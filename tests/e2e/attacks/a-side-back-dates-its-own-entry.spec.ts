import { codeOf, LateDispute } from '../disputes/late-dispute';

/**
 * The attack: who has let its time pass says that it had replied in time, by a note that nobody received, and confirms
 * that itself (I-67).
 */
describe('a side back-dates an entry of its own, and confirms it', () => {
  let dispute: LateDispute;
  beforeAll(async () => {
    dispute = await LateDispute.start();
  }, 120_000);
  afterAll(() => dispute.stop());

  it('has no effect by the claim, nor by its own confirmation, nor by the silence of the other side', async () => {
    const { 'us-registry': attacker, 'us-desk': desk } = dispute.as;
    expect((await dispute.reply(attacker, await dispute.came(attacker, dispute.lastMinute))).status).toBe(200);
    const [entry] = await dispute.entries();
    expect(entry).toMatchObject({ act: 'reply', party: 'US', status: 'claimed' });
    expect(await dispute.isUnanswered()).toBe(true);
    expect(codeOf(await dispute.answer(attacker, entry))).toBe('own-late-entry');
    for (const who of [desk, dispute.as['us-cohead'], dispute.as['cn-desk']])
      expect((await dispute.answer(who, entry)).status).toBe(403);
    const week = new Date(Date.parse(dispute.lastMinute) + 7 * 86_400_000).toISOString();
    await dispute.passTo(week);
    expect(await dispute.entries()).toMatchObject([{ status: 'lapsed' }]);
    expect(codeOf(await dispute.answer(dispute.as['cn-registry'], entry))).toBe('late-entry-answered');
    expect(await dispute.isUnanswered()).toBe(true);
    // Weeks later it cannot even be claimed.
    expect(codeOf(await dispute.reply(desk, await dispute.came(desk, dispute.lastMinute)))).toBe(
      'late-entry-out-of-time',
    );
    const history = await dispute.as['us-desk'].read<{ items: readonly { type: string }[] }>(
      `/v1/cases/${dispute.cases.awaitingReply}/history?limit=200`,
    );
    expect(history.items.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['LateEntryClaimed', 'LateEntryLapsed']),
    );
  });
});
