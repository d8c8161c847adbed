/**
 * The bounded contexts whose services stand behind the gateway, in the order in which they are told of. What several
 * answer alike, such as the keys of the registry at `/v1/keys`, the first is asked for.
 */
export const CONTEXTS = ['intake', 'evidence', 'panelreview', 'referral', 'audit'] as const;

export type Context = (typeof CONTEXTS)[number];
