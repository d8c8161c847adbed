import type { PanelBody } from '../disputes/bodies';
import { BEGUN, endOf, interimServed, reviewed } from '../disputes/decided';
import { Dispute } from '../disputes/dispute';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** A meeting on the interim text lies within the time for comments, so that nobody gains time by it (S8). */
describe('a meeting asked for in the last minute', () => {
  let dispute: Dispute;
  let end: string;

  beforeAll(async () => {
    dispute = await Dispute.begin(BEGUN, '2');
    await reviewed(dispute);
    await interimServed(dispute);
    end = await endOf(dispute, 'interim-comments');
  });
  afterAll(() => dispute.end());

  it('that one side asked for in time is not held behind the time for comments', async () => {
    await dispute.act('cn-desk', 'panel/interim/meeting-requests');
    expect(await dispute.refused('us-panel-1', 'panel/interim/meetings', { meetsAt: end })).toEqual({
      status: 422,
      code: 'meeting-out-of-time',
      rule: 'S8',
    });
    const meetsAt = new Date(Date.parse(end) - DAY).toISOString();
    await dispute.act('us-panel-1', 'panel/interim/meetings', { meetsAt });
    expect(await dispute.as('us-desk').read(dispute.path('panel/review'))).toMatchObject({ meeting: { meetsAt } });
  });

  it('is refused, and the time for comments ends when it would have ended', async () => {
    await dispute.moveTo(new Date(Date.parse(end) - MINUTE).toISOString());
    expect(await dispute.refused('us-desk', 'panel/interim/meeting-requests')).toEqual({
      status: 409,
      code: 'meeting-asked-late',
      rule: 'S8',
    });
    expect(await endOf(dispute, 'interim-comments')).toBe(end);
    await dispute.moveTo(end);
    expect(await dispute.as('cn-desk').read<PanelBody>(dispute.path('panel'))).toMatchObject({ stage: 'deciding' });
  });
});
