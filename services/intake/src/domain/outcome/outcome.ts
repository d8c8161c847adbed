import type { PersonId } from '@parley/kernel';

/** How a screening ends (S11). */
export type Outcome = 'findings-issued' | 'withdrawn' | 'closed-without-prejudice' | 'lapsed' | 'settled';

/** What ended it: a person's act, a limit that passed, or an event of another context. */
export type EndedBy =
  | { readonly kind: 'person'; readonly personId: PersonId }
  | { readonly kind: 'limit'; readonly reason: 'long-stop' | 'suspension' | 'cure' | 'cure-rounds' }
  | { readonly kind: 'panel'; readonly eventId: string; readonly reason: 'findings' | 'roster-exhausted' }
  | { readonly kind: 'settlement'; readonly eventId: string };
