import { words } from '../../support/cases-under-review';
import type { HotlineBody } from '../disputes/bodies';
import { Dispute } from '../disputes/dispute';

const HALF_AN_HOUR_MIN = 30;
/** From five to twenty-five past four. */
const OUTAGE_MIN = 20;

/**
 * The attack of the side that is called: an outage on a Friday afternoon, so that the time to answer a crisis ends with
 * the next joint business day, and nobody else is called before Monday. On the hotline an outage gives its own length
 * and no more (I-61, I-74).
 */
describe('an outage that puts off a crisis by days', () => {
  let dispute: Dispute;
  let asked: HotlineBody;

  beforeAll(async () => {
    dispute = await Dispute.begin('2026-03-06T16:00:00+01:00', '61');
    const request = { grade: 'crisis', subject: words('An object over the border.') };
    asked = (await dispute.as('us-desk').act<HotlineBody>('/v1/hotline', request)).body;
    await dispute.moveTo('2026-03-06T16:28:00+01:00');
    const outage = { from: '2026-03-06T16:05:00+01:00', to: '2026-03-06T16:25:00+01:00', reason: words('No power.') };
    const { body } = await dispute.as('us-cohead').act<{ id: string; digest: string }>('/v1/outages', outage);
    await dispute.as('cn-cohead').act(`/v1/outages/${body.id}/signatures`, { digest: body.digest });
    await dispute.settle();
  });
  afterAll(() => dispute.end());

  const shown = (): Promise<HotlineBody> => dispute.as('us-desk').read<HotlineBody>(`/v1/hotline/${asked.id}`);

  it('moves the time to answer by as many minutes as it lasted', async () => {
    await dispute.moveTo('2026-03-06T16:49:00+01:00');
    expect(await shown()).toMatchObject({ rung: 'official', unanswered: [] });
  });

  it('has the next one called on the same evening', async () => {
    await dispute.moveTo('2026-03-06T16:51:00+01:00');
    const { rung, unanswered } = await shown();
    expect(rung).not.toBe('official');
    const answerBy = new Date(Date.parse(asked.requestedAt) + (HALF_AN_HOUR_MIN + OUTAGE_MIN) * 60_000).toISOString();
    expect(unanswered).toMatchObject([{ rung: 'official', at: answerBy }]);
  });
});
