import type { Instant, PersonId, RefusalReason } from '@parley/kernel';
import { hasOtherCapacity, screeningOver } from '../acting';
import { isWhole, seatOf } from '../composition/membership';
import type { OpenedPanel } from '../panel-state';
import { refusals } from '../refusals';

/**
 * Why somebody may not read the panel's deliberation; `undefined` for a seated member without an undecided challenge.
 */
export function deliberationBar(state: OpenedPanel, person: PersonId): RefusalReason | undefined {
  const stage = seatOf(state, person)?.occupancy.stage;
  if (stage === 'challenged') return refusals.challenged;
  if (stage !== 'settled') return refusals.notSeated;
  return hasOtherCapacity(state, person, 'panel') ? refusals.twoCapacities : undefined;
}

/**
 * Why somebody may not act in the panel's name now: not seated (I-08, I-09), too late, or a member is missing (I-02).
 */
export function panelActBar(state: OpenedPanel, person: PersonId, at: Instant): RefusalReason | undefined {
  const bar = deliberationBar(state, person) ?? screeningOver(state, at);
  if (bar) return bar;
  return isWhole(state) ? undefined : refusals.parityBroken;
}

/** The place in a list of the first exhibit of which not both sides have a version (I-65); -1 when there is none. */
export const unknownExhibit = (exhibits: readonly string[], known: readonly string[]): number =>
  exhibits.findIndex((number) => !known.includes(number));
