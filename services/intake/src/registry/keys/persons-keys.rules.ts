import type { DelegationCommand, DelegationEnded, PartyRegister } from '../delegations/delegations.rules';
import { ended, speaksFor, type KeyEnded } from './party-keys.rules';

/**
 * What the end of a person's delegation takes with it: who has left signs nothing any more. What was signed before
 * stands, also where the delegation was ended by mistake; the key does not come back, and the person needs a new one. A
 * delegation that another one of the same person follows ends no key.
 * @param register after the delegation has its end
 */
export function keysOfWhoLeft(
  { data: { personId, endsAt } }: DelegationEnded,
  register: PartyRegister,
  command: DelegationCommand,
): readonly KeyEnded[] {
  if (speaksFor(personId, register, endsAt)) return [];
  return register.keys
    .filter((each) => each.personId === personId && (each.endsAt === null || each.endsAt > endsAt))
    .map((each) => ended(each, command, 'left', endsAt));
}
