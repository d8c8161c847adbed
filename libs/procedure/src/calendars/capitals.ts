import type { Instant, IsoDate } from '@parley/kernel';
import { seatDate } from '../deadlines/seat-time';

/** Time zones of the capitals of those whose calendars this procedure counts by. */
const CAPITALS = ['America/New_York', 'Asia/Shanghai'] as const;

/** The day that it is at an instant in the capital where it is later. What bears a later date is not there yet. */
export const latestDayInACapital = (at: Instant): IsoDate =>
  CAPITALS.map((zone) => seatDate(at, { zone })).reduce((one, other) => (one > other ? one : other));
