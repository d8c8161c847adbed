import { plusMillis, type Instant } from '@parley/kernel';
import type { RunningDeadline } from '@parley/procedure';
import type { KnownCase } from '../evidence-state';

type Suspended = Pick<KnownCase, 'suspendedAt'>;

/** A clock that had not ended when the screening was suspended does not run. */
export const standsStill = ({ suspendedAt }: Suspended, { dueAt }: RunningDeadline): boolean => suspendedAt !== null && dueAt > suspendedAt;

/** When a clock ends, as far as an act at an instant is concerned: one that stands still ends after every act. */
export const endFor = (at: Instant, state: Suspended, deadline: RunningDeadline): Instant => (standsStill(state, deadline) ? plusMillis(at, 1) : deadline.dueAt);
