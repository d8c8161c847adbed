import { words } from '../../support/cases-under-review';
import type { FindingsBody, PanelBody } from './bodies';
import { BEGUN, extended, interimServed, reviewed, voted } from './decided';
import { Dispute } from './dispute';

/**
 * The attack of a respondent that has lost the vote: a member of its side leaves on the last day, so that the panel
 * cannot close, the long-stop runs out, and the screening lapses without findings (I-68).
 */
describe('one recusal on the last day of S9, with the long-stop at hand', () => {
  let dispute: Dispute;
  let longStop = '';
  let claims: readonly string[] = [];

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '684');
    await reviewed(dispute);
    longStop = (await dispute.due())['long-stop'] ?? '';
    await extended(dispute, 'review', 25);
    await hoursFrom(await dueOf('review'), -1);
    await interimServed(dispute);
    await extended(dispute, 'interim-comments', 10);
    await hoursFrom(await dueOf('interim-comments'), 1);
    await extended(dispute, 'findings', 10);
    await hoursFrom(longStop, -8);
    await voted(dispute);
    ({ claims } = await panel());
    await dispute.act('us-panel-2', 'panel/recusals', { reason: words('I have found a conflict.') });
  });
  afterAll(() => dispute.end());

  const panel = (): Promise<PanelBody> => dispute.as('us-desk').read(dispute.path('panel'));
  const dueOf = async (id: string): Promise<string> =>
    (await panel()).deadlines.find((deadline) => deadline.id === id)?.dueAt ?? '';
  const hoursFrom = (instant: string, hours: number): Promise<void> =>
    dispute.moveTo(new Date(Date.parse(instant) + hours * 3_600_000).toISOString());

  it('lapses nothing: the long-stop closes the deliberation, in public', async () => {
    await hoursFrom(longStop, 1);
    await dispute.settle();
    expect(await dispute.shown()).toMatchObject({ status: 'registered', outcome: null });
    const { entries } = await dispute.docket();
    expect(entries.find(({ kind }) => kind === 'long-stop-reached')?.texts.en).toBe(
      'The long-stop has passed after the interim text: it ends no screening, and closes the deliberation.',
    );
    expect(await dispute.refused('us-panel-1', 'panel/votes', { claim: claims[0], on: 'abstain' })).toMatchObject({
      status: 409,
    });
  });

  it('takes away no majority of those who stay, and the findings say who left a seat empty', async () => {
    await hoursFrom(await dueOf('certification'), 1);
    await dispute.settle();
    const found = await dispute.as('cn-desk').read<FindingsBody>(dispute.path('panel/findings'));
    expect(found).toMatchObject({ closedBy: 'long-stop', incomplete: ['US'] });
    expect(found.findings.map(({ outcome }) => outcome)).toEqual(
      claims.map((_, index) => (index === 0 ? 'substantiated' : 'not-substantiated')),
    );
    expect(await dispute.shown()).toMatchObject({ status: 'ended', outcome: 'findings-issued' });
  });
});
