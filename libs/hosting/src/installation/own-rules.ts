import { SECRETARIAT } from '@parley/auth';
import { demonstrationUsers } from '@parley/identity';
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
    : demonstrationUsers(parties).flatMap(({ id, of, roles }) =>
        of !== SECRETARIAT && roles.includes('cohead') ? [{ party: of, by: id }] : [],
      ),
});
