import type { PartyCode, PersonId } from '@parley/kernel';
import type { Act } from '../../case/case-commands.rules';
import { delegationRefusals as refusals } from './delegation-refusals.rules';
import { inForce, type Delegation, type PartyRegister } from './delegations.rules';

/** The reason why a person may not keep the register of a side: its heads of delegation alone do. */
export function keepersBar(
  { by, party, receivedAt, register: own }: Act & { readonly register: PartyCode },
  { delegations }: PartyRegister,
) {
  if (party !== own) return refusals.notOwnRegister;
  const heads = delegations.filter((each) => each.scope === 'head' && inForce(each, receivedAt));
  if (heads.length === 0) return refusals.noHead;
  return isAmong(heads, by) ? undefined : refusals.notTheHead;
}

const isAmong = (delegations: readonly Delegation[], person: PersonId): boolean =>
  delegations.some(({ personId }) => personId === person);
