import type { CaseId, Instant } from '@parley/kernel';

/** A deadline of one of the cases. */
export interface OwnDate {
  readonly caseId: CaseId;
  readonly id: string;
  readonly dueAt: Instant;
}

/** One line of the joint timetable: by when the same is due in all cases, and by when in each. */
export interface JointDate {
  readonly id: string;
  readonly dueAt: Instant;
  readonly own: readonly OwnDate[];
}

/**
 * I-31: the dates by which the same step may be taken in several cases at once: for each, the latest of the cases' own,
 * and never later. It binds nobody: each case keeps its own clocks.
 */
export function jointTimetable(dates: readonly OwnDate[]): readonly JointDate[] {
  return [...Map.groupBy(dates, ({ id }) => id)]
    .map(([id, own]) => ({
      id,
      own,
      dueAt: own.map(({ dueAt }) => dueAt).reduce((late, dueAt) => (dueAt > late ? dueAt : late)),
    }))
    .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : one.dueAt > other.dueAt ? 1 : 0));
}
