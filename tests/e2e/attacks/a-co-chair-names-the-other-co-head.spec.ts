import { REPLY } from '../../support/cases-at-every-stage';
import { MEMBERS, words } from '../../support/cases-under-review';
import { Client } from '../../support/client';
import { constructedGrievance } from '../../support/constructed';
import { wtoCase } from '../../support/wto-case';
import type { PanelBody } from '../disputes/bodies';
import { Dispute } from '../disputes/dispute';

/**
 * The attack of a co-chair: it admits the other side's co-head, a desk officer and a panelist of that side as third
 * parties, so that they can do nothing else in the case (I-05).
 */
describe('a co-chair that names the people of the other side as third parties', () => {
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '505');
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
    await dispute.act('us-desk', 'reply', REPLY);
    await dispute.compose(MEMBERS);
    await dispute.moveTo('2025-03-05T09:00:00+01:00');
    expect(await dispute.as('us-desk').read<PanelBody>(dispute.path('panel'))).toMatchObject({ stage: 'reviewing' });
    for (const personId of ['us-cohead', 'us-desk-2', 'us-panel-3'])
      await dispute.act('cn-panel-1', 'panel/third-parties', { name: words('Importers'), personId });
  });
  afterAll(() => dispute.end());

  const extension = { deadline: 'review', by: 5, reason: { en: 'Illness.', 'zh-Hans': '患病。' } };

  it('makes them nothing: the co-head signs and the officer proposes as before', async () => {
    await dispute.act('us-cohead', 'panel/extensions', extension);
    const officer = await Client.as(dispute.url, 'us-desk-2');
    await officer.act(dispute.path('panel/expert-lists'), {
      experts: [{ name: words('Institute'), expertise: ['statistics'] }],
    });
  });

  it('leaves them eligible: the panelist is nominated, and sits once the disclosure is made', async () => {
    await dispute.act('us-panel-2', 'panel/recusals', { reason: [] });
    await dispute.act('us-desk', 'panel/nominations', { member: 'us-panel-3', coChair: false });
    await dispute.act('us-panel-3', 'panel/disclosures', { statement: words('I was named by the other side.') });
  });

  it('has none of them heard as what they are not', async () => {
    expect(
      (
        await dispute
          .as('us-cohead')
          .post(dispute.path('panel/assignments/third-party:1/notes'), { text: words('We pay.') })
      ).status,
    ).toBe(403);
  });
});
