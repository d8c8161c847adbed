import { words } from '../../support/cases-under-review';
import type { Client } from '../../support/client';
import { constructedGrievance } from '../../support/constructed';
import { inOffice } from '../../support/forged-token';
import { wtoCase } from '../../support/wto-case';
import { Dispute } from '../disputes/dispute';

const CONCILIATORS = 'settlement/conciliators';

/**
 * The attacks of a side that picks a conciliator not to conciliate: it names the other side's key person so that he
 * cannot sit on the panel, takes one of its own desk, has a conciliator judge what he was told, or picks and waits.
 */
describe('conciliators picked to burn a person of the other side, or to delay', () => {
  let dispute: Dispute;
  let before: Readonly<Record<string, string>>;
  const nothing = { statement: words('Nothing to disclose.') };
  const inTwo = { code: 'two-capacities-in-case', rule: 'I-05' };

  /** A user of the demonstration whose token names another office. */
  const as = (user: string, role: string): Client => inOffice(dispute.as(user), dispute.dataDir, role);

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '72');
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
    await dispute.settle();
    await dispute.act('cn-desk', 'settlement/conciliations');
    await dispute.act('us-desk', 'settlement/conciliations/1/acceptances');
    before = await dispute.due();
  });
  afterAll(() => dispute.end());

  it('make the person who is named nothing: the other side nominates him, and he sits', async () => {
    await dispute.act('cn-desk', CONCILIATORS, { person: 'us-panel-1' });
    await dispute.act('us-desk', 'panel/nominations', { member: 'us-panel-1', coChair: true });
    await dispute.act('us-panel-1', 'panel/disclosures', nothing);
    expect(await dispute.refused('us-panel-1', `${CONCILIATORS}/acceptances`, { of: 'CN' })).toMatchObject({
      status: 403,
      code: 'role-required',
    });
    expect(
      await as('us-panel-1', 'conciliator').post(dispute.path(`${CONCILIATORS}/acceptances`), { of: 'CN' }),
    ).toMatchObject({ status: 403, body: inTwo });
  });

  it('are nobody of a desk, who acts there and cannot accept', async () => {
    expect(await dispute.refused('cn-desk', CONCILIATORS, { person: 'cn-desk' })).toMatchObject({
      status: 422,
      code: 'conciliator-engaged-in-the-case',
    });
    await dispute.act('us-desk', CONCILIATORS, { person: 'cn-desk' });
    expect(
      await as('cn-desk', 'conciliator').post(dispute.path(`${CONCILIATORS}/acceptances`), { of: 'US' }),
    ).toMatchObject({ status: 403, body: inTwo });
  });

  it('are two persons, though both sides name the same: he accepts for one', async () => {
    await dispute.act('cn-desk', CONCILIATORS, { person: 'us-panel-3' });
    await dispute.act('us-desk', CONCILIATORS, { person: 'us-panel-3' });
    const conciliator = as('us-panel-3', 'conciliator');
    await conciliator.act(dispute.path(`${CONCILIATORS}/acceptances`), { of: 'US' });
    await dispute.settle();
    expect(await conciliator.post(dispute.path(`${CONCILIATORS}/acceptances`), { of: 'CN' })).toMatchObject({
      status: 422,
      body: { code: 'conciliator-of-the-other-side', rule: 'I-05' },
    });
  });

  it('never judge what they were told: who has accepted is nominated and heard no more', async () => {
    expect(
      await dispute.refused('us-desk', 'panel/nominations', { member: 'us-panel-3', coChair: false }),
    ).toMatchObject({ status: 422, code: 'nominee-not-eligible' });
  });

  it('delay nothing by never accepting: no clock of the case has moved, and there are none then', async () => {
    const { tries } = await dispute
      .as('cn-desk')
      .read<{ tries: readonly { due: { dueAt: string } }[] }>(dispute.path(CONCILIATORS));
    const during = await dispute.due();
    for (const [id, dueAt] of Object.entries(before)) expect(during[id]).toBe(dueAt);
    await dispute.moveTo(tries[0]?.due.dueAt ?? '');
    await dispute.settle();
    expect(await dispute.as('cn-desk').read(dispute.path(CONCILIATORS))).toMatchObject({ tries: [{ end: 'lacking' }] });
    await dispute.act('cn-desk', 'referral/exit-notices');
  });
});
