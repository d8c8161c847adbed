import { words } from '../../support/cases-under-review';
import type { FindingsBody, PanelBody } from './bodies';
import { BEGUN, extended, interimServed, reviewed, voted } from './decided';
import { Dispute } from './dispute';

/**
 * The attack of a respondent that has lost the vote: a member of its side leaves on the last day, so that the panel
 * cannot close, the long-stop runs out, and the screening lapses without findings (I-68, I-69).
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

  it('lapses nothing: the time of the seat is added to the long-stop, in public on its side’s account', async () => {
    await dispute.settle();
    expect(Date.parse((await dispute.due())['long-stop'] ?? '')).toBeGreaterThan(Date.parse(longStop));
    const { entries } = await dispute.docket();
    expect(entries.find(({ kind }) => kind === 'seat-time-added')?.texts.en).toMatch(
      /: (\d+) days in all are added to the long-stop, \1 on the account of the United States; /,
    );
    await hoursFrom(longStop, 1);
    await dispute.settle();
    expect(await dispute.shown()).toMatchObject({ status: 'registered', outcome: null });
    expect((await dispute.docket()).entries.map(({ kind }) => kind)).not.toContain('long-stop-reached');
  });

  it('takes away no majority of those who stay, and the findings say who left a seat empty', async () => {
    // Nobody who is drawn for the seat ever discloses.
    for (let due = await dueOf('disclosure:US:2'); due !== ''; due = await dueOf('disclosure:US:2')) {
      await dispute.moveTo(due);
      await dispute.settle();
    }
    const findings = await dueOf('findings');
    if (findings !== '') await hoursFrom(findings, 1);
    await dispute.settle();
    await hoursFrom(await dueOf('certification'), 1);
    await dispute.settle();
    const found = await dispute.as('cn-desk').read<FindingsBody>(dispute.path('panel/findings'));
    expect(found).toMatchObject({ closedBy: 'time', incomplete: ['US'] });
    expect(found.findings.map(({ outcome }) => outcome)).toEqual(
      claims.map((_, index) => (index === 0 ? 'substantiated' : 'not-substantiated')),
    );
    expect(await dispute.shown()).toMatchObject({ status: 'ended', outcome: 'findings-issued' });
  });
});
