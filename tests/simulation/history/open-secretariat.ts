import { plusMillis, type Instant } from '@parley/kernel';
import { seededRandom } from '../../chaos/seeded-random';
import { Secretariat } from '../secretariat/secretariat';
import type { FeedTemper } from '../secretariat/shuffled-feed';
import type { Setting } from './setting';

const START = '2025-01-06T08:00:00.000Z' as Instant;
const DAY = 24 * 3_600_000;
const LATEST_START_DAYS = 250;

/**
 * In so many of a hundred runs notices are served. They are few, because the register of notices is many times as long
 * as the case.
 */
const SERVING = 4;

const FEEDS: readonly FeedTemper[] = ['prompt', 'prompt', 'slow', 'slow', 'bad'];

/**
 * The secretariat of a run. The seed decides when it opens, how late its messages come and whether it serves notices.
 */
export function openSecretariat({ seed, restraint, serves, store }: Setting): Secretariat {
  const random = seededRandom(seed);
  return new Secretariat({
    start: plusMillis(START, random.between(0, LATEST_START_DAYS) * DAY),
    seed,
    feed: restraint ? 'prompt' : random.pick(FEEDS),
    serves: serves ?? random.percent(SERVING),
    store,
    correctsCalendars: !restraint,
    amendsRules: !restraint,
  });
}
