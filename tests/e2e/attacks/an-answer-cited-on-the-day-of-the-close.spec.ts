import { words } from '../../support/cases-under-review';
import { BEGUN, closed, commented, endOf, exhibitOf, interimServed, reviewed, voted } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * An interim text that is signed early, and on which both sides say at once that they are done, lets the panel make its
 * findings while evidence can still be answered. An answer that comes then is under no findings before the other side
 * had its time to comment on it (I-65).
 */
describe('an answer cited on the day of the close', () => {
  let dispute: Dispute;
  const close = () => dispute.refused('us-panel-1', 'findings/close');
  const refusal = { status: 409, code: 'comments-run', rule: 'I-65' };
  const stage = () => dispute.as('cn-desk').read(dispute.path('panel'));

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '705');
    await reviewed(dispute);
    await dispute.act('cn-desk', 'exhibits', await exhibitOf(dispute, 'cn-desk'));
    await interimServed(dispute);
    await commented(dispute);
    await dispute.act('us-desk', 'exhibits', await exhibitOf(dispute, 'us-desk', { answers: 'CHN-1' }));
    await voted(dispute);
  });
  afterAll(() => dispute.end());

  it('holds the early close up, whichever co-chair asks for it', async () => {
    const [claim] = (await dispute.as('cn-desk').read<{ claims: readonly string[] }>(dispute.path('panel'))).claims;
    const statement = { claim, text: words('It follows from the answer.'), exhibits: ['USA-1'] };
    await dispute.as('us-panel-1').act(dispute.path('findings/statements'), statement);
    expect(await close()).toEqual(refusal);
    expect(await dispute.refused('cn-panel-1', 'findings/close')).toEqual(refusal);
    expect(await stage()).toMatchObject({ stage: 'deciding' });
  });

  it('does so to the last minute of five working days, and no longer than that', async () => {
    const end = await endOf(dispute, 'evidence-answer');
    expect(Date.parse(end) - Date.parse(await dispute.cast.now())).toBeGreaterThan(6 * DAY);
    await dispute.moveTo(new Date(Date.parse(end) - MINUTE).toISOString());
    expect(await close()).toEqual(refusal);
    await dispute.moveTo(end);
    await closed(dispute);
    expect(await stage()).toMatchObject({ stage: 'certifying' });
  });
});
