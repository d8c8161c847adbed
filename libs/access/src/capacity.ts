import { CAPACITIES, type Actor, type Role } from '@parley/kernel';
import type { Caller, PersonCaller } from './caller';

/**
 * True when a token holds two of desk, registry, panel, co-head, expert, third party and conciliator; its holder then
 * acts and reads in none of them (I-05).
 */
export const holdsTwoCapacities = (caller: Caller): boolean =>
  caller.kind === 'person' && CAPACITIES.filter((role) => caller.roles.includes(role)).length > 1;

/**
 * True when the caller holds the role and may use it. A desk or an auditor without a side belongs to nobody, and may
 * not.
 */
export function hasRole(caller: Caller, role: Role): caller is PersonCaller {
  if (caller.kind === 'public' || !caller.roles.includes(role)) return false;
  if (CAPACITIES.includes(role) && holdsTwoCapacities(caller)) return false;
  // A person with one of these capacities audits nothing. Otherwise a member could read as an auditor what the panel
  // may not see.
  if (role === 'auditor' && CAPACITIES.some((capacity) => caller.roles.includes(capacity))) return false;
  return caller.party !== null || (role !== 'desk' && role !== 'auditor');
}

/** The actor to put on record when the caller acts in a role. */
export const actorOf = (caller: PersonCaller, role: Role): Actor => ({
  kind: 'person',
  personId: caller.personId,
  role,
  party: caller.party,
});
