import type { Instant, PartyCode, PersonId, Role } from '@parley/kernel';

/** The offices of a side whose holders act and read under a delegation, once there is a register. */
export const DELEGATED_ROLES = ['desk', 'registry', 'cohead'] as const satisfies readonly Role[];
export type DelegatedRole = (typeof DELEGATED_ROLES)[number];

/** A person in the office in which it acts or reads for a side. */
export interface Delegate {
  readonly party: PartyCode;
  readonly personId: PersonId;
  readonly role: DelegatedRole;
}

/** Whether a person may act and read for a party at an instant, as far as delegations say. */
export type Standing =
  /** The party has no register yet: the token alone says for whom it acts. */
  | { readonly kind: 'unrecorded' }
  | { readonly kind: 'in-force'; readonly delegationId: string }
  /** The party has a register, and no delegation of the person for the office is in force in it. */
  | { readonly kind: 'not-in-force' };

/** Who speaks for the parties, as a service knows it. */
export interface Delegations {
  standing(delegate: Delegate, at: Instant): Promise<Standing>;
  /** Whether a person heads the delegation of a party at an instant, by its register. */
  isHead(party: PartyCode, personId: PersonId, at: Instant): Promise<boolean>;
}

/** The delegations of an installation that keeps none: everybody acts on the token alone. */
export const noDelegations: Delegations = {
  standing: () => Promise.resolve({ kind: 'unrecorded' }),
  isHead: () => Promise.resolve(false),
};
