import { accept, refuse, type Instant, type PersonId } from '@parley/kernel';
import { inForce, type DelegationScope, type PartyRegister } from '../../registry/delegations/delegations.rules';
import { consultationsRefusals } from './minutes.rules';
import type { Level } from './time-of-call.rules';

/** Who is designated for a level. Above the deputies nobody else is: they speak for their side before the co-heads. */
const SCOPE_AT: Readonly<Record<Level, DelegationScope>> = {
  officials: 'official',
  deputies: 'deputy',
  coheads: 'deputy',
};

/**
 * S5: whom a side has designated by name for a level, failing that its head of delegation.
 * @returns nobody while the side has neither: then its desk consults
 */
export function designatedFor({ delegations }: PartyRegister, level: Level, at: Instant): readonly PersonId[] {
  const holding = (scope: DelegationScope): readonly PersonId[] =>
    delegations.filter((each) => each.scope === scope && inForce(each, at)).map(({ personId }) => personId);
  const named = holding(SCOPE_AT[level]);
  return named.length > 0 ? named : holding('head');
}

/** What bars a person of a side's desk from calls: that it consults for it at none of their levels. */
export function designationBar(
  register: PartyRegister,
  levels: readonly Level[],
  { personId, at }: { readonly personId: PersonId; readonly at: Instant },
) {
  const isDesignated = levels.some((level) => {
    const designated = designatedFor(register, level, at);
    return designated.length === 0 || designated.includes(personId);
  });
  return isDesignated ? accept() : refuse(consultationsRefusals.notDesignated);
}
