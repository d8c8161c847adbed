import type { Act } from '../case-commands';

/** Some claims are given up, the others live on (I-30). All of them are the whole. */
export type WithdrawClaims = Act & { readonly type: 'WithdrawClaims'; readonly claims: readonly string[] };
