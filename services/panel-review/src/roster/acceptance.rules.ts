import { accept, refuse } from '@parley/kernel';
import { rosterRefusals } from './availability.rules';
import {
  bookOf,
  counts,
  standsElsewhere,
  type AcceptanceTakenBack,
  type PlaceAccepted,
  type Register,
  type RosterBook,
} from './register.rules';
import type { OnRoster } from './roster.rules';

/** By the person who is listed, and nobody else. */
export type AcceptPlace = OnRoster & { readonly type: 'AcceptPlace' };
export type TakeAcceptanceBack = OnRoster & { readonly type: 'TakeAcceptanceBack' };

/**
 * A listing counts from the listed person's own acceptance. Nobody stands on both rosters: the first acceptance stands
 * (I-66).
 */
export function acceptPlace({ by, roster, receivedAt }: AcceptPlace, register: Register) {
  const listed = bookOf(register, roster).members.find(({ personId }) => personId === by);
  if (!listed) return refuse(rosterRefusals.notListed);
  if (counts(listed)) return accept();
  if (standsElsewhere(register, roster, by)) return refuse(rosterRefusals.onOtherRoster);
  return accept<PlaceAccepted>({
    type: 'PlaceAccepted',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: { roster, by },
  });
}

/** Who takes the acceptance back is passed over from then on, in cases too for which the roster is frozen. */
export function takeAcceptanceBack({ by, roster, receivedAt }: TakeAcceptanceBack, { members, unlisted }: RosterBook) {
  if (![...members, ...unlisted].some((listing) => listing.personId === by && counts(listing)))
    return refuse(rosterRefusals.notAccepted);
  return accept<AcceptanceTakenBack>({
    type: 'AcceptanceTakenBack',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: { roster, by },
  });
}
