import { Client } from '../../support/client';
import { MEMBERS } from '../../support/cases-under-review';
import { constructedGrievance } from '../../support/constructed';
import { listPanelists } from '../../support/rosters';
import { wtoCase } from '../../support/wto-case';
import type { PanelBody } from '../disputes/bodies';
import { Dispute } from '../disputes/dispute';

interface RosterBody {
  readonly members: readonly { readonly personId: string; readonly acceptedAt: string | null }[];
}

/**
 * The attack of the respondent: its desk lists the complainant's panelists on its own roster, so that they stand on
 * both, none of them is eligible, and the screening ends for want of a name (I-66).
 */
describe('a desk that lists the people of the other side', () => {
  let dispute: Dispute;
  const others = [1, 2, 3, 4, 5, 6].map((number) => `cn-panel-${String(number)}`);
  const listing = (personId: string) => ({ personId, expertise: ['tariffs'], languages: ['en'] });

  beforeAll(async () => {
    dispute = await Dispute.begin('2025-02-03T09:00:00+01:00', '661', async (url) => {
      // Before anybody of China has accepted, the other desk was quicker.
      const desk = await Client.as(url, 'us-desk');
      for (const person of others.slice(0, 3)) await desk.act('/v1/rosters/US/members', listing(person));
      await listPanelists(url, 'CN', [1, 2, 3, 4, 5, 6]);
      await listPanelists(url, 'US', [1, 2, 3, 4, 5, 6]);
    });
  });
  afterAll(() => dispute.end());

  it('is refused whoever has accepted a place on the other roster', async () => {
    for (const person of others.slice(3)) {
      const { status, body } = await dispute.as('us-desk').post('/v1/rosters/US/members', listing(person));
      expect([status, body]).toMatchObject([409, { code: 'on-other-roster', rule: 'I-66' }]);
    }
  });

  it('puts nobody on its roster who does not accept there, which is for people of its own side', async () => {
    const { status, body } = await dispute.as('cn-panel-1').send('POST', '/v1/rosters/US/acceptances', undefined);
    expect([status, body]).toMatchObject([403, { code: 'not-own-roster' }]);
    expect(await Client.public(dispute.url).read<object>('/v1/rosters')).toMatchObject({
      items: [
        { party: 'CN', names: 6, short: false },
        { party: 'US', names: 6, short: false },
      ],
    });
    const { members } = await dispute.as('cn-desk').read<RosterBody>('/v1/rosters/US/members');
    expect(members.filter(({ acceptedAt }) => acceptedAt === null).map(({ personId }) => personId)).toEqual(
      others.slice(0, 3),
    );
  });

  it('changes nothing in a case: both sides name their members, and the panel is composed', async () => {
    await dispute.register('cn-desk', constructedGrievance(wtoCase(633)));
    await dispute.compose(MEMBERS);
    await dispute.moveTo('2025-02-28T09:00:00+01:00');
    expect(await dispute.as('us-desk').read<PanelBody>(dispute.path('panel'))).toMatchObject({ stage: 'composed' });
  });

  it('empties its own roster at most, after the filing too: who takes an acceptance back is passed over', async () => {
    for (const person of ['us-panel-3', 'us-panel-4', 'us-panel-5', 'us-panel-6'])
      await dispute.as(person).act('/v1/rosters/US/acceptances/withdrawals');
    await dispute.act('cn-panel-1', 'panel/recusals', { reason: [] });
    expect(await dispute.as('us-desk').read<PanelBody>(dispute.path('panel'))).toMatchObject({ stage: 'composed' });
    await dispute.act('us-panel-1', 'panel/recusals', { reason: [] });
    expect(await dispute.shown()).toMatchObject({ status: 'ended', outcome: 'no-panel' });
    const { entries } = await dispute.docket();
    const words = entries.map(({ texts }) => texts.en).join(' ');
    expect(words).toContain('No eligible name is left for a seat of the United States.');
    expect(words).toContain('because a seat could not be filled: the United States.');
  });
});
