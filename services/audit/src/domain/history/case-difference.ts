import type { CaseAt, Happened, PartAt, RunningAt } from './case-at';

/** A part of the case that went on between two instants; `before` is nothing where it had not begun. */
export interface PartMoved {
  readonly stream: string;
  readonly before: PartAt['last'] | null;
  readonly after: PartAt['last'];
}

/** A limit that ran at both instants and not to the same end. */
export interface LimitMoved {
  readonly before: RunningAt;
  readonly after: RunningAt;
}

/** What a case had become between two instants. */
export interface CaseDifference {
  readonly parts: readonly PartMoved[];
  /** What happened in between, by type: `times` counts that alone. */
  readonly happened: readonly Happened[];
  readonly opened: readonly RunningAt[];
  /** Limits that ran at the first instant and no more at the second. */
  readonly closed: readonly RunningAt[];
  readonly moved: readonly LimitMoved[];
}

/**
 * Compares a case with itself. What is the same at both instants is left out; the two of one instant differ in nothing.
 */
export function caseDifference(before: CaseAt, after: CaseAt): CaseDifference {
  const [ranBefore, ranAfter] = [byClock(before.running), byClock(after.running)];
  return {
    parts: after.parts.flatMap(({ stream, last }) => {
      const earlier = before.parts.find((part) => part.stream === stream)?.last ?? null;
      return earlier?.eventId === last.eventId ? [] : [{ stream, before: earlier, after: last }];
    }),
    happened: after.happened.flatMap((each) => {
      const times =
        each.times -
        (before.happened.find(({ stream, type }) => stream === each.stream && type === each.type)?.times ?? 0);
      return times > 0 ? [{ ...each, times }] : [];
    }),
    opened: after.running.filter((limit) => !ranBefore.has(clockOf(limit))),
    closed: before.running.filter((limit) => !ranAfter.has(clockOf(limit))),
    moved: before.running.flatMap((limit) => {
      const now = ranAfter.get(clockOf(limit));
      return now && now.dueAt !== limit.dueAt ? [{ before: limit, after: now }] : [];
    }),
  };
}

const clockOf = ({ stream, id }: RunningAt): string => `${stream} ${id}`;

const byClock = (running: readonly RunningAt[]): ReadonlyMap<string, RunningAt> =>
  new Map(running.map((limit) => [clockOf(limit), limit]));
