import { partyKeyTold } from '@parley/contracts';
import type { KnownPartyKeys } from '@parley/auth';
import type { MessageReaction } from '@parley/processes';

/**
 * Writes into the service's own table by which keys the parties sign, as the intake tells it. The service's guard needs
 * it and its domain does not.
 */
export const hearsPartyKeys = (known: Pick<KnownPartyKeys, 'note'>): MessageReaction => ({
  name: 'party-keys',
  concerns: (event) => partyKeyTold(event) !== undefined,
  answer: async (event) => {
    const key = partyKeyTold(event);
    if (key) await known.note(key);
  },
});
