import type { DomainEvent, Instant } from '@parley/kernel';
import type { FallbackEntryMade, MovesClocks, SetAside } from '@parley/procedure';

/**
 * An act had come in time but was entered only when its default was on record. The act sets the default aside; later
 * steps stand (I-19).
 */
type DefaultSetAside = DomainEvent<'DefaultSetAside', MovesClocks & SetAside>;

export type FallbackEvent = FallbackEntryMade | DefaultSetAside;

/** Sets aside, in public, what a default of the referral brought about. */
export const defaultSetAside = (said: SetAside, cameAt: Instant): DefaultSetAside => ({
  type: 'DefaultSetAside',
  occurredAt: cameAt,
  rule: 'I-19',
  tier: 'PUBLIC',
  data: { ...said, opens: [], closes: [] },
});
