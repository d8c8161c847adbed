import type { DomainEvent, Instant } from '@parley/kernel';
import type { MovesClocks, Track } from '@parley/procedure';
import type { DecidedUrgency } from './urgency';

/** The panel confirmed or refused the urgency of its case, or said nothing in time. */
export type UrgencyDecided = DomainEvent<
  'UrgencyDecided',
  MovesClocks & { readonly verdict: DecidedUrgency['verdict'] }
>;

/**
 * The case is on another track from here on. Where that has more seats and the findings are not under way, the seats
 * open; what had expired stays expired (I-25).
 */
export type TrackNoted = DomainEvent<
  'TrackNoted',
  MovesClocks & {
    readonly track: Track;
    readonly from: Track;
    /** Seats of each side from here on. */
    readonly seatsPerSide: number;
    /** The new long-stop; `null` until it is told. */
    readonly longStop: Instant | null;
  }
>;

/** The long-stop was moved, by both parties' signatures or with the track. */
export type LongStopNoted = DomainEvent<'LongStopNoted', MovesClocks & { readonly longStop: Instant }>;

export type TrackEvent = UrgencyDecided | TrackNoted | LongStopNoted;
