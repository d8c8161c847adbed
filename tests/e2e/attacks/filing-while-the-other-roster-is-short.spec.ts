import { Client } from '../../support/client';
import { constructedGrievance } from '../../support/constructed';
import { listPanelists } from '../../support/rosters';
import { wtoCase } from '../../support/wto-case';
import type { NoticeBody, PanelBody } from '../disputes/bodies';
import { Dispute } from '../disputes/dispute';

/**
 * The attack of the complainant: it files when the other side's roster has one name, which is not enough for a panel
 * (I-66).
 */
describe('filing while the other roster is short', () => {
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '662', async (url) => {
      await listPanelists(url, 'CN', [1, 2, 3, 4, 5, 6]);
      await listPanelists(url, 'US', [1]);
    });
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
  });
  afterAll(() => dispute.end());

  const nominate = (member: string): Promise<void> =>
    dispute.act('us-desk', 'panel/nominations', { member, coChair: false });

  it('is a public fact, of which both sides have notice', async () => {
    expect(await Client.public(dispute.url).read('/v1/rosters')).toMatchObject({
      items: [
        { party: 'CN', names: 6, shouldHave: 6, short: false },
        { party: 'US', names: 1, shouldHave: 6, short: true },
      ],
    });
    const { entries } = await dispute.docket();
    expect(entries.find(({ kind }) => kind === 'roster-short')?.texts).toEqual({
      en:
        'The roster of the United States is short: 1 name of 6 names that it should have. It can be filled up until ' +
        'its nominations are due.',
      'zh-Hans': '美国的名册不足员：应有 6 人，现有 1 人。在其提名期限届满前可以补足。',
    });
    for (const desk of ['us-desk', 'cn-desk']) {
      const { items } = await dispute.as(desk).read<{ items: readonly NoticeBody[] }>('/v1/inbox?limit=100');
      expect(items.map(({ of }) => of.event)).toContain('RosterFoundShort');
    }
  });

  it('gains nothing: the roster is filled up by acceptances, of which as many count as are missing', async () => {
    await listPanelists(dispute.url, 'US', [2, 3, 4, 5]);
    await dispute.settle();
    await dispute.compose(['us-panel-2', 'us-panel-3']);
    const { entries } = await dispute.docket();
    expect(entries.find(({ kind }) => kind === 'roster-filled-up')?.texts.en).toBe(
      'The roster of the United States was filled up for this case; it has 5 names now.',
    );
  });

  it('lets nobody in who is listed on a roster that was full at the filing', async () => {
    await dispute.as('cn-desk').act('/v1/rosters/CN/members', {
      personId: 'cn-outsider',
      expertise: ['tariffs'],
      languages: ['en'],
    });
    const outsider = await Client.as(dispute.url, 'cn-outsider');
    await outsider.act('/v1/rosters/CN/acceptances');
    expect(
      await dispute.refused('cn-desk', 'panel/nominations', { member: 'cn-outsider', coChair: false }),
    ).toMatchObject({ code: 'not-on-frozen-roster' });
  });

  it('goes on to a panel, and who accepts after the nominations were due is not on it', async () => {
    await dispute.compose(['cn-panel-1', 'cn-panel-2']);
    await dispute.moveTo('2025-02-26T09:00:00+01:00');
    expect(await dispute.as('us-desk').read<PanelBody>(dispute.path('panel'))).toMatchObject({ stage: 'composed' });
    await listPanelists(dispute.url, 'US', [6]);
    await dispute.as('us-panel-2').act(dispute.path('panel/recusals'), { reason: [] });
    expect(
      await dispute.refused('us-desk', 'panel/nominations', { member: 'us-panel-6', coChair: false }),
    ).toMatchObject({ code: 'not-on-frozen-roster' });
    await nominate('us-panel-4');
  });
});
