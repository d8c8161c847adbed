import type { Actor, CaseParties, Instant, PersonId, Tier } from '@parley/kernel';
import { deadlineIn, factsIn, isFacts, textIn, wordsIn, type PublicDeadline } from '../docket/docket-deadlines.rules';

/** What the audit learns of a case from others, as far as it decides who may read what. */
export type Learning =
  | { readonly kind: 'filing'; readonly parties: CaseParties }
  | { readonly kind: 'registration'; readonly parties: CaseParties; readonly docketNumber: string }
  | { readonly kind: 'member-named'; readonly personId: PersonId }
  | { readonly kind: 'member-left'; readonly personId: PersonId }
  | { readonly kind: 'panel-seated'; readonly members: readonly PersonId[] }
  | { readonly kind: 'member-challenged'; readonly personId: PersonId }
  | { readonly kind: 'challenge-settled'; readonly personId: PersonId }
  | { readonly kind: 'findings-released' };

/** A recorded event as far as the history speaks of it, whatever service it belongs to. */
export interface RecordedFact {
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly rule: string;
  readonly ruleSetVersion: string;
  readonly tier: Tier;
  readonly commitment: string;
  /** The payload as JSON; nothing where it is sealed. */
  readonly data: unknown;
}

/** One part of a case: what a service's stream says of it. */
interface PartAt {
  readonly stream: string;
  /** Revision of the last event that the reader may know of. */
  readonly revision: number;
  readonly last: Pick<RecordedFact, 'eventId' | 'type' | 'rule' | 'occurredAt' | 'recordedAt' | 'commitment'>;
}

/** That something of a type happened, how often, and when last. */
interface Happened {
  readonly stream: string;
  readonly type: string;
  readonly rule: string;
  readonly times: number;
  readonly lastAt: Instant;
}

/** A limit that runs, with the stream whose event opened it. */
interface RunningAt extends PublicDeadline {
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

/**
 * The tiers whose events a reader's history holds. The panel's deliberation is no history before the findings are
 * released, not even for those who deliberate (I-14): they read it in its own place.
 */
export const readableHistory = (tiers: ReadonlySet<Tier>, released: boolean): ReadonlySet<Tier> =>
  released ? tiers : new Set([...tiers].filter((tier) => tier !== 'DELIBERATION'));
