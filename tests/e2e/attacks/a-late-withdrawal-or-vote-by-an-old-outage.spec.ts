import { codeOf, LateDispute } from '../disputes/late-dispute';

/**
 * The attack: an outage of long ago covers the instant at which a party says to have withdrawn, or a member to have
 * voted; an officer enters it, now that it helps (I-67).
 */
describe('a late withdrawal or vote by an old outage, and an officer who enters a member’s vote', () => {
  let dispute: LateDispute;
  let received: object;
  beforeAll(async () => {
    dispute = await LateDispute.start();
    const reason = [{ lang: 'en', text: 'No party could reach the system.', kind: 'original' }];
    const times = { from: '2026-03-03T09:00:00+01:00', to: '2026-03-03T12:00:00+01:00' };
    const { body } = await dispute.as['us-cohead'].act<{ id: string; digest: string }>('/v1/outages', {
      ...times,
      reason,
    });
    await dispute.as['cn-cohead'].act(`/v1/outages/${body.id}/signatures`, { digest: body.digest });
    received = await dispute.came(dispute.as['cn-registry'], '2026-03-03T10:00:00+01:00', 'We withdraw.');
  }, 120_000);
  afterAll(() => dispute.stop());

  it('withdraws nothing, neither the whole nor a claim', async () => {
    const root = `/v1/cases/${dispute.cases.awaitingReply}`;
    for (const [path, body] of [
      ['/withdrawal', {}],
      ['/claims/withdrawals', { claims: ['C1'] }],
    ] as const) {
      const refused = await dispute.as['cn-desk'].post(root + path, { ...body, received });
      expect([path, codeOf(refused)]).toEqual([path, 'never-entered-late']);
      expect((await dispute.as['cn-registry'].post(root + path, { ...body, received })).status).toBe(403);
    }
    expect(await dispute.as['cn-desk'].read(root)).toMatchObject({ status: 'registered' });
  });

  it('casts no vote, by its member or by an officer', async () => {
    const path = `/v1/cases/${dispute.cases.awaitingReply}/panel/votes`;
    const vote = { claim: 'C1', vote: 'substantiated', received };
    expect(codeOf(await dispute.as['us-panel-1'].post(path, vote))).toBe('entered-by-its-author-alone');
    expect((await dispute.as['cn-registry'].post(path, vote)).status).toBe(403);
  });

  it('revives no reply either: an entry comes on the working day after the outage that covers it', async () => {
    const late = await dispute.came(dispute.as['us-registry'], '2026-03-03T10:00:00+01:00');
    expect(codeOf(await dispute.reply(dispute.as['us-registry'], late))).toBe('late-entry-out-of-time');
  });
});
