import type { PartyCode, PersonId, Role } from '@parley/kernel';

/** A person with a token, the side that appointed the person, and the person's roles. */
export interface PersonCaller {
  readonly kind: 'person';
  readonly personId: PersonId;
  /** The appointing side; `null` for somebody whom neither appointed. */
  readonly party: PartyCode | null;
  readonly roles: readonly Role[];
}

/** Who calls: a person, or anybody. */
export type Caller = PersonCaller | { readonly kind: 'public' };

/** Anybody: a request without a token. */
export const PUBLIC_CALLER: Caller = { kind: 'public' };
