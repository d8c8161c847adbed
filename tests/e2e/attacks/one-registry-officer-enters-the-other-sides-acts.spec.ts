import { codeOf, LateDispute } from '../disputes/late-dispute';

/**
 * The attack: an officer of the registry, whom one side has sent, enters for the other side what that never did. A
 * reply that accepts everything, a signature, a certification (I-67).
 */
describe('one registry officer enters the other side’s reply, signature or certification', () => {
  let dispute: LateDispute;
  beforeAll(async () => {
    dispute = await LateDispute.start();
  }, 120_000);
  afterAll(() => dispute.stop());

  it('enters no reply of the respondent, whoever’s name it bears', async () => {
    const attacker = dispute.as['cn-registry'];
    const received = await dispute.came(attacker, dispute.lastMinute, 'A reply that nobody wrote');
    expect(codeOf(await dispute.reply(attacker, received))).toBe('not-the-respondent');
    expect((await dispute.reply(attacker, { ...received, from: 'us-desk', party: 'US' })).status).toBe(422);
    expect((await dispute.reply(attacker)).status).toBe(403);
    expect(await dispute.entries()).toEqual([]);
    expect(await dispute.isUnanswered()).toBe(true);
  });

  it('has no route of its own for it any more', async () => {
    const { awaitingReply } = dispute.cases;
    for (const part of ['', '/evidence', '/panel', '/referral', '/settlement']) {
      const answer = await dispute.as['cn-registry'].post(`/v1/cases/${awaitingReply}${part}/fallback-entries`, {});
      expect([part, answer.status]).toEqual([part, 404]);
    }
  });

  it('enters no signature and no certification, of either side', async () => {
    const attacker = dispute.as['cn-registry'];
    const received = await dispute.came(attacker, dispute.lastMinute, 'A signature');
    const root = `/v1/cases/${dispute.cases.awaitingReply}`;
    const signing = { digest: received.original, received };
    for (const path of ['/proposals/proposal:1/signatures', '/settlement/texts/1/signatures']) {
      expect([path, (await attacker.post(root + path, signing)).status]).toEqual([path, 403]);
      const ofDesk = await dispute.as['us-desk'].post(root + path, signing);
      expect([path, codeOf(ofDesk)]).toEqual([path, 'never-entered-late']);
    }
    const certifying = await dispute.as['us-cohead'].post(`${root}/findings/certifications`, signing);
    expect(codeOf(certifying)).toBe('entered-by-its-author-alone');
    expect((await attacker.post(`${root}/findings/certifications`, signing)).status).toBe(403);
  });
});
