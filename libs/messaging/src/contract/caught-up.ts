import type { Consumption } from '../feed';
import type { FeedHarness } from './feed-harness';

/** Waits until everything that was told is published, and then taken by each consumption. */
export async function caughtUp(harness: FeedHarness, ...consumptions: readonly Consumption[]): Promise<void> {
  await harness.published();
  await Promise.all(consumptions.map((consumption) => consumption.idle()));
}
