import type { Instant } from '@parley/kernel';
import type { SetAside } from '@parley/procedure';
import type { DefaultSetAside } from './fallback-events';

/** What a default of the referral brought about is set aside, in public. */
export const defaultSetAside = (said: SetAside, cameAt: Instant): DefaultSetAside => ({
  type: 'DefaultSetAside',
  occurredAt: cameAt,
  rule: 'I-19',
  tier: 'PUBLIC',
  data: { ...said, opens: [], closes: [] },
});
