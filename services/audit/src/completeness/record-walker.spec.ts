import type { Instant } from '@parley/kernel';
import type { WalkedRecord } from './record-walk';
import { RecordWalker, type WalkWatch } from './record-walker';
import type { LastWalk } from './record-walks';

const now = '2025-02-06T08:00:00.000Z' as Instant;

/** A walker over a record of which each walk is ended by hand, with as many events as it is told. */
function byHand() {
  const begun: { readonly watch: WalkWatch; readonly end: (events: number) => void }[] = [];
  const kept: LastWalk[] = [];
  const walker = new RecordWalker({
    walks: {
      keep: (_day, walk) => Promise.resolve(void kept.push(walk)),
      last: () => Promise.resolve(kept.at(-1) ?? null),
    },
    walk: (watch) =>
      new Promise<WalkedRecord>((resolve) => {
        begun.push({ watch, end: (events) => resolve({ events, found: {}, first: [] }) });
      }),
    clock: { now: () => now },
    onFailure: () => undefined,
  });
  return { walker, begun };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the walks over the record', () => {
  it('are one at a time: what is ordered during that of the night begins after it, and is what is kept', async () => {
    const { walker, begun } = byHand();
    const [nightly, ordered] = [walker.walk(), walker.run()];
    await turn();
    expect(begun).toHaveLength(1);
    begun[0]?.watch.onProgress({ events: 20, found: {} });
    expect(await walker.status()).toEqual({ checkedAt: null, checked: 20, failed: 0 });
    begun[0]?.end(23);
    expect(await nightly).toMatchObject({ events: 23 });
    await turn();
    begun[1]?.end(25);
    expect(await ordered).toMatchObject({ events: 25 });
    expect(await walker.status()).toEqual({ checkedAt: now, checked: 25, failed: 0 });
  });
});
