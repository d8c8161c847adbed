import { delegationTold } from '@parley/contracts';
import type { KnownDelegations } from '@parley/auth';
import type { MessageReaction } from '@parley/processes';

/**
 * Writes into the service's own table who speaks for a party, as the intake tells it. The service's guard needs it and
 * its domain does not, so no service has to know of it.
 */
export const hearsDelegations = (known: Pick<KnownDelegations, 'note'>): MessageReaction => ({
  name: 'delegations',
  concerns: (event) => delegationTold(event) !== undefined,
  answer: async (event) => {
    const delegation = delegationTold(event);
    if (delegation) await known.note(delegation);
  },
});
