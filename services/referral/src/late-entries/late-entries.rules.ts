import type { DomainEvent, Instant } from '@parley/kernel';
import type { LateEntryEvent, MovesClocks, RunningDeadline, SetAside } from '@parley/procedure';

/** An act that had come in time counts. It sets its default aside; later steps stand (I-19). */
type DefaultSetAside = DomainEvent<'DefaultSetAside', MovesClocks & SetAside>;

/** What happens to an act that came by another channel. */
export type EntryEvent<Command> = LateEntryEvent<Command> | DefaultSetAside;

/**
 * Sets aside, in public, what a default of the referral brought about.
 * @param opens limits that run again, because the default had ended them
 */
export const defaultSetAside = (
  said: SetAside,
  cameAt: Instant,
  opens: readonly RunningDeadline[] = [],
): DefaultSetAside => ({
  type: 'DefaultSetAside',
  occurredAt: cameAt,
  rule: 'I-19',
  tier: 'PUBLIC',
  data: { ...said, opens, closes: [] },
});
