import { millisOf, type Instant } from '@parley/kernel';
import { isCounted, type RunningDeadline } from '../running-deadline';

export const PRIORITIES = ['urgent', 'soon', 'normal'] as const;
export type Priority = (typeof PRIORITIES)[number];

const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * What to do first: what ends within a day and everything on the urgent track, then what ends within three days. It
 * orders work and decides nothing.
 */
export function priorityOf(deadline: RunningDeadline, now: Instant): Priority {
  const left = millisOf(deadline.dueAt) - millisOf(now);
  if (left <= DAY_MS || (isCounted(deadline) && deadline.track === 'urgent')) return 'urgent';
  return left <= 3 * DAY_MS ? 'soon' : 'normal';
}
