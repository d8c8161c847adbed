import type { Instant, Tier } from '@parley/kernel';
import type { SetAside } from '@parley/procedure';
import type { DefaultSetAside } from './outages-events';

/** What a default brought about is set aside, for those who know of the default. */
export const defaultSetAside = (said: SetAside, cameAt: Instant, tier: Tier): DefaultSetAside => ({
  type: 'DefaultSetAside',
  occurredAt: cameAt,
  rule: 'I-19',
  tier,
  data: { ...said, opens: [], closes: [] },
});
