import type { DomainEvent, Instant } from '@parley/kernel';
import type { FallbackEntryMade, MovesClocks, SetAside } from '@parley/procedure';

/**
 * An act that had come in time was entered once its default was on record, which is set aside by it; later steps stand
 * (I-19).
 */
type DefaultSetAside = DomainEvent<'DefaultSetAside', MovesClocks & SetAside>;

export type FallbackEvent = FallbackEntryMade | DefaultSetAside;

/** What a default of the referral brought about is set aside, in public. */
export const defaultSetAside = (said: SetAside, cameAt: Instant): DefaultSetAside => ({
  type: 'DefaultSetAside',
  occurredAt: cameAt,
  rule: 'I-19',
  tier: 'PUBLIC',
  data: { ...said, opens: [], closes: [] },
});
