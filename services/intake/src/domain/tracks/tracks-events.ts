import type { Bilingual, DomainEvent } from '@parley/kernel';
import type { Track } from '@parley/procedure';
import type { MovesClocks } from '../case-events';
import type { RunningDeadline } from '../running-deadline';

/** Why a case goes on under another track. */
export type TrackChangeBy = 'consent' | 'joint-decision' | 'urgency-refused' | 'urgency-not-confirmed';

/**
 * The case goes on under another track; each clock that runs and that the track has otherwise is opened once more,
 * never earlier.
 */
export type TrackChanged = DomainEvent<
  'TrackChanged',
  MovesClocks & {
    readonly from: Track;
    readonly track: Track;
    readonly by: TrackChangeBy;
    /** From the same triggers, or from this change on (I-25). */
    readonly clocks: 'recount' | 'restart';
    readonly reason: Bilingual;
    readonly proposalId: string | null;
    /** While the screening is suspended: what stands still, as it will go on. */
    readonly stopped?: readonly RunningDeadline[];
  }
>;
