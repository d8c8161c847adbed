import { words } from '../../support/cases-under-review';
import type { FindingsBody, PanelBody } from '../disputes/bodies';
import { BEGUN, commented, interimServed, reviewed } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

/**
 * The attack of a respondent that is about to lose: from the interim text on its members leave one after the other, so
 * that there is no panel, no majority and no finding (I-68).
 */
describe('serial recusals from S8 on', () => {
  let dispute: Dispute;
  let claims: readonly string[] = [];

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '683');
    await reviewed(dispute);
    await interimServed(dispute);
    await commented(dispute);
    ({ claims } = await panel());
    for (const [member, on] of [
      ['cn-panel-1', 'substantiated'],
      ['cn-panel-2', 'substantiated'],
      ['us-panel-1', 'substantiated'],
      ['us-panel-2', 'not-substantiated'],
    ])
      await dispute.act(member ?? '', 'panel/votes', { claim: claims[0], on });
  });
  afterAll(() => dispute.end());

  const panel = (): Promise<PanelBody> => dispute.as('cn-desk').read(dispute.path('panel'));
  const onSeat = async (): Promise<string | undefined> =>
    (await panel()).seats.find(({ id }) => id === 'respondent-2')?.member?.personId;

  /** Whoever sits there leaves, and what follows from it is done, until somebody else is drawn or nobody can be. */
  const leaves = async (): Promise<void> => {
    await dispute.act((await onSeat()) ?? '', 'panel/recusals', { reason: words('I cannot go on.') });
    const due = (await panel()).deadlines.find(({ id }) => id === 'nomination:US:2')?.dueAt;
    if (due !== undefined) await dispute.moveTo(due);
    await dispute.settle();
  };

  it('take no vote from the members who stay, who give their statements, and let nobody vote meanwhile', async () => {
    await leaves();
    const other = { claim: claims[0], on: 'not-substantiated' };
    expect(await dispute.refused('us-panel-1', 'panel/votes', other)).toMatchObject({ code: 'parity-broken' });
    await dispute.act('cn-panel-1', 'findings/statements', {
      claim: claims[1],
      text: words('It was never decided.'),
      exhibits: [],
    });
  });

  it('end no screening when the last name of the side is used up: the seat stays empty, in public', async () => {
    for (let left = 0; left < 4; left++) await leaves();
    expect(await onSeat()).toBeUndefined();
    expect(await dispute.shown()).toMatchObject({ status: 'registered', outcome: null });
    const { entries } = await dispute.docket();
    expect(entries.find(({ kind }) => kind === 'seat-left-empty')?.texts.en).toBe(
      'No eligible name is left for a seat of the United States. ' +
        'It stays empty, and the findings are made all the same.',
    );
  });

  it('change no majority that there was, and the findings say what is not agreed and who lacked a member', async () => {
    const due = (await panel()).deadlines.find(({ id }) => id === 'findings')?.dueAt;
    if (due !== undefined) await dispute.moveTo(due);
    await dispute.settle();
    const certified = (await panel()).deadlines.find(({ id }) => id === 'certification')?.dueAt ?? '';
    await dispute.moveTo(certified);
    await dispute.settle();
    const found = await dispute.as('us-desk').read<FindingsBody>(dispute.path('panel/findings'));
    expect(found).toMatchObject({ closedBy: 'time', incomplete: ['US'] });
    expect(found.findings.map(({ outcome }) => outcome)).toEqual(
      claims.map((_, index) => (index === 0 ? 'substantiated' : 'not-agreed')),
    );
    expect(await dispute.shown()).toMatchObject({ status: 'ended', outcome: 'findings-issued' });
    expect((await dispute.docket()).entries.find(({ kind }) => kind === 'findings-issued')?.texts.en).toContain(
      'When the deliberation closed, a seat was empty of: the United States.',
    );
  });
});
