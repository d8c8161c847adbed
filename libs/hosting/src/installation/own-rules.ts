import { demonstrationUsers } from '@parley/identity';
import type { PartyCode, PersonId } from '@parley/kernel';
import type { Amendment } from '@parley/procedure';
import type { OwnRules } from './installation-rules';
import { parties } from './parties';

/** What an installation has of its own about the rules. In production only the real co-heads adopt any (I-71). */
export const ownRules = ({
  production,
  amendments,
}: {
  readonly production: boolean;
  readonly amendments: readonly Amendment[];
}): OwnRules => ({
  amendments,
  coHeads: production
    ? []
    : demonstrationUsers(parties).flatMap(({ id, party, roles }) =>
        party !== undefined && roles.includes('cohead') ? [{ party: party as PartyCode, by: id as PersonId }] : [],
      ),
});
