import { plusMillis, type Instant } from '@parley/kernel';
import type { FollowerStatus } from '@parley/projections';
import type { OperatedService, ParkingConsumer } from '@parley/telemetry';

/**
 * For so many milliseconds after its expiry a default may be untried: it may wait for what was under way, or for
 * another service.
 */
const WAIT_MS = 120_000;

/**
 * A consumer that has something to hear and has not moved for so many seconds stands still; it is more than a slow
 * database.
 */
const STALLED_SECONDS = 60;

/**
 * Says which work of a service stands still although it takes requests, and what it raises an alarm about. It is for
 * /readyz, so it counts cases and names none.
 * @returns a sentence, or `undefined` when nothing does
 */
export async function degradationOf(
  { context, workers, timers }: OperatedService,
  now: Instant,
): Promise<string | undefined> {
  const [parked, overdue, alarms] = await Promise.all([
    Promise.all(Object.values(workers.consumers).map((consumer) => consumer.parked())),
    Promise.all(timers.map((each) => each.overdue())),
    workers.alarms?.() ?? [],
  ]);
  const late = overdue.flat().filter(({ tries, dueAt }) => tries > 0 || dueAt < plusMillis(now, -WAIT_MS));
  const unknown = new Set(workers.projections.map((each) => waitsForNewer(context, each.status())));
  const silent = Object.values(workers.consumers).flatMap(unheardOf);
  const sentences = [
    ...alarms,
    counted(parked.flat().length, 'message is', 'messages are', `parked in ${context}`),
    counted(late.length, 'default is', 'defaults are', `overdue in ${context}`),
    ...silent,
    ...unknown,
  ];
  const said = sentences.filter((sentence) => sentence !== undefined);
  return said.length === 0 ? undefined : said.join('; ');
}

/** The sentence for a follower of a service's own record that waits before an event of a newer version. */
export const waitsForNewer = (context: string, { unknownKind }: FollowerStatus): string | undefined =>
  unknownKind === undefined
    ? undefined
    : `a newer version of ${context} has recorded ${unknownKind}, and this instance waits for one that knows it`;

const unheardOf = (consumer: ParkingConsumer): readonly string[] =>
  'lag' in consumer
    ? consumer
        .lag()
        .filter(({ caughtUp, secondsSinceMoved }) => !caughtUp && secondsSinceMoved > STALLED_SECONDS)
        .map(({ context }) => `nothing was heard of ${context} for ${STALLED_SECONDS} s`)
    : [];

const counted = (count: number, one: string, many: string, what: string): string | undefined =>
  count === 0 ? undefined : count === 1 ? `a ${one} ${what}` : `${count} ${many} ${what}`;
