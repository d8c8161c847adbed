import type { Instant } from '@parley/kernel';

/** When the last of several acts was received: one that came by another channel may be entered behind a later one. */
export const latestOf = (
  acts: readonly [...(readonly { readonly receivedAt: Instant }[]), { readonly receivedAt: Instant }],
): Instant => acts.map(({ receivedAt }) => receivedAt).reduce((one, other) => (other > one ? other : one));
