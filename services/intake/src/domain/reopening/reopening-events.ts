import type { Bilingual, DomainEvent, Instant } from '@parley/kernel';
import type { StandStill } from '@parley/procedure';
import type { MovesClocks } from '../case-events';
import type { Outcome } from '../outcome/outcome';

/** Both parties reopened an ended screening (I-26): it goes on where it stood, with what was left of its clocks. */
export type ScreeningReopened = DomainEvent<
  'ScreeningReopened',
  MovesClocks & {
    readonly outcome: Outcome;
    readonly endedAt: Instant;
    readonly still: StandStill;
    readonly proposalId: string;
    readonly reason: Bilingual;
  }
>;
