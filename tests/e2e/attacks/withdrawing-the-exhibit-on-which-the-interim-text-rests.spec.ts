import { words } from '../../support/cases-under-review';
import { BEGUN, commented, exhibitOf, reviewed } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

const WITHDRAWN = { reason: 'filed-by-mistake' };

/** What is struck is told to the panel, and nothing that it says later rests on it (I-70). */
describe('withdrawing the exhibit on which the interim text rests', () => {
  let dispute: Dispute;
  const struck = { status: 422, code: 'exhibit-struck', rule: 'I-70' };
  const drafting = (exhibits: readonly string[]) => ({ text: words('The rate was twenty per cent.'), exhibits });
  const digestOfDraft = async (): Promise<string> => {
    const { draft } = await dispute.as('cn-panel-1').read<{ draft: { digest: string } }>(dispute.path('panel/votes'));
    return draft.digest;
  };

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '703');
    await reviewed(dispute);
    await dispute.act('us-desk', 'exhibits', await exhibitOf(dispute, 'us-desk'));
    await dispute.act('cn-panel-1', 'panel/interim', drafting(['USA-1']));
    await dispute.act('cn-panel-1', 'panel/interim/signatures', { digest: await digestOfDraft() });
    await dispute.act('us-desk', 'exhibits/USA-1/withdrawal', WITHDRAWN);
  });
  afterAll(() => dispute.end());

  it('before it is agreed on strikes the exhibit, so that no text on it is signed or drafted', async () => {
    expect(await dispute.as('us-panel-1').read(dispute.path('panel'))).toMatchObject({
      exhibits: [],
      struck: ['USA-1'],
    });
    const digest = await digestOfDraft();
    expect(await dispute.refused('us-panel-1', 'panel/interim/signatures', { digest })).toEqual(struck);
    expect(await dispute.refused('us-panel-1', 'panel/interim', drafting(['USA-1']))).toEqual(struck);
  });

  it('lets the other side answer the withdrawal, and the text rest on that', async () => {
    await dispute.act('cn-desk', 'exhibits', await exhibitOf(dispute, 'cn-desk', { answers: 'USA-1' }));
    await dispute.act('cn-panel-1', 'panel/interim', drafting(['CHN-1']));
    const digest = await digestOfDraft();
    for (const coChair of ['cn-panel-1', 'us-panel-1'])
      await dispute.act(coChair, 'panel/interim/signatures', { digest });
    expect(await dispute.as('us-desk').read(dispute.path('panel'))).toMatchObject({
      stage: 'interim-comments',
      interim: { texts: [{ exhibits: ['CHN-1'] }] },
    });
  });

  it('afterwards is refused, and the findings rest on what stands', async () => {
    expect(await dispute.refused('cn-desk', 'exhibits/CHN-1/withdrawal', WITHDRAWN)).toMatchObject({
      status: 409,
      code: 'evidence-closed',
    });
    await commented(dispute);
    const [claim] = (await dispute.as('cn-desk').read<{ claims: readonly string[] }>(dispute.path('panel'))).claims;
    const reasons = { claim, supports: 'substantiated', text: words('It rests on it.') };
    expect(await dispute.refused('us-panel-1', 'findings/reasons', { ...reasons, exhibits: ['USA-1'] })).toEqual(
      struck,
    );
    await dispute.act('us-panel-1', 'findings/reasons', { ...reasons, exhibits: ['CHN-1'] });
  });
});
