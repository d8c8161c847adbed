import type { Bilingual, DomainEvent } from '@parley/kernel';
import type { MovesClocks } from '../case-events';

/**
 * A running deadline ends later (I-20); it is opened once more under its id, with the change and its reason in it
 * (I-64).
 */
export type DeadlineExtended = DomainEvent<
  'DeadlineExtended',
  MovesClocks & {
    readonly deadlineId: string;
    readonly by: 'consent' | 'joint-decision';
    readonly proposalId: string;
    readonly reason: Bilingual;
  }
>;
