import { REPLY } from '../../support/cases-at-every-stage';
import { DOSSIER, words } from '../../support/cases-under-review';
import { Client } from '../../support/client';
import { constructedGrievance } from '../../support/constructed';
import { claimsOf, forgedToken, inOffice } from '../../support/forged-token';
import { wtoCase } from '../../support/wto-case';
import type { PanelBody } from '../disputes/bodies';
import { Dispute } from '../disputes/dispute';

/**
 * The attack of a side: one of its panelists first answers for its desk, in another part of the case, and then sits on
 * the panel that judges the answer; one person signs in two offices, or for both sides (I-05).
 */
describe('a person who comes to a case in a second capacity', () => {
  let dispute: Dispute;
  const inTwo = { code: 'two-capacities-in-case', rule: 'I-05' };
  const nothing = { statement: words('Nothing to disclose.') };

  /** A user of the demonstration whose token names another office. */
  const as = (user: string, role: string): Client => inOffice(dispute.as(user), dispute.dataDir, role);
  const attempt = async (client: Client, part: string, body: object = {}): Promise<readonly [number, unknown]> => {
    const { status, body: problem } = await client.post(dispute.path(part), body);
    return [status, problem];
  };
  const panel = (): Promise<PanelBody> => dispute.as('cn-desk').read(dispute.path('panel'));

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '677');
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
    await as('us-panel-1', 'desk').act(dispute.path('reply'), REPLY);
    await dispute.settle();
  });
  afterAll(() => dispute.end());

  it('is not nominated by who has heard of the first, nor drawn', async () => {
    const [status, problem] = await attempt(dispute.as('us-desk'), 'panel/nominations', {
      member: 'us-panel-1',
      coChair: true,
    });
    expect([status, problem]).toMatchObject([422, { code: 'nominee-not-eligible' }]);
    for (const member of ['cn-panel-1', 'cn-panel-2'])
      await dispute.act('cn-desk', 'panel/nominations', { member, coChair: false });
    await dispute.act('cn-panel-1', 'panel/disclosures', nothing);
    // Who was nominated and has done nothing yet is nothing in the case, and may still be something else.
    await as('cn-panel-2', 'desk').act(dispute.path('calls'), { proposedFor: '2025-02-21T09:00:00+01:00' });
    await dispute.settle();
    expect(await attempt(dispute.as('cn-panel-2'), 'panel/disclosures', nothing)).toMatchObject([403, inTwo]);
    const due = (await panel()).deadlines.find(({ id }) => id === 'nomination:US:1')?.dueAt ?? '';
    await dispute.moveTo(due);
    await dispute.settle();
    const { draws } = await dispute
      .as('us-desk')
      .read<{ draws: readonly { eligible: readonly string[] }[] }>(dispute.path('panel/draws'));
    expect(draws.length).toBeGreaterThan(1);
    expect(draws.filter(({ eligible }) => eligible.includes('us-panel-1'))).toEqual([]);
  });

  it('does nothing for a desk in the intake once the disclosure was made in the panel', async () => {
    expect(await attempt(as('cn-panel-1', 'desk'), 'claims/withdrawals', { claims: ['C1'] })).toMatchObject([
      403,
      inTwo,
    ]);
  });

  it('signs no dossier as a co-head after finding the case complete as an officer of the registry', async () => {
    await dispute.act('cn-desk', 'referral/exit-notices');
    await dispute.act('cn-desk', 'referral/dossiers', DOSSIER);
    const { dossiers } = await dispute
      .as('cn-desk')
      .read<{ dossiers: readonly { assembly: { digest: string } }[] }>(dispute.path('referral'));
    const digest = dossiers[0]?.assembly.digest;
    const signature = 'referral/dossiers/1/signatures';
    expect(await attempt(as('us-registry', 'cohead'), signature, { digest })).toMatchObject([403, inTwo]);
    await dispute.act('us-cohead', signature, { digest });
  });

  it('never speaks for both sides', async () => {
    const claims = claimsOf(dispute.as('cn-desk').token ?? '');
    const forBoth = Client.withToken(dispute.url, forgedToken(dispute.dataDir, { ...claims, party: 'US' }));
    expect(await attempt(forBoth, 'calls', { proposedFor: '2025-02-21T09:00:00+01:00' })).toMatchObject([
      401,
      { code: 'token-invalid' },
    ]);
  });

  it('goes on in the first', async () => {
    await as('us-panel-1', 'desk').act(dispute.path('calls'), { proposedFor: '2025-02-21T09:00:00+01:00' });
  });
});
