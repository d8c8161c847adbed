import { instantFromMillis, type Instant } from '@parley/kernel';
import { hasHeard, recordProgress } from '@parley/messaging';
import { createServiceDatabase, type ServiceDatabase } from '@parley/messaging/testing';
import * as fc from 'fast-check';
import { partitionOfKey } from '../wire/partition-of-key';
import { PartitionProgress } from './partition-progress';

type Entry =
  { readonly kind: 'event'; readonly recorded: number } | { readonly kind: 'mark'; readonly instant: number };

const PARTITIONS = 3;
const at = (millis: number): Instant => instantFromMillis(1_000_000 + millis);

/** What a relay would write: events in their partitions, and now and then a mark of the same instant in all of them. */
function topicOf(steps: readonly (string | null)[]): readonly (readonly Entry[])[] {
  const partitions: Entry[][] = Array.from({ length: PARTITIONS }, () => []);
  for (const [now, subject] of steps.entries()) {
    if (subject === null) for (const partition of partitions) partition.push({ kind: 'mark', instant: now });
    else partitions[partitionOfKey(subject, PARTITIONS)]?.push({ kind: 'event', recorded: now });
  }
  return partitions;
}

describe('progress over several partitions and instances', () => {
  let database: ServiceDatabase;
  let runs = 0;
  beforeAll(async () => void (database = await createServiceDatabase('intake')));
  afterAll(() => database.drop());

  const steps = fc.array(fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { freq: 2 }), {
    minLength: 4,
    maxLength: 24,
  });
  /** Which partition goes on next, and at which instance it is then; partitions change hands. */
  const turns = fc.array(fc.tuple(fc.nat(PARTITIONS - 1), fc.nat(1)), { minLength: 10, maxLength: 80 });

  it('is never ahead of what was handled, and comes as far as the last mark in the end', async () => {
    await fc.assert(
      fc.asyncProperty(steps, turns, async (told, taken) => {
        const group = `run-${String(runs++)}`;
        const { manager } = database.dataSource;
        const reported: [Instant[], Instant[]] = [[], []];
        const instances = reported.map((own) => {
          const progress = async (contexts: readonly string[], instant: Instant): Promise<void> => {
            own.push(instant);
            await recordProgress(manager, group, contexts, instant);
          };
          return new PartitionProgress(manager, {
            contexts: ['intake'],
            group,
            take: async () => undefined,
            progress,
            signal: new AbortController().signal,
          });
        });
        const topic = topicOf(told);
        const next = topic.map(() => 0);
        const goOn = async (partition: number, instance: number): Promise<void> => {
          const entry = topic[partition]?.[next[partition] ?? 0];
          if (!entry) return;
          if (entry.kind === 'mark')
            await instances[instance]?.heard(partition, {
              context: 'intake',
              instant: at(entry.instant),
              partitions: PARTITIONS,
            });
          next[partition] = (next[partition] ?? 0) + 1;
          const waiting = topic.flatMap((entries, of) =>
            entries.slice(next[of]).flatMap((each) => (each.kind === 'event' ? each.recorded : [])),
          );
          const first = Math.min(...waiting, told.length);
          expect(await hasHeard(manager, { group, contexts: ['intake'], subject: 'a', instant: at(first + 1) })).toBe(
            false,
          );
        };
        for (const [partition, instance] of taken) await goOn(partition, instance);
        for (const [partition, entries] of topic.entries())
          while ((next[partition] ?? 0) < entries.length) await goOn(partition, partition % 2);
        const lastMark = told.lastIndexOf(null);
        if (lastMark >= 0)
          expect(await hasHeard(manager, { group, contexts: ['intake'], subject: 'a', instant: at(lastMark) })).toBe(
            true,
          );
        for (const own of reported) expect(own).toEqual([...new Set(own)].toSorted());
      }),
      { numRuns: 40 },
    );
  });
});
