import type { PanelBody } from './bodies';
import { BEGUN, closed, extended, interimServed, reviewed, voted } from './decided';
import { Dispute } from './dispute';

/** Certification and its default do not fall to the long-stop (I-68): the time for both ends a week after it. */
describe('a long-stop that falls between the close of the deliberation and the certification', () => {
  let dispute: Dispute;
  let longStop = '';

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '682');
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
    await closed(dispute);
  });
  afterAll(() => dispute.end());

  const dueOf = async (id: string): Promise<string> => {
    const { deadlines } = await dispute.as('us-desk').read<PanelBody>(dispute.path('panel'));
    return deadlines.find((deadline) => deadline.id === id)?.dueAt ?? '';
  };
  const hoursFrom = (instant: string, hours: number): Promise<void> =>
    dispute.moveTo(new Date(Date.parse(instant) + hours * 3_600_000).toISOString());

  it('lapses nothing: the panel is still to be certified when it has passed', async () => {
    const { deadlines } = await dispute.as('us-desk').read<PanelBody>(dispute.path('panel'));
    expect(deadlines.map(({ id, dueAt }) => [id, dueAt > longStop])).toEqual([['certification', true]]);
    await hoursFrom(longStop, 1);
    expect(await dispute.shown()).toMatchObject({ status: 'registered', outcome: null });
  });

  it('bars neither the certification of one co-head nor the default that stands in for the other', async () => {
    const findings = dispute.path('panel/findings');
    const { digest } = await dispute.as('cn-cohead').read<{ digest: string }>(findings);
    await dispute.act('cn-cohead', 'findings/certifications', { digest });
    await hoursFrom(await dueOf('certification'), 1);
    expect(await dispute.as('us-desk').read(findings)).toMatchObject({ issuedBy: 'default', missing: ['US'] });
    expect(await dispute.shown()).toMatchObject({ status: 'ended', outcome: 'findings-issued' });
    expect((await dispute.docket()).line.outcome).toMatchObject({ code: 'findings-issued' });
  });
});
