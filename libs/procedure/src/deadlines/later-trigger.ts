import type { RecordedTrigger } from './deadline';

/** The later of two triggers, for a clock that runs from the later of two events, as the review does (S7). */
export const laterTrigger = <T extends Pick<RecordedTrigger, 'date' | 'instant'>>(one: T, other: T): T =>
  other.date > one.date || (other.date === one.date && (other.instant ?? '') > (one.instant ?? '')) ? other : one;
