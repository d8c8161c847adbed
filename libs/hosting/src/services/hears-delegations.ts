import { intake, told } from '@parley/contracts';
import { parseInstant, type PartyCode, type PersonId } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { MessageReaction } from '@parley/processes';
import type { KnownDelegations, ToldDelegation } from '@parley/auth';

/**
 * Writes into the service's own table what the intake tells of who speaks for a party. It is for the guard of the
 * service and not for its domain, so no service has to know of it.
 */
export const hearsDelegations = (known: Pick<KnownDelegations, 'note'>): MessageReaction => ({
  name: 'delegations',
  concerns: (event) => delegationOf(event) !== undefined,
  answer: async (event) => {
    const delegation = delegationOf(event);
    if (delegation) await known.note(delegation);
  },
});

/**
 * @throws TypeError when the message says no instant: it is parked, because a delegation taken for endless could let in
 * who may not act
 */
function delegationOf(event: PublicEvent): ToldDelegation | undefined {
  const changed = told(event, intake.DelegationChangedSchema);
  if (!changed) return undefined;
  const { delegationId, party, personId, from, endsAt } = changed;
  return {
    delegationId,
    party: party as PartyCode,
    personId: personId as PersonId,
    from: instantOf(from),
    endsAt: endsAt === '' ? null : instantOf(endsAt),
  };
}

function instantOf(text: string) {
  const instant = parseInstant(text);
  if (instant === undefined) throw new TypeError(`no instant: ${text}`);
  return instant;
}
