import type { PersonId } from '@parley/kernel';
import { owedBy, type Awaits, type OwedBy } from '@parley/procedure';
import type { RunningDeadline } from '../../case/common-refusals.rules';

const DAY_MS = 24 * 60 * 60 * 1_000;
/**
 * How long it lasts that a person is told of an agenda without signing in, by a calendar or by alerts: long enough to
 * be of use, short enough for who has lost a role that no register of delegations knows.
 */
export const TOLD_FOR_MS = 180 * DAY_MS;

/** Whose act a running deadline awaits: a role of the case, an office, `party:US` or `person:us-3`. */
export type Awaited = Awaits | Exclude<OwedBy, 'side' | 'nominee'> | `person:${PersonId}`;

/**
 * Finds whose act a deadline awaits. The deadline says so itself, or else its clock does.
 * @param person the one whose act is awaited, when the notice names one
 */
export function awaitedBy(
  { clock, awaits }: Pick<RunningDeadline, 'clock' | 'awaits'>,
  person: PersonId | null,
): Awaited {
  if (awaits !== undefined) return awaits;
  const owed = owedBy(clock);
  if (owed === 'nominee') return person === null ? 'panel' : `person:${person}`;
  return owed === 'side' ? 'parties' : owed;
}
