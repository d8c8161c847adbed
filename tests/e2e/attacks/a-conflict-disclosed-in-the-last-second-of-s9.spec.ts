import { words } from '../../support/cases-under-review';
import type { FindingsBody, PanelBody } from '../disputes/bodies';
import { BEGUN, interimServed, reviewed, voted } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

/**
 * The attack of a respondent that has lost the vote: in the last second of S9 its member finds a conflict and leaves,
 * so that the time for votes ends with a seat empty, and no vote of a successor counts any more (S9).
 */
describe('a conflict disclosed in the last second of S9', () => {
  let dispute: Dispute;
  let claims: readonly string[] = [];
  let due = '';
  let successor = '';

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '685');
    await reviewed(dispute);
    await interimServed(dispute);
    await dispute.moveTo(await dueOf('interim-comments'));
    await dispute.settle();
    await voted(dispute);
    ({ claims } = await panel());
    due = await dueOf('findings');
    await dispute.moveTo(new Date(Date.parse(due) - 1_000).toISOString());
    await dispute.act('us-panel-2', 'panel/recusals', { reason: words('I have found a conflict.') });
    await dispute.moveTo(new Date(Date.parse(due) + 600_000).toISOString());
    await dispute.settle();
  });
  afterAll(() => dispute.end());

  const panel = (): Promise<PanelBody> => dispute.as('us-desk').read(dispute.path('panel'));
  const dueOf = async (id: string): Promise<string> =>
    (await panel()).deadlines.find((deadline) => deadline.id === id)?.dueAt ?? '';

  it('leaves no seat empty: a successor is drawn at once, and no nomination of its side is taken', async () => {
    const { seats } = await panel();
    successor = seats.find(({ id }) => id === 'respondent-2')?.member?.personId ?? '';
    expect(successor).toMatch(/^us-panel-[3-9]$/);
    const nomination = { member: 'us-panel-4', coChair: false };
    expect(await dispute.refused('us-desk', 'panel/nominations', nomination)).toMatchObject({ code: 'no-vacant-seat' });
  });

  it('ends no deliberation while the panel is not whole, and gives a whole one five days again', async () => {
    const { entries } = await dispute.docket();
    expect(entries.map(({ kind }) => kind)).toContain('findings-await-parity');
    await dispute.act(successor, 'panel/disclosures', { statement: words('Nothing to disclose.') });
    await dispute.moveTo(await dueOf('challenge:US:2'));
    await dispute.settle();
    const days = (Date.parse(await dueOf('findings')) - Date.parse(due)) / 86_400_000;
    expect(days).toBeGreaterThan(7);
    await dispute.act(successor, 'panel/votes', { claim: claims[0], on: 'not-substantiated' });
  });

  it('takes no majority away from those who stay', async () => {
    await dispute.moveTo(await dueOf('findings'));
    await dispute.settle();
    await dispute.moveTo(await dueOf('certification'));
    await dispute.settle();
    const found = await dispute.as('cn-desk').read<FindingsBody>(dispute.path('panel/findings'));
    expect(found).toMatchObject({ closedBy: 'time', incomplete: [] });
    expect(found.findings[0]).toMatchObject({ outcome: 'substantiated' });
  });
});
