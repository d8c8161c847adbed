import { words } from '../../support/cases-under-review';
import { BEGUN, exhibitOf, interimServed, reviewed } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

/** The words of the document that the complainant holds as well: `exhibitOf` files their bytes. */
const DOCUMENT = 'Customs data.';

/**
 * The attack of a respondent: it lays its own bad document into the without-prejudice channel, so that nobody may use
 * it, though the complainant has it from elsewhere (S5, I-45).
 */
describe('one’s own bad document in the without-prejudice channel', () => {
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '45');
    await reviewed(dispute);
    await dispute.act('us-desk', 'without-prejudice', { text: words(DOCUMENT) });
  });
  afterAll(() => dispute.end());

  it('lies there as what was said without prejudice, which the panel does not read', async () => {
    expect(JSON.stringify(await dispute.as('cn-desk').read(dispute.path('without-prejudice')))).toContain(DOCUMENT);
    const { status } = await dispute.as('us-panel-1').get(dispute.path('without-prejudice'));
    expect(status).toBe(403);
  });

  it('keeps no exhibit of the same bytes from the record, nor from a text of the panel', async () => {
    const filed = await dispute
      .as('cn-desk')
      .act<{ number: string }>(dispute.path('exhibits'), await exhibitOf(dispute, 'cn-desk'));
    await dispute.settle();
    const exhibit = filed.body.number;
    expect(exhibit).toBe('CHN-1');
    const text = words('The data show what the claim says.');
    await dispute.as('cn-panel-1').act(dispute.path('panel/interim'), { text, exhibits: [exhibit] });
    const { draft } = await dispute
      .as('cn-panel-1')
      .read<{ draft: { exhibits: readonly string[] } }>(dispute.path('panel/votes'));
    expect(draft.exhibits).toEqual([exhibit]);
  });

  it('gives its author no hold on the other side’s exhibit', async () => {
    const bar = await dispute.refused('us-desk', 'exhibits/CHN-1/withdrawal', {});
    expect(bar.status).toBeGreaterThanOrEqual(403);
    await interimServed(dispute);
    expect(JSON.stringify(await dispute.as('us-panel-1').read(dispute.path('exhibits')))).toContain('CHN-1');
  });
});
