import type { Bilingual, DomainEvent, Instant } from '@parley/kernel';
import type { StandStill } from '@parley/procedure';
import type { MovesClocks } from '../case-events';
import type { RunningDeadline } from '../running-deadline';
import type { Suspension } from './suspension';

/** Both parties suspended the screening: what ran stands still, and the time of the longest suspension starts. */
export type ScreeningSuspended = DomainEvent<
  'ScreeningSuspended',
  MovesClocks & {
    readonly until: Instant | null;
    readonly fromDay: Suspension['fromDay'];
    readonly stopped: readonly RunningDeadline[];
    readonly proposalId: string;
    readonly reason: Bilingual;
  }
>;

/** The screening goes on, and so does what stood still, with what was left of it. */
export type ScreeningResumed = DomainEvent<
  'ScreeningResumed',
  MovesClocks & { readonly by: 'consent' | 'end-date'; readonly still: StandStill; readonly proposalId: string | null }
>;
