import type { DomainEvent, Instant, PersonId, RefusalReason } from '@parley/kernel';
import {
  clockRule,
  type Clocks,
  type Happening,
  type MovesClocks,
  type RunningDeadline,
  type Track,
} from '@parley/procedure';
import { timeWithLateClaims } from '../claims/late-claims.rules';
import { vacantSeats } from '../composition/composition.rules';
import type { OpenedPanel, RecordedPanel } from '../panel/panel-state.rules';

/** What the members say of the urgency of their case. Without one view in time it is `unconfirmed`. */
export type UrgencyVerdict = 'confirmed' | 'refused';

export interface DecidedUrgency {
  readonly verdict: UrgencyVerdict | 'unconfirmed';
  readonly decidedAt: Instant;
}

/** A member's present view, which lies in deliberation (I-14). */
export interface UrgencyView {
  readonly member: PersonId;
  readonly verdict: UrgencyVerdict;
}

/** The panel confirmed or refused the urgency of its case, or was not of one view in time. */
export type UrgencyDecided = DomainEvent<
  'UrgencyDecided',
  MovesClocks & { readonly verdict: DecidedUrgency['verdict'] }
>;

/**
 * The panel is on another track from here on. If that has more seats, and the panel still takes more members, the seats
 * open. Expired limits stay expired (I-25).
 */
export type TrackTaken = DomainEvent<
  'TrackTaken',
  MovesClocks & {
    readonly track: Track;
    readonly from: Track;
    /** Seats of each side from here on. */
    readonly seatsPerSide: number;
  }
>;

export type TrackEvent = UrgencyDecided | TrackTaken;

export const urgencyDecided = (
  state: RecordedPanel,
  { data: { verdict }, occurredAt: decidedAt }: UrgencyDecided,
): RecordedPanel => ({
  ...state,
  urgency: { verdict, decidedAt },
});

/**
 * With more seats the panel is being composed again, even if members were seated already. From the interim text on it
 * keeps its stage, and decides nothing until they are filled.
 */
export function onTrack(state: RecordedPanel, { data }: TrackTaken): RecordedPanel {
  const { track, seatsPerSide } = data;
  const added = vacantSeats(state.seats.length / 2 + 1, seatsPerSide);
  const sides = [...state.seats, ...added];
  const seats = sides.toSorted((one, other) =>
    one.side === other.side ? one.number - other.number : one.side === 'complainant' ? -1 : 1,
  );
  const after = { ...state, track, seats };
  return added.length === 0 || state.stage.name === 'interim-comments'
    ? after
    : { ...after, stage: { name: 'composing' }, convening: null };
}

/** Refusals about the panel's word on the urgency of a case. */
export const trackRefusals = {
  notUrgent: {
    code: 'not-on-urgent-track',
    rule: 'urgent',
    en: 'The case is not on the urgent track.',
    'zh-Hans': '本案未适用紧急程序。',
  },
  urgencyDecided: {
    code: 'urgency-decided',
    rule: 'urgent',
    en: 'The panel has decided on the urgency of the case.',
    'zh-Hans': '专家组已就本案的紧急性作出决定。',
  },
  urgencyTooLate: {
    code: 'urgency-out-of-time',
    rule: 'I-25',
    en: 'The time to confirm the urgency has passed; the case goes on under the standard track.',
    'zh-Hans': '确认紧急程序的期限已过；本案改用普通程序。',
  },
} as const satisfies Record<string, RefusalReason>;

/**
 * The clock of the panel's review or findings. When the track counts it from the registration, as the urgent one does,
 * the happening that begins the stage does not move it.
 */
export function stageClock(
  clocks: Clocks,
  { track, registeredAt, registeredBy }: OpenedPanel,
  clock: 'evidence' | 'review' | 'findings',
  happening: Happening,
): RunningDeadline {
  const fromRegistration = clockRule(clocks.ruleSet, clock, track).from === 'registration';
  return clocks.start(
    clock,
    fromRegistration ? { event: 'CaseRegistered', at: registeredAt, kind: registeredBy } : happening,
  );
}

/**
 * The time for findings: no less than the least time from when the panel was whole, nor than that with each late claim
 * (I-24). If it is counted from the registration and has passed before it began, it is counted from its beginning
 * instead.
 */
export function findingsClock(clocks: Clocks, panel: OpenedPanel, happening: Happening): RunningDeadline {
  const own = stageClock(clocks, panel, 'findings', happening);
  const deadline = own.dueAt > happening.at ? own : clocks.start('late-findings', happening, 'findings');
  const { convening } = panel;
  if (!convening) return deadline;
  const { at, wholeSince, by: kind } = convening;
  const event = wholeSince === at ? 'PanelConvened' : 'ParityRestored';
  const whole = clocks.start('late-findings', { event, at: wholeSince, kind }, 'findings');
  return [whole, ...timeWithLateClaims(panel, clocks)].reduce(
    (longest, least) => (least.dueAt > longest.dueAt ? least : longest),
    deadline,
  );
}
