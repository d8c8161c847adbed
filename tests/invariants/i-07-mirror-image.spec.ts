import { categoryOf, domainEventOf, type RecordedEvent } from '@parley/event-store';
import { canonicalJson } from '@parley/kernel';
import { movesOf } from '../simulation/history/move';
import { play } from '../simulation/history/play';
import { mirrorImage } from './mirror-image';
import { sentence } from './sentences';

/**
 * Fields whose values depend on the names of countries: digests of texts that name one, and ids made from streams that
 * are named for one.
 */
const MADE_OF_NAMES: readonly string[] = [
  'from',
  'sourceEventId',
  'becauseOf',
  'eventId',
  'digest',
  'findingsDigest',
  'notice',
  'noticeId',
];

const without = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(without);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      MADE_OF_NAMES.includes(key) ? [] : [[key, without(each)] as const],
    ),
  );
};

/**
 * The public log is in words, which name countries. Calendars belong to the two countries, whichever files the
 * grievance.
 */
const OF_THE_COUNTRIES: readonly string[] = ['audit.docket', 'intake.calendars'];

/** The events, without the values that depend on names. */
const happened = (log: readonly RecordedEvent[]) =>
  log
    .filter(({ stream }) => !OF_THE_COUNTRIES.includes(categoryOf(stream)))
    .map((event) => ({
      stream: event.stream,
      actor: event.actor,
      at: event.recordedAt,
      event: without(domainEventOf(event)),
    }));

const RUNS = 16;

describe(sentence('I-07'), () => {
  it('holds for whole histories of random parties, whichever country is which', async () => {
    for (let seed = 1; seed <= RUNS; seed++) {
      const moves = movesOf(seed, 500);
      const setting = { seed, cases: 2, serves: false } as const;
      const one = happened((await play(setting, moves)).log);
      const other = happened((await play({ ...setting, mirrored: true }, moves)).log);
      const [seen, wanted] = [linesOf(other.map(mirrorImage)), linesOf(one.map(strippedOf))];
      const first = wanted.findIndex((line, index) => line !== seen[index]);
      expect([seed, first < 0 ? undefined : [wanted[first], seen[first]], seen.length]).toEqual([
        seed,
        undefined,
        wanted.length,
      ]);
    }
  });
});

/** Sorted, since events of one instant have no order. */
const linesOf = (events: readonly unknown[]): readonly string[] =>
  events.map((each) => `${(each as { readonly at: string }).at} ${canonicalJson(each)}`).toSorted();

/** The value without everything that a mirror leaves out. */
const strippedOf = (value: unknown): unknown => mirrorImage(mirrorImage(value));
