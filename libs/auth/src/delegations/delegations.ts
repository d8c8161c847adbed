import type { Instant, PartyCode, PersonId } from '@parley/kernel';

/** Whether a person may speak for a party at an instant, as far as delegations say. */
export type Standing =
  /** No delegation of the person was ever recorded: the token alone says for whom it acts. */
  | { readonly kind: 'unrecorded' }
  | { readonly kind: 'in-force'; readonly delegationId: string }
  /** The recorded delegations have ended, or have not begun. */
  | { readonly kind: 'not-in-force' };

/** Who speaks for the parties, as a service knows it. */
export interface Delegations {
  standing(party: PartyCode, personId: PersonId, at: Instant): Promise<Standing>;
}

/** The delegations of an installation that keeps none: everybody acts on the token alone. */
export const noDelegations: Delegations = { standing: () => Promise.resolve({ kind: 'unrecorded' }) };
