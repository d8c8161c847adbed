import { plusMillis, type Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import { ShuffledFeed } from './shuffled-feed';

const now = '2025-02-10T09:00:00.000Z' as Instant;
const event = (id: string, subject = 'case-1'): PublicEvent => ({
  id,
  source: '/parley/intake',
  type: 'parley.intake.v1.Spec',
  subject,
  time: now,
  recordedat: now,
  sequence: 0,
  tier: 'PUBLIC',
  datacontenttype: 'application/protobuf',
  data: new Uint8Array(),
});
const ids = Array.from({ length: 40 }, (_, index) => `e${String(index)}`);

describe('the feed of a simulation', () => {
  it('keeps the order of a case and its producer, however late it is', () => {
    const feed = new ShuffledFeed(1, 'bad');
    const firsts = ids.map((id, index) => feed.deliveriesOf('referral', event(id), plusMillis(now, index)).first);
    expect(firsts).toEqual(firsts.toSorted());
  });

  it('delivers some twice, and never before it was told', () => {
    const feed = new ShuffledFeed(1, 'slow');
    const deliveries = ids.map((id) => feed.deliveriesOf('referral', event(id, id), now));
    expect(deliveries.some(({ again }) => again !== null)).toBe(true);
    expect(deliveries.every(({ first, again }) => first >= now && (again ?? first) >= first)).toBe(true);
  });

  it('is as late for the same message and seed in another history', () => {
    const deliveryIn = (before: readonly string[]) => {
      const feed = new ShuffledFeed(7, 'bad');
      for (const id of before) feed.deliveriesOf('audit', event(id, id), now);
      return feed.deliveriesOf('audit', event('e5', 'own'), now);
    };
    expect(deliveryIn([])).toEqual(deliveryIn(ids.slice(0, 5)));
  });
});
