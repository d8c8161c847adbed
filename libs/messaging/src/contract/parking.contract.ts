import type { PublicEvent } from '../public-event';
import { caughtUp } from './caught-up';
import type { FeedHarness } from './feed-harness';
import { Heard, textOf } from './heard';

/** What becomes of messages that cannot be handled. */
export function parkingContract(open: () => Promise<FeedHarness>): void {
  let harness: FeedHarness;
  let ended: AbortController;
  let heard: Heard;
  let broken: Set<string>;
  beforeEach(async () => {
    harness = await open();
    ended = new AbortController();
    heard = new Heard();
    broken = new Set();
  });
  afterEach(async () => {
    ended.abort();
    await harness.close();
  });

  const consume = () =>
    harness.openFeed().consume({
      contexts: ['intake'],
      group: 'parking',
      signal: ended.signal,
      handle: async (event: PublicEvent) => {
        if (broken.has(textOf(event))) throw new Error(`cannot read ${textOf(event)}`);
        heard.add(event);
      },
    });
  const tell = async (...told: readonly string[]): Promise<void> => {
    for (const text of told) await harness.tell('intake', text.charAt(0), text);
  };

  it('parks what keeps failing with its reason, and holds back its own case only', async () => {
    broken.add('a2');
    await tell('a1', 'b1', 'a2', 'b2', 'a3');
    const consumption = consume();
    await caughtUp(harness, consumption);
    expect([heard.firstTime('intake/a'), heard.firstTime('intake/b')]).toEqual([['a1'], ['b1', 'b2']]);
    const parked = await consumption.parked();
    expect(parked[0]).toMatchObject({ key: 'intake/a', reason: 'Error: its words are in the log alone', tries: 3 });
    expect(parked[1]).toMatchObject({ key: 'intake/a', reason: null });
  });

  it('keeps a case parked over a restart, and what comes after behind it', async () => {
    broken.add('a1');
    await tell('a1', 'a2');
    const first = consume();
    await caughtUp(harness, first);
    await first.stop();
    broken.clear();
    await tell('a3', 'b1');
    const second = consume();
    await caughtUp(harness, second);
    expect(heard.firstTime()).toEqual(['b1']);
    expect(await second.parked()).toHaveLength(3);
  });

  it('replays parked messages in order when they are asked for', async () => {
    broken.add('a1');
    await tell('a1', 'a2', 'a3');
    const consumption = consume();
    await caughtUp(harness, consumption);
    broken.clear();
    expect(await consumption.replayParked('intake/a')).toBe(3);
    expect(heard.firstTime()).toEqual(['a1', 'a2', 'a3']);
    expect(await consumption.parked()).toEqual([]);
    await tell('a4');
    await caughtUp(harness, consumption);
    expect(heard.firstTime()).toEqual(['a1', 'a2', 'a3', 'a4']);
  });

  it('keeps parked what fails again, with what waits behind it', async () => {
    broken.add('a1').add('b1');
    await tell('a1', 'a2', 'b1', 'b2');
    const consumption = consume();
    await caughtUp(harness, consumption);
    broken.delete('b1');
    await consumption.replayParked();
    expect([heard.firstTime('intake/a'), heard.firstTime('intake/b')]).toEqual([[], ['b1', 'b2']]);
    expect((await consumption.parked())[0]).toMatchObject({
      reason: 'Error: its words are in the log alone',
      tries: 4,
    });
  });

  it('handles what fails only at first without parking it', async () => {
    broken.add('a1');
    await tell('a1', 'a2');
    const consumption = harness.openFeed().consume({
      contexts: ['intake'],
      group: 'flaky',
      signal: ended.signal,
      handle: async (event) => {
        if (broken.delete(textOf(event))) throw new Error('at first');
        heard.add(event);
      },
    });
    await caughtUp(harness, consumption);
    expect(heard.firstTime()).toEqual(['a1', 'a2']);
    expect(await consumption.parked()).toEqual([]);
  });
}
