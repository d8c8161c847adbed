import type { Instant } from '@parley/kernel';
import { hasHeard, recordProgress } from '../feed-progress';
import { caughtUp } from './caught-up';
import type { FeedHarness } from './feed-harness';
import { textOf, until } from './heard';

/** What a consumer may conclude from silence. */
export function progressContract(open: () => Promise<FeedHarness>): void {
  let harness: FeedHarness;
  let ended: AbortController;
  beforeEach(async () => {
    harness = await open();
    ended = new AbortController();
  });
  afterEach(async () => {
    ended.abort();
    await harness.close();
  });

  it('reports progress behind an event only after the event was handled', async () => {
    const log: ({ readonly text: string } | { readonly instant: Instant })[] = [];
    const recorded = new Map<string, Instant>();
    const consumption = harness.openFeed().consume({
      contexts: ['intake'],
      group: 'progress',
      signal: ended.signal,
      handle: async (event) => {
        recorded.set(textOf(event), event.recordedat);
        log.push({ text: textOf(event) });
      },
      progress: async (_context, instant) => void log.push({ instant }),
    });
    const firstReportBehind = (instant: Instant): number =>
      log.findIndex((entry) => 'instant' in entry && entry.instant > instant);
    for (const text of ['1', '2', '3']) {
      await harness.tell('intake', 'a', text);
      await caughtUp(harness, consumption);
      await until(() => firstReportBehind(recorded.get(text)!) >= 0);
    }
    for (const [text, instant] of recorded) {
      const handled = log.findIndex((entry) => 'text' in entry && entry.text === text);
      expect(handled).toBeLessThan(firstReportBehind(instant));
    }
    const reports = log.flatMap((entry) => ('instant' in entry ? entry.instant : []));
    expect(reports).toEqual([...reports].sort());
  });

  it('says that a case was heard only when nothing of it is parked', async () => {
    const { manager } = harness.dataSource;
    const group = 'heard';
    const instant = '2001-01-01T00:00:00.000Z' as Instant;
    const heardOf = (subject: string): Promise<boolean> =>
      hasHeard(manager, { group, contexts: ['intake'], subject, instant });
    await harness.tell('intake', 'broken', 'broken');
    expect(await heardOf('sound')).toBe(false);
    const consumption = harness.openFeed().consume({
      contexts: ['intake'],
      group,
      signal: ended.signal,
      handle: async (event) => {
        if (event.subject === 'broken') throw new Error('broken');
      },
      progress: (context, reached) => recordProgress(manager, group, context, reached),
    });
    await caughtUp(harness, consumption);
    await until(() => heardOf('sound'));
    expect(await heardOf('broken')).toBe(false);
  });
}
