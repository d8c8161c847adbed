import { hasRole, type Caller } from '@parley/access';
import type { Letter } from '../../domain/letters/letter';

/**
 * Whether a reader of a case is among those to whom a letter in it is addressed, or of the side that wrote it. Nobody
 * else learns that it is there (I-43).
 * @param betweenParties whether the caller reads what passes between the parties
 */
export function addressedTo({ addressing, party }: Letter, caller: Caller, betweenParties: boolean): boolean {
  if (addressing === 'everybody') return true;
  if (addressing === 'other-party') return betweenParties;
  const ofTheSideThatWrote = caller.kind === 'person' && caller.party === party;
  return hasRole(caller, 'registry') || (ofTheSideThatWrote && (hasRole(caller, 'desk') || hasRole(caller, 'auditor')));
}
