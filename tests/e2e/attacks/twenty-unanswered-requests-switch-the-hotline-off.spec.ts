import { words } from '../../support/cases-under-review';
import type { HotlineBody } from '../disputes/bodies';
import { Dispute } from '../disputes/dispute';

/** Constructed: the other side answers nothing, so that the next call would call nobody. */
describe('twenty unanswered requests', () => {
  let dispute: Dispute;

  beforeAll(async () => {
    dispute = await Dispute.begin('2026-03-06T16:00:00+01:00', '31');
  });
  afterAll(() => dispute.end());

  const ask = (user: string) =>
    dispute
      .as(user)
      .post<HotlineBody & { code?: string }>('/v1/hotline', { grade: 'routine', subject: words('A certificate.') });

  it('use up one day of the side that asks, and nothing of the other’s', async () => {
    for (let request = 0; request < 20; request++) expect((await ask('us-desk')).status).toBe(201);
    expect(await ask('us-desk')).toMatchObject({ status: 409, body: { code: 'too-many-hotline-requests' } });
    expect((await ask('cn-desk')).status).toBe(201);
  });

  it('bar no request of the next day, though none of them was ever answered', async () => {
    await dispute.moveTo('2026-03-10T16:00:00+01:00');
    const { status, body } = await ask('us-desk');
    expect([status, body.rung]).toEqual([201, 'official']);
    const { items } = await dispute
      .as('us-desk')
      .read<{ items: readonly { rung: string; answeredAt: string | null }[] }>('/v1/hotline?limit=50');
    expect(items.filter(({ rung, answeredAt }) => rung === 'unanswered' && answeredAt === null)).toHaveLength(21);
  });
});
