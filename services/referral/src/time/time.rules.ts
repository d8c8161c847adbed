import { accept, type Bilingual, type Decision, type DomainEvent, type Instant } from '@parley/kernel';
import { runningAfter, type ClocksOf, type MovesClocks, type RunningClocks } from '@parley/procedure';

/** A calendar was announced, and clocks are counted on it. */
export interface NoteCalendar {
  readonly type: 'NoteCalendar';
  /** Version of the joint calendar. */
  readonly version: string;
  readonly at: Instant;
}

/** The system was away, so each clock that ended in that time ends later. The intake's public events tell of it. */
export interface NoteOutage {
  readonly type: 'NoteOutage';
  readonly outageId: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly at: Instant;
}

/**
 * A calendar was announced. Clocks that depend on it are counted anew, never to an earlier end (I-21), by the same rule
 * for both sides.
 */
export type CalendarNoted = DomainEvent<
  'CalendarNoted',
  MovesClocks & { /** Of the joint calendar. */ readonly version: string }
>;

/** Clocks that ended in an outage of the system end later, by the same rule for both sides (I-61). */
export type OutageNoted = DomainEvent<
  'OutageNoted',
  MovesClocks & { readonly outageId: string; readonly from: Instant; readonly to: Instant }
>;

/** A state that keeps its running deadlines by id. */
interface KeepsClocks {
  readonly running: RunningClocks;
}

/** The state with the clocks that run after an event. */
export const moveClocks = <State extends KeepsClocks>(state: State, moves: MovesClocks): State => ({
  ...state,
  running: runningAfter(state.running, moves),
});

/**
 * Counts clocks anew on calendars that were announced (I-21, I-22).
 * @param rules the version to which the case or the agreement is pinned; `undefined` before a case is registered, when
 *   the version in force counts
 */
export function noteCalendar(
  { version, at }: NoteCalendar,
  { running }: KeepsClocks,
  rules: string | undefined,
  clocksOf: ClocksOf,
): Decision<CalendarNoted> {
  const clocks = rules === undefined ? clocksOf.at(at) : clocksOf(rules);
  const opens = Object.values(running).flatMap((deadline) => clocks.recount(deadline, at) ?? []);
  if (opens.length === 0) return accept();
  return accept({
    type: 'CalendarNoted',
    occurredAt: at,
    rule: 'I-21',
    tier: 'PARTIES',
    data: { version, opens, closes: [] },
  });
}

/**
 * Moves clocks that ended in an outage to the end of the next joint business day after it (I-61).
 * @param version of the rules to which the case or the agreement is pinned; `undefined` before a case is registered,
 *   when the version in force counts
 */
export function noteOutage(
  { outageId, from, to, at }: NoteOutage,
  { running }: KeepsClocks,
  version: string | undefined,
  clocksOf: ClocksOf,
): Decision<OutageNoted> {
  const clocks = version === undefined ? clocksOf.at(at) : clocksOf(version);
  const opens = Object.values(running).flatMap(
    (deadline) => clocks.moveByOutage(deadline, { from, to }, { at, reason: REASON }) ?? [],
  );
  if (opens.length === 0) return accept();
  return accept({
    type: 'OutageNoted',
    occurredAt: at,
    rule: 'I-61',
    tier: 'PARTIES',
    data: { outageId, from, to, opens, closes: [] },
  });
}

const REASON: Bilingual = { en: 'Declared outage of the secretariat’s system.', 'zh-Hans': '已宣告的秘书处系统中断。' };
