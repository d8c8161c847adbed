import { delegationTold } from '@parley/contracts';
import type { KnownDelegations } from '@parley/auth';
import type { MessageReaction } from '@parley/processes';

/**
 * Writes into the service's own table what the intake tells of who speaks for a party. It is for the guard of the
 * service and not for its domain, so no service has to know of it.
 */
export const hearsDelegations = (known: Pick<KnownDelegations, 'note'>): MessageReaction => ({
  name: 'delegations',
  concerns: (event) => delegationTold(event) !== undefined,
  answer: async (event) => {
    const delegation = delegationTold(event);
    if (delegation) await known.note(delegation);
  },
});
