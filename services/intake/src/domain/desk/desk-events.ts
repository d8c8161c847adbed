import type { DomainEvent, IsoDate, PersonId, Text } from '@parley/kernel';
import type { WorkKey } from './desk-work';

/** A step has somebody who does it; the deadline is everybody's still. */
export type WorkAssigned = DomainEvent<
  'WorkAssigned',
  WorkKey & { readonly assignee: PersonId; readonly by: PersonId }
>;

/**
 * The registry says that a step of its own will be late, and why. No clock stops, and the default comes at its time.
 */
export type DelayNotified = DomainEvent<
  'DelayNotified',
  WorkKey & { readonly expectedOn: IsoDate; readonly reason: readonly Text[]; readonly by: PersonId }
>;

export type DeskEvent = WorkAssigned | DelayNotified;
