import { Client } from '../../support/client';
import { constructedGrievance } from '../../support/constructed';
import { MEMBERS, words } from '../../support/cases-under-review';
import { wtoCase } from '../../support/wto-case';
import { certified } from '../disputes/certified';
import { BEGUN, commented, endOf, interimServed, reviewed } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

/**
 * The attack of a complainant: a new claim on the eve of the interim text, so that it is voted on before the respondent
 * has said a word about it, by a panel that has had days for it.
 */
describe('a claim supplemented on the eve of the interim text', () => {
  const whole = constructedGrievance(wtoCase(633));
  const [claim] = whole.claims;
  const late = { ...claim, id: 'C9', provision: 'XI:1' };
  const vote = { claim: 'C9', on: 'substantiated' };
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '615');
    await reviewed(dispute);
    await dispute.moveTo('2026-04-22T10:00:00+02:00');
    const supplemented = { ...whole, claims: [...whole.claims, late] };
    await dispute.act('cn-desk', 'amendments', await certified(dispute, supplemented, 'supplement'));
    await interimServed(dispute);
    await commented(dispute);
  });
  afterAll(() => dispute.end());

  it('gives the panel at least fifteen working days from its reply, or the lapse of its time', async () => {
    const { 'reply:S1': lapses = '' } = await dispute.due();
    const asked = `/v1/procedure/deadline?clock=late-claim&day=${lapses.slice(0, 10)}`;
    const { dueAt } = await Client.public(dispute.url).read<{ dueAt: string }>(asked);
    expect(await endOf(dispute, 'findings')).toBe(dueAt);
  });

  it('is voted on by nobody, and given no reasons, before that reply', async () => {
    const refused = { status: 409, code: 'claim-awaits-reply', rule: 'I-24' };
    for (const member of MEMBERS) expect(await dispute.refused(member, 'panel/votes', vote)).toEqual(refused);
    const reasons = { claim: 'C9', supports: 'substantiated', text: words('It is plain.'), exhibits: [] };
    expect(await dispute.refused('cn-panel-1', 'findings/reasons', reasons)).toEqual(refused);
    await dispute.act('cn-panel-1', 'panel/votes', { claim: 'C1', on: 'substantiated' });
  });

  it('is decided by the panel once it was answered', async () => {
    const counterStatements = [{ claim: 'C9', statement: words('It is no restriction.') }];
    await dispute.act('us-desk', 'amendments/S1/reply', { counterStatements });
    for (const member of MEMBERS) await dispute.act(member, 'panel/votes', vote);
    expect(await dispute.docket()).toMatchObject({ line: { stage: 'S9' } });
  });
});
