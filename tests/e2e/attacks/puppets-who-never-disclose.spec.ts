import { REPLY } from '../../support/cases-at-every-stage';
import { DOSSIER, words } from '../../support/cases-under-review';
import { constructedGrievance } from '../../support/constructed';
import { wtoCase } from '../../support/wto-case';
import type { DossierBody, PanelBody } from '../disputes/bodies';
import { Dispute } from '../disputes/dispute';

/**
 * The attack of the respondent: it lists people who accept and never disclose, so that one after the other is drawn and
 * the time runs out on the complainant (S6).
 */
describe('puppets who are drawn and never disclose', () => {
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '663');
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
    await dispute.act('us-desk', 'reply', REPLY);
    for (const member of ['cn-panel-1', 'cn-panel-2'])
      await dispute.act('cn-desk', 'panel/nominations', { member, coChair: false });
    await dispute.act('us-desk', 'panel/nominations', { member: 'us-panel-1', coChair: false });
    for (const member of ['cn-panel-1', 'cn-panel-2', 'us-panel-1'])
      await dispute.act(member, 'panel/disclosures', { statement: words('Nothing to disclose.') });
  });
  afterAll(() => dispute.end());

  const panel = (): Promise<PanelBody> => dispute.as('cn-desk').read(dispute.path('panel'));
  const nextLapse = async (): Promise<void> => {
    const due = (await panel()).deadlines.find(({ id }) => /^(nomination|disclosure):US:2$/.test(id))?.dueAt ?? '';
    await dispute.moveTo(due);
    await dispute.settle();
  };

  it('are drawn three times for one seat, each time after the one who was silent is off it', async () => {
    await nextLapse();
    await nextLapse();
    await nextLapse();
    const { entries } = await dispute.docket();
    expect(entries.map(({ kind }) => kind).filter((kind) => /drawn|removed/.test(kind))).toEqual([
      'member-drawn',
      'member-removed',
      'member-drawn',
      'member-removed',
      'member-drawn',
    ]);
    const drawn = entries.filter(({ kind }) => kind === 'member-drawn').map(({ texts }) => texts.en);
    expect(drawn).toEqual([
      expect.stringContaining('because nobody was nominated in time'),
      expect.stringContaining('because who was on it made no disclosure in time'),
      expect.stringContaining('because who was on it made no disclosure in time'),
    ]);
    expect((await panel()).stage).toBe('composing');
  });

  it('end the screening at once with the third, and the certificate names their side, not the other', async () => {
    await nextLapse();
    expect(await dispute.shown()).toMatchObject({ status: 'ended', outcome: 'no-panel' });
    const { entries } = await dispute.docket();
    expect(entries.find(({ kind }) => kind === 'panel-impossible')?.texts).toEqual({
      en: 'None of those who were drawn in a row for one seat of the United States was seated. The screening ends.',
      'zh-Hans': '为美国的同一席位接连抽签确定的人员均未就任。审查结束。',
    });
    expect(entries.find(({ kind }) => kind === 'screening-ended')?.texts.en).toContain(
      'because a seat could not be filled: the United States.',
    );
  });

  it('keep the complainant from nothing: a dossier issues', async () => {
    await dispute.act('cn-desk', 'referral/dossiers', DOSSIER);
    const { dossiers } = await dispute
      .as('cn-desk')
      .read<{ dossiers: readonly DossierBody[] }>(dispute.path('referral'));
    expect(dossiers).toMatchObject([{ n: 1, basis: 'no-panel' }]);
  });
});
