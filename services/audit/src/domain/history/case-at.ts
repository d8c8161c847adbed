import type { Instant } from '@parley/kernel';
import { deadlineIn, factsIn, isFacts, textIn, wordsIn, type PublicDeadline } from '../docket/read-facts';
import type { RecordedFact } from './recorded-fact';

/** One part of a case: what a service's stream says of it. */
export interface PartAt {
  readonly stream: string;
  /** Revision of the last event that the reader may know of. */
  readonly revision: number;
  readonly last: Pick<RecordedFact, 'eventId' | 'type' | 'rule' | 'occurredAt' | 'recordedAt' | 'commitment'>;
}

/** That something of a type happened, how often, and when last. */
export interface Happened {
  readonly stream: string;
  readonly type: string;
  readonly rule: string;
  readonly times: number;
  readonly lastAt: Instant;
}

/** A limit that runs, with the stream whose event opened it. */
export interface RunningAt extends PublicDeadline {
  readonly stream: string;
  readonly openedBy: string;
}

/** The state of a case as a reader could have known it at an instant, part by part. */
export interface CaseAt {
  readonly parts: readonly PartAt[];
  readonly happened: readonly Happened[];
  readonly running: readonly RunningAt[];
}

/**
 * Folds what had been recorded. It knows no service's rules: only that events may open and close limits, which every
 * service's events say in the same way.
 * @param facts in the order of the store, none recorded after the instant that is asked for
 */
export function caseAt(facts: Iterable<RecordedFact>): CaseAt {
  const parts = new Map<string, PartAt>();
  const happened = new Map<string, Happened>();
  const running = new Map<string, RunningAt>();
  for (const fact of facts) {
    const { stream, revision, eventId, type, rule, occurredAt, recordedAt, commitment } = fact;
    parts.set(stream, { stream, revision, last: { eventId, type, rule, occurredAt, recordedAt, commitment } });
    const key = `${stream} ${type}`;
    happened.set(key, { stream, type, rule, times: (happened.get(key)?.times ?? 0) + 1, lastAt: occurredAt });
    moveLimits(running, fact);
  }
  const due = [...running.values()].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
  return { parts: [...parts.values()], happened: [...happened.values()], running: due };
}

/** An event closes before it opens, so that one event can move a limit under the same id. */
function moveLimits(running: Map<string, RunningAt>, { stream, eventId, data }: RecordedFact): void {
  if (!isFacts(data)) return;
  for (const id of wordsIn(data, 'closes')) running.delete(`${stream} ${id}`);
  for (const opened of factsIn(data, 'opens')) {
    const due = deadlineIn({ opened }, 'opened');
    if (due !== undefined) running.set(`${stream} ${textIn(opened, 'id')}`, { ...due, stream, openedBy: eventId });
  }
}
