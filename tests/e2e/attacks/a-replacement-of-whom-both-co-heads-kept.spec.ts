import { words } from '../../support/cases-under-review';
import type { PanelBody } from '../disputes/bodies';
import { BEGUN, reviewed } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

interface Challenged extends PanelBody {
  readonly challenges: readonly { readonly id: string; readonly digests: Readonly<Record<string, string>> }[];
}

/**
 * The attack of a side that has no ground: it challenges a member all the same, both co-heads reject that, and it has
 * the member replaced without one (S6).
 */
describe('a replacement of a member whom both co-heads kept', () => {
  let dispute: Dispute;
  const member = 'us-panel-2';
  const panel = () => dispute.as('cn-desk').read<Challenged>(dispute.path('panel'));

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '717');
    await reviewed(dispute);
    const cameToLight = await dispute.cast.now();
    await dispute.act('cn-desk', 'panel/challenges', { member, cameToLight, grounds: words('We do not trust it.') });
    const challenge = (await panel()).challenges.at(-1)!;
    for (const coHead of ['us-cohead', 'cn-cohead'])
      await dispute.act(coHead, `panel/challenges/${challenge.id}/decisions`, {
        ...{ verdict: 'not-upheld', digest: challenge.digests['not-upheld'] },
      });
  });
  afterAll(() => dispute.end());

  it('is refused, and the member sits on at once', async () => {
    expect(await dispute.refused('cn-desk', 'panel/replacements', { member })).toEqual({
      ...{ status: 409, code: 'not-open-to-replacement', rule: 'S6' },
    });
    const { seats, deadlines } = await panel();
    expect(seats.find(({ id }) => id === 'respondent-2')?.member?.personId).toBe(member);
    expect(deadlines.filter(({ id }) => id.startsWith('replacement:'))).toEqual([]);
  });
});
