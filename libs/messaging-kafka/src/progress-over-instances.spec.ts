import { setTimeout as delay } from 'node:timers/promises';
import type { Instant } from '@parley/kernel';
import { hasHeard, recordProgress } from '@parley/messaging';
import { describeWithKafka, openTestKafka } from '@parley/testing/kafka';
import { each, textOf } from './testing/effects';
import { openKafkaHarness } from './testing/kafka-harness';
import { texts } from './testing/texts';

const EVENTS = 120;

describeWithKafka('what two instances of a service have heard together', () => {
  beforeAll(() => openTestKafka(), 120_000);

  it('is never said too early, while they join and leave, and is said in the end', async () => {
    const harness = await openKafkaHarness({ partitions: 5 });
    const { manager } = harness.dataSource;
    const group = 'together';
    const handled = new Map<string, Instant>();
    const told: Instant[] = [];
    const early: string[] = [];
    /** The group may not be said to have heard what lies before an instant while an event before it was not handled. */
    const check = (instant: Instant): void => {
      const missing = told.findIndex((recorded, n) => recorded < instant && !handled.has(String(n)));
      if (missing >= 0) early.push(`${instant} before ${String(missing)} was handled`);
    };
    const consume = () =>
      harness.openFeed({ sessionMs: 6_000 }).consume({
        contexts: ['intake'],
        group,
        signal: new AbortController().signal,
        take: each(async (event) => {
          await delay(Number(textOf(event)) % 7);
          handled.set(textOf(event), event.recordedat);
        }),
        progress: async (contexts, instant) => {
          check(instant);
          await recordProgress(manager, group, contexts, instant);
        },
      });
    const first = consume();
    const tell = async (from: number, to: number): Promise<void> => {
      for (const text of texts(to).slice(from)) {
        told.push(harness.clock.now());
        await harness.tell('intake', `case${Number(text) % 11}`, text);
        if (Number(text) % 10 === 0) await delay(60);
      }
    };
    await tell(0, 40);
    const second = consume();
    await tell(40, 80);
    await first.stop();
    await tell(80, EVENTS);
    const third = consume();
    await harness.published();
    await Promise.all([second.idle(), third.idle()]);
    expect(early).toEqual([]);
    expect(handled.size).toBe(EVENTS);
    expect(
      await hasHeard(manager, { group, contexts: ['intake'], subject: 'case0', instant: harness.clock.now() }),
    ).toBe(true);
    await harness.close();
  }, 60_000);
});
