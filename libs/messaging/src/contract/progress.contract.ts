import type { Instant } from '@parley/kernel';
import { tableIn } from '../bookkeeping-table';
import { hasHeard, recordProgress } from '../feed-progress';
import { orderKeyOf } from '../public-event';
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

  it('reports progress behind an event only after the event was taken', async () => {
    const log: ({ readonly text: string } | { readonly instant: Instant })[] = [];
    const recorded = new Map<string, Instant>();
    const consumption = harness.openFeed().consume({
      contexts: ['intake'],
      group: 'progress',
      signal: ended.signal,
      take: async (_manager, { events }) => {
        for (const event of events) {
          recorded.set(textOf(event), event.recordedat);
          log.push({ text: textOf(event) });
        }
      },
      progress: async (_contexts, instant) => void log.push({ instant }),
    });
    const firstReportBehind = (instant: Instant): number =>
      log.findIndex((entry) => 'instant' in entry && entry.instant > instant);
    for (const text of ['1', '2', '3']) {
      await harness.tell('intake', 'a', text);
      await caughtUp(harness, consumption);
      await until(() => firstReportBehind(recorded.get(text)!) >= 0);
    }
    for (const [text, instant] of recorded) {
      const taken = log.findIndex((entry) => 'text' in entry && entry.text === text);
      expect(taken).toBeLessThan(firstReportBehind(instant));
    }
    const reports = log.flatMap((entry) => ('instant' in entry ? entry.instant : []));
    expect(reports).toEqual([...reports].sort());
  });

  it('says that a case was heard only when nothing of it is still to do', async () => {
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
      take: async (manager, { events }) => {
        for (const event of events)
          await manager.query(
            `INSERT INTO ${tableIn(manager, 'work')} (kind, id, key, body, recorded_at)
             SELECT 'hearing', $1, $2, '{}', now() ON CONFLICT DO NOTHING`,
            [event.id, orderKeyOf(event)],
          );
      },
      progress: (contexts, reached) => recordProgress(manager, group, contexts, reached),
    });
    await caughtUp(harness, consumption);
    await until(() => heardOf('sound'));
    expect(await heardOf('broken')).toBe(false);
    await manager.query(`DELETE FROM ${tableIn(manager, 'work')}`);
    expect(await heardOf('broken')).toBe(true);
  });
}
