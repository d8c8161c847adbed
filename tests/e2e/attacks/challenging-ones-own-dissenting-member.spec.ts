import { words } from '../../support/cases-under-review';
import type { PanelBody } from '../disputes/bodies';
import { BEGUN, interimServed, reviewed, voted } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

/**
 * The attack of a side whose own member is about to vote against it: it challenges that member, or has him replaced, so
 * that he is kept from the vote (S6, I-09).
 */
describe('challenging one’s own dissenting member', () => {
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '686');
    await reviewed(dispute);
  });
  afterAll(() => dispute.end());

  const panel = (): Promise<PanelBody> => dispute.as('us-desk').read(dispute.path('panel'));
  const grounds = words('Our own member is against us.');

  it('is refused at each stage, and so is a replacement', async () => {
    const tried = async (): Promise<void> => {
      expect(await dispute.refused('us-desk', 'panel/challenges', { member: 'us-panel-2', grounds })).toMatchObject({
        status: 403,
        code: 'own-member',
        rule: 'S6',
      });
      expect(await dispute.refused('us-desk', 'panel/replacements', { member: 'us-panel-2' })).toMatchObject({
        status: 403,
        code: 'own-member',
      });
    };
    await tried();
    await interimServed(dispute);
    await tried();
  });

  it('is refused without a ground of its own also of the other side, whose time for it has passed', async () => {
    expect(await dispute.refused('cn-desk', 'panel/challenges', { member: 'us-panel-2', grounds })).toMatchObject({
      status: 409,
      code: 'not-open-to-challenge',
    });
  });

  it('keeps nobody from the vote', async () => {
    const due = (await panel()).deadlines.find(({ id }) => id === 'interim-comments')?.dueAt ?? '';
    await dispute.moveTo(due);
    await dispute.settle();
    await voted(dispute);
    expect((await panel()).seats.map(({ member }) => member?.personId)).toContain('us-panel-2');
  });
});
