import type { Actor, CaseParties, Instant, PersonId, Tier } from '@parley/kernel';
import { deadlineIn, factsIn, isFacts, textIn, wordsIn, type PublicDeadline } from '../docket/docket-deadlines.rules';

/** What the audit learns of a case from other contexts, as far as it decides who may read what. */
export type Learning =
  | { readonly kind: 'filing'; readonly parties: CaseParties }
  | { readonly kind: 'registration'; readonly parties: CaseParties; readonly docketNumber: string }
  | { readonly kind: 'member-named'; readonly personId: PersonId }
  | { readonly kind: 'member-left'; readonly personId: PersonId }
  | { readonly kind: 'panel-seated'; readonly members: readonly PersonId[] }
  | { readonly kind: 'member-challenged'; readonly personId: PersonId }
  | { readonly kind: 'challenge-settled'; readonly personId: PersonId }
  | { readonly kind: 'findings-released' };

/** The parts of a recorded event that the history uses, for events of any service. */
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
  /** The payload as JSON; `null` when it is sealed or no JSON. */
  readonly data: unknown;
}

/** What an event that is not the reader's to read does to limits. */
export interface UnreadMoves {
  readonly unread: true;
  readonly stream: string;
  readonly data: unknown;
}

/** Whether anybody may know how long a limit runs. */
export type IsPublic = (limit: { readonly clock: string }) => boolean;

/** One part of a case: a stream of one service. */
interface PartAt {
  readonly stream: string;
  /** Revision of the last event that the reader may know of. */
  readonly revision: number;
  readonly last: Pick<RecordedFact, 'eventId' | 'type' | 'rule' | 'occurredAt' | 'recordedAt' | 'commitment'>;
}

/** How often events of a type happened, and when last. */
interface Happened {
  readonly stream: string;
  readonly type: string;
  readonly rule: string;
  readonly times: number;
  readonly lastAt: Instant;
}

/** A running limit, with the stream and the event that opened it. */
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
 * Folds the events that had been recorded. It knows no service's rules. It only knows that events may open and close
 * limits, which the events of every service say in the same way.
 * @param facts in the order of the store, none of them recorded after the instant that is asked for
 * @param isPublic which limits end and move also by events that the reader may not read
 */
export function caseAt(facts: Iterable<RecordedFact | UnreadMoves>, isPublic: IsPublic = () => false): CaseAt {
  const parts = new Map<string, PartAt>();
  const happened = new Map<string, Happened>();
  const running = new Map<string, RunningAt>();
  for (const fact of facts) {
    if ('unread' in fact) {
      moveKnown(running, fact, isPublic);
      continue;
    }
    const { stream, revision, eventId, type, rule, occurredAt, recordedAt, commitment } = fact;
    parts.set(stream, { stream, revision, last: { eventId, type, rule, occurredAt, recordedAt, commitment } });
    const key = `${stream} ${type}`;
    happened.set(key, { stream, type, rule, times: (happened.get(key)?.times ?? 0) + 1, lastAt: occurredAt });
    moveLimits(running, fact);
  }
  const due = [...running.values()].sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
  return { parts: [...parts.values()], happened: [...happened.values()], running: due };
}

/** Limits are closed before others are opened, so that one event can move a limit under the same id. */
function moveLimits(running: Map<string, RunningAt>, { stream, eventId, data }: RecordedFact): void {
  if (!isFacts(data)) return;
  for (const id of wordsIn(data, 'closes')) running.delete(`${stream} ${id}`);
  for (const opened of factsIn(data, 'opens')) {
    const due = deadlineIn({ opened }, 'opened');
    if (due !== undefined) running.set(`${stream} ${textIn(opened, 'id')}`, { ...due, stream, openedBy: eventId });
  }
}

/** Ends and moves limits that the reader knows of, and tells of no other. */
function moveKnown(running: Map<string, RunningAt>, { stream, data }: UnreadMoves, isPublic: IsPublic): void {
  if (!isFacts(data)) return;
  const knownBy = (id: string): RunningAt | undefined => {
    const limit = running.get(`${stream} ${id}`);
    return limit && isPublic(limit) ? limit : undefined;
  };
  for (const id of wordsIn(data, 'closes')) if (knownBy(id)) running.delete(`${stream} ${id}`);
  for (const opened of factsIn(data, 'opens')) {
    const [due, known] = [deadlineIn({ opened }, 'opened'), knownBy(textIn(opened, 'id'))];
    if (due && known) running.set(`${stream} ${due.id}`, { ...known, ...due });
  }
}

/** A part of the case that moved between two instants. `before` is `null` where the part had not begun. */
export interface PartMoved {
  readonly stream: string;
  readonly before: PartAt['last'] | null;
  readonly after: PartAt['last'];
}

/** A limit that ran at both instants, to different ends. */
export interface LimitMoved {
  readonly before: RunningAt;
  readonly after: RunningAt;
}

/** The changes of a case between two instants. */
export interface CaseDifference {
  readonly parts: readonly PartMoved[];
  /** The events in between, by type. `times` counts only these. */
  readonly happened: readonly Happened[];
  readonly opened: readonly RunningAt[];
  /** Limits that ran at the first instant and not at the second. */
  readonly closed: readonly RunningAt[];
  readonly moved: readonly LimitMoved[];
}

/**
 * Compares a case at two instants. Whatever is the same at both is left out, so two states of one instant have no
 * difference.
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
 * The tiers whose events a reader's history holds. The panel's deliberation is not part of the history before the
 * findings are released, not even for the members (I-14), who read it in its own place.
 */
export const readableHistory = (tiers: ReadonlySet<Tier>, released: boolean): ReadonlySet<Tier> =>
  released ? tiers : new Set([...tiers].filter((tier) => tier !== 'DELIBERATION'));
