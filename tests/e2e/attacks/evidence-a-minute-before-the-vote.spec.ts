import { words } from '../../support/cases-under-review';
import { BEGUN, closed, commented, endOf, exhibitOf, interimServed, reviewed, voted } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

const MINUTE = 60_000;

/** The panel makes its findings on what both sides could answer (I-65, I-70). */
describe('evidence a minute before the vote', () => {
  let dispute: Dispute;
  const refusal = { status: 409, code: 'evidence-closed', rule: 'I-70' };

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '702');
    await reviewed(dispute);
    await dispute.act('us-desk', 'exhibits', await exhibitOf(dispute, 'us-desk', { tier: 'PARTIES' }));
    await interimServed(dispute);
    await commented(dispute);
    await dispute.moveTo(await endOf(dispute, 'findings', -MINUTE));
  });
  afterAll(() => dispute.end());

  it('is refused to both sides, and so is one that only the parties had until then', async () => {
    for (const desk of ['cn-desk', 'us-desk'])
      expect(await dispute.refused(desk, 'exhibits', await exhibitOf(dispute, desk))).toEqual(refusal);
    expect(await dispute.refused('us-desk', 'exhibits/USA-1/readers', { tier: 'PANEL' })).toEqual(refusal);
  });

  it('is in no reasons, and the findings are made without it', async () => {
    const [claim] = (await dispute.as('cn-desk').read<{ claims: readonly string[] }>(dispute.path('panel'))).claims;
    const reasons = { claim, supports: 'substantiated', text: words('It rests on it.'), exhibits: ['USA-1'] };
    expect(await dispute.refused('us-panel-1', 'findings/reasons', reasons)).toMatchObject({
      code: 'unknown-exhibit',
    });
    await voted(dispute);
    await closed(dispute);
    expect(await dispute.as('cn-desk').read(dispute.path('panel'))).toMatchObject({ stage: 'certifying' });
  });
});
