import { accept, type Bilingual, type Decision, type DomainEvent, type Instant, type PartyCode } from '@parley/kernel';
import type { Clocks, MovesClocks, RunningClocks } from '@parley/procedure';
import type { NoteCalendar, NoteOutage, NoteRules, PanelCommand } from '../panel/panel-commands.rules';
import type { OpenedPanel } from '../panel/panel-state.rules';

/**
 * A calendar that was announced: the panel's clocks that depend on it are counted anew, never earlier (I-21), the same
 * for both sides.
 */
export type CalendarNoted = DomainEvent<
  'CalendarNoted',
  MovesClocks & {
    /** Of the joint calendar. */ readonly version: string;
    /** Where the intake moved it. */ readonly longStop: Instant | null;
  }
>;

/**
 * An outage of the system as the intake told of it: the panel's clocks that ended in it end later, the same for both
 * sides (I-61).
 */
export type OutageNoted = DomainEvent<
  'OutageNoted',
  MovesClocks & {
    readonly outageId: string;
    readonly from: Instant;
    readonly to: Instant;
    readonly longStop: Instant | null;
  }
>;

/** Clocks that the panel starts from now on are of another version of the rules, by both parties' signatures. */
export type RulesNoted = DomainEvent<'RulesNoted', MovesClocks & { readonly to: string }>;

/** Both parties suspended the screening: no act is taken and no clock of the panel runs until it goes on. */
export type SuspensionNoted = DomainEvent<'SuspensionNoted', MovesClocks>;

/** The screening goes on; what was left of each clock is left of it. */
export type ResumptionNoted = DomainEvent<'ResumptionNoted', MovesClocks & { readonly longStop: Instant }>;

/** Both parties reopened a screening that had ended (I-26): the panel goes on where it stood. */
export type ReopeningNoted = DomainEvent<'ReopeningNoted', MovesClocks & { readonly longStop: Instant }>;

export type StandstillEvent = SuspensionNoted | ResumptionNoted | ReopeningNoted;

export const goneOn = (state: OpenedPanel, { data: { longStop } }: ResumptionNoted | ReopeningNoted): OpenedPanel => ({
  ...state,
  longStop,
  suspendedAt: null,
  screeningEnd: null,
});

/** The clocks that run for one seat, one at a time. */
export const SEAT_CLOCKS = ['nomination', 'disclosure', 'challenge', 'challenge-decision', 'replacement'] as const;
export type SeatClock = (typeof SEAT_CLOCKS)[number];

/** `disclosure:US:2`: the second seat of that party. A seat that is filled anew runs its clocks under the same ids. */
export const seatClockId = (clock: SeatClock, party: PartyCode, seat: number): string =>
  `${clock}:${party}:${String(seat)}`;

/** Ids of the clocks that had not ended by an instant. */
export const runningAt = (running: RunningClocks, at: Instant): readonly string[] =>
  Object.values(running).flatMap(({ id, dueAt }) => (dueAt >= at ? id : []));

export const noClocks: MovesClocks = { opens: [], closes: [] };

/** A version of the rules that the case had, up to the instant at which both parties took another. */
export interface FormerRules {
  readonly version: string;
  readonly until: Instant;
}

/**
 * The version under which a command starts clocks. A default that is decided late takes effect as of its expiry, hence
 * under the version that was in force then (I-18).
 */
export function rulesInForce(command: PanelCommand, { ruleSetVersion, formerRules, running }: OpenedPanel): string {
  const expiry = command.type === 'ExpireDeadline' ? running[command.deadlineId]?.dueAt : undefined;
  const then = expiry === undefined ? undefined : formerRules.find(({ until }) => expiry <= until);
  return then?.version ?? ruleSetVersion;
}

/**
 * Counts the panel's clocks anew on calendars that were announced (I-21, I-22), and keeps the long-stop that the intake
 * counted anew.
 */
export function noteCalendar(
  { version, longStop, at }: NoteCalendar,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<CalendarNoted> {
  const opens = Object.values(state.running).flatMap((deadline) => clocks.recount(deadline, at) ?? []);
  if (opens.length === 0 && (longStop === null || longStop === state.longStop)) return accept();
  return accept({
    type: 'CalendarNoted',
    occurredAt: at,
    rule: 'I-21',
    tier: 'PUBLIC',
    data: { version, longStop, opens, closes: [] },
  });
}

/**
 * Moves the panel's clocks that ended in an outage to the end of the next joint business day after it (I-61), and keeps
 * the long-stop that the intake moved.
 */
export function noteOutage(
  { outageId, from, to, longStop, at }: NoteOutage,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<OutageNoted> {
  const opens = Object.values(state.running).flatMap(
    (deadline) => clocks.moveByOutage(deadline, { from, to }, { at, reason: REASON }) ?? [],
  );
  if (opens.length === 0 && (longStop === null || longStop === state.longStop)) return accept();
  return accept({
    type: 'OutageNoted',
    occurredAt: at,
    rule: 'I-61',
    tier: 'PUBLIC',
    data: { outageId, from, to, longStop, opens, closes: [] },
  });
}

const REASON: Bilingual = { en: 'Declared outage of the secretariat’s system.', 'zh-Hans': '已宣告的秘书处系统中断。' };

/** Both parties took another version of the rules. No clock of the panel that runs is touched by it (I-20, I-21). */
export function noteRules({ version, at }: NoteRules, state: OpenedPanel): Decision<RulesNoted> {
  if (version === state.ruleSetVersion) return accept();
  return accept({
    type: 'RulesNoted',
    occurredAt: at,
    rule: 'I-04',
    tier: 'PUBLIC',
    data: { to: version, ...noClocks },
  });
}
