import { accept, type Bilingual, type Decision, type DomainEvent, type Instant, type PartyCode } from '@parley/kernel';
import type { Clocks, MovesClocks } from '@parley/procedure';
import type { NoteCalendar, NoteOutage, PanelCommand } from '../panel/panel-commands.rules';
import type { OpenedPanel, PanelEvent } from '../panel/panel-state.rules';
import { countedByOutage } from '../late-entries/take-late.rules';

/**
 * A calendar was announced. The panel's clocks that depend on it are counted anew, never earlier (I-21), the same for
 * both sides.
 */
export type CalendarNoted = DomainEvent<
  'CalendarNoted',
  MovesClocks & {
    /** Of the joint calendar. */ readonly version: string;
  }
>;

/**
 * An outage of the system, as the intake told of it. The panel's clocks that ended in it end later, the same for both
 * sides (I-61).
 */
export type OutageNoted = DomainEvent<
  'OutageNoted',
  MovesClocks & {
    readonly outageId: string;
    readonly from: Instant;
    readonly to: Instant;
  }
>;

/** The clocks that run for one seat, one at a time. */
export const SEAT_CLOCKS = [
  'nomination',
  'disclosure',
  'nonces',
  'challenge',
  'challenge-decision',
  'replacement',
] as const;
export type SeatClock = (typeof SEAT_CLOCKS)[number];

/** True for a clock at whose end its seat is vacant, and filled by lot. */
export const endsInDraw = (clock: SeatClock): clock is 'nomination' | 'disclosure' | 'nonces' =>
  clock === 'nomination' || clock === 'disclosure' || clock === 'nonces';

/** `disclosure:US:2`: the second seat of that party. A seat that is filled anew runs its clocks under the same ids. */
export const seatClockId = (clock: SeatClock, party: PartyCode, seat: number): string =>
  `${clock}:${party}:${String(seat)}`;

/** True for the id of that clock of a seat, whether it is filled for the first time or again. */
export const isSeatClock = (id: string, clock: SeatClock): boolean => id.startsWith(`${clock}:`);

/**
 * The version under which a command starts clocks. A default that is decided late takes effect as of its expiry, so
 * under the version that was in force then (I-18).
 */
export function rulesInForce(command: PanelCommand, { ruleSetVersion, formerRules, running }: OpenedPanel): string {
  const expiry = command.type === 'ExpireDeadline' ? running[command.deadlineId]?.dueAt : undefined;
  const then = expiry === undefined ? undefined : formerRules.find(({ until }) => expiry <= until);
  return then?.version ?? ruleSetVersion;
}

/** Counts the panel's clocks anew on calendars that were announced (I-21, I-22). */
export function noteCalendar(
  { version, at }: NoteCalendar,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<CalendarNoted> {
  const opens = Object.values(state.running).flatMap((deadline) => clocks.recount(deadline, at) ?? []);
  if (opens.length === 0) return accept();
  return accept({
    type: 'CalendarNoted',
    occurredAt: at,
    rule: 'I-21',
    tier: 'PUBLIC',
    data: { version, opens, closes: [] },
  });
}

/** Moves the panel's clocks that ended in an outage to the end of the next joint business day after it (I-61). */
export function noteOutage(
  { outageId, from, to, at }: NoteOutage,
  state: OpenedPanel,
  clocks: Clocks,
): Decision<PanelEvent> {
  const opens = Object.values(state.running).flatMap(
    (deadline) => clocks.moveByOutage(deadline, { from, to }, { at, reason: REASON }) ?? [],
  );
  const counted = countedByOutage({ from, to }, at, state, clocks);
  if (opens.length === 0) return accept(...counted);
  const noted: OutageNoted = {
    type: 'OutageNoted',
    occurredAt: at,
    rule: 'I-61',
    tier: 'PUBLIC',
    data: { outageId, from, to, opens, closes: [] },
  };
  return accept<PanelEvent>(noted, ...counted);
}

const REASON: Bilingual = { en: 'Declared outage of the secretariat’s system.', 'zh-Hans': '已宣告的秘书处系统中断。' };
