import type { DomainEvent, Instant, IsoDate, PersonId, Text } from '@parley/kernel';
import type { MovesClocks } from '@parley/procedure';

/** Stages of the panel whose end can be late. */
export type DelayedStage = 'review' | 'findings';

/**
 * A co-chair tells both parties and the public that a stage will end late, and why. It moves no clock: the defaults
 * stand.
 */
export type DelayNotified = DomainEvent<
  'DelayNotified',
  MovesClocks & {
    readonly stage: DelayedStage;
    readonly expectedOn: IsoDate;
    readonly reason: readonly Text[];
    readonly by: PersonId;
  }
>;

export interface DelayNotice {
  readonly stage: DelayedStage;
  readonly expectedOn: IsoDate;
  readonly reason: readonly Text[];
  readonly notifiedAt: Instant;
}
