import {
  refuse,
  sideOf,
  type Instant,
  type PartyCode,
  type PersonId,
  type RefusalReason,
  type Refused,
  type Role,
  type Side,
} from '@parley/kernel';
import type { Act } from './acts';
import type { OpenedPanel } from './panel-state';
import { refusals } from './refusals';

/** True when somebody acted in the case as something else, or sits on the panel (I-05). */
export const hasOtherCapacity = ({ everSeated, capacities }: OpenedPanel, person: PersonId, role: Role): boolean =>
  (role !== 'panel' && everSeated.includes(person)) || (capacities[person] ?? role) !== role;

/** The side for whose desk somebody acts. */
export function deskOf(state: OpenedPanel, { by, party }: Act): Side | Refused {
  if (!isParty(state, party)) return refuse(refusals.notAParty);
  return hasOtherCapacity(state, by, 'desk') ? refuse(refusals.twoCapacities) : sideOf(state.parties, party);
}

/** The appointing party of a co-head who acts. */
export function coHeadOf(state: OpenedPanel, { by, party }: Act): PartyCode | Refused {
  if (!isParty(state, party)) return refuse(refusals.notACoHead);
  return hasOtherCapacity(state, by, 'cohead') ? refuse(refusals.twoCapacities) : party;
}

/**
 * Why nothing can be done now: the screening has ended or is suspended, its long-stop passed before the act, or no
 * panel can be had.
 */
export function screeningOver(
  { screeningEnd, suspendedAt, longStop, stage }: OpenedPanel,
  at: Instant,
): RefusalReason | undefined {
  if (screeningEnd && at >= screeningEnd.at) return refusals.screeningEnded;
  if (suspendedAt !== null && at >= suspendedAt) return refusals.screeningSuspended;
  if (stage.name === 'impossible') return refusals.panelImpossible;
  return at >= longStop ? refusals.longStopPassed : undefined;
}

/** True while a clock stands in the panel, past its end or not. */
export const runs = ({ running }: OpenedPanel, id: string): boolean => running[id] !== undefined;

/** True when a deadline has passed; false when it does not run. */
export const isPast = ({ running }: OpenedPanel, id: string, at: Instant): boolean => {
  const deadline = running[id];
  return deadline !== undefined && at >= deadline.dueAt;
};

const isParty = ({ parties }: OpenedPanel, party: PartyCode | null): party is PartyCode =>
  party !== null && (party === parties.complainant || party === parties.respondent);

export const isRefused = (value: string | Refused): value is Refused => typeof value !== 'string';
