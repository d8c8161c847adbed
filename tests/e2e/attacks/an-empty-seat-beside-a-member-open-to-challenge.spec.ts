import { words } from '../../support/cases-under-review';
import type { FindingsBody, PanelBody } from '../disputes/bodies';
import { BEGUN, commented, interimServed, reviewed } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

/**
 * The attack of a respondent that is about to lose by one vote: its seat runs empty in S9, so that nobody waits for it,
 * and the time for votes ends while a member of the complainant who disclosed something is open to challenge. Its vote
 * counts all the same.
 */
describe('an empty seat beside a member open to challenge', () => {
  let dispute: Dispute;
  let due = '';

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '687');
    await reviewed(dispute);
    await interimServed(dispute);
    await commented(dispute);
    const [claim] = (await panel()).claims;
    for (const [member, on] of [
      ['cn-panel-1', 'substantiated'],
      ['us-panel-1', 'substantiated'],
      ['cn-panel-2', 'substantiated'],
      ['us-panel-2', 'not-substantiated'],
    ])
      await dispute.act(member ?? '', 'panel/votes', { claim, on });
    for (let left = 0; left < 5; left++) await leaves();
  });
  afterAll(() => dispute.end());

  const panel = (): Promise<PanelBody> => dispute.as('cn-desk').read(dispute.path('panel'));
  const dueOf = async (id: string): Promise<string> =>
    (await panel()).deadlines.find((deadline) => deadline.id === id)?.dueAt ?? '';

  /** Whoever sits on the respondent's second seat leaves, and a successor is drawn as long as there is a name. */
  const leaves = async (): Promise<void> => {
    const member = (await panel()).seats.find(({ id }) => id === 'respondent-2')?.member?.personId;
    await dispute.act(member ?? '', 'panel/recusals', { reason: words('I cannot go on.') });
    const drawn = await dueOf('nomination:US:2');
    if (drawn !== '') await dispute.moveTo(drawn);
    await dispute.settle();
  };

  it('waits for the challenge when the time for votes ends', async () => {
    expect((await panel()).seats.find(({ id }) => id === 'respondent-2')?.member ?? null).toBeNull();
    due = await dueOf('findings');
    await dispute.moveTo(new Date(Date.parse(due) - 1_000).toISOString());
    await dispute.act('cn-panel-1', 'panel/disclosures', { statement: words('An old client called me.') });
    await dispute.moveTo(new Date(Date.parse(due) + 600_000).toISOString());
    await dispute.settle();
    expect((await dispute.docket()).entries.map(({ kind }) => kind)).not.toContain('findings-decided');
    expect(await dueOf('challenge:CN:1')).not.toBe('');
  });

  it('counts the vote of that member once nobody has challenged it', async () => {
    await dispute.moveTo(await dueOf('challenge:CN:1'));
    await dispute.settle();
    await dispute.moveTo(await dueOf('certification'));
    await dispute.settle();
    const found = await dispute.as('us-desk').read<FindingsBody>(dispute.path('panel/findings'));
    expect(found).toMatchObject({ incomplete: ['US'] });
    expect(found.findings[0]).toMatchObject({ outcome: 'substantiated' });
  });
});
