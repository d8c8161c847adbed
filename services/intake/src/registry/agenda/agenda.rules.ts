import type { PartyCode, PersonId } from '@parley/kernel';
import { owedBy } from '@parley/procedure';
import { isAnswerToJoinder } from '../../case/amendments/amendments.rules';
import type { RunningDeadline } from '../../case/common-refusals.rules';

/** Whose act a running deadline awaits: a role of the case, an office, `party:US` or `person:us-3`. */
export type Awaited =
  | 'complainant'
  | 'respondent'
  | 'parties'
  | 'parties-and-coheads'
  | 'registry'
  | 'panel'
  | 'coheads'
  | 'nobody'
  | `party:${PartyCode}`
  | `person:${PersonId}`;

/**
 * Finds out whose act a deadline awaits: as it says itself, or as its clock does. Which side it is stands first in its
 * id (`nomination:US:1`); where it does not, either party may act.
 * @param parties both, by code
 * @param person the one whose act is awaited, where the notice names one
 */
export function awaitedBy(
  { id, clock, awaits }: Pick<RunningDeadline, 'id' | 'clock' | 'awaits'>,
  parties: readonly PartyCode[],
  person: PersonId | null,
): Awaited {
  if (awaits !== undefined) return awaits;
  const owed = owedBy(clock);
  if (isAnswerToJoinder(id)) return 'complainant';
  if (owed === 'nominee') return person === null ? 'panel' : `person:${person}`;
  if (owed !== 'side' && owed !== 'other-side') return owed;
  const named = id.split(':').flatMap((part) => parties.find((party) => party === part) ?? [])[0];
  const awaited = owed === 'side' ? named : parties.find((party) => party !== named);
  return named === undefined || awaited === undefined ? 'parties' : `party:${awaited}`;
}
