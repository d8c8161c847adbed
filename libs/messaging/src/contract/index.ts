import { deliveryContract } from './delivery.contract';
import type { FeedHarness } from './feed-harness';
import { progressContract } from './progress.contract';

export type { FeedHarness } from './feed-harness';

/** Everything that a `Feed` promises. Each adapter calls it in a spec of its own, on a real database. */
export function feedContract(open: () => Promise<FeedHarness>): void {
  describe('delivery', () => deliveryContract(open));
  describe('progress', () => progressContract(open));
}
