import { accept, refuse } from '@parley/kernel';
import { rosterRefusals } from './availability.rules';
import {
  bookOf,
  counts,
  countWithout,
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
  const book = bookOf(register, roster);
  const listed = book.members.find(({ personId }) => personId === by);
  if (!listed) return refuse(rosterRefusals.notListed);
  if (counts(listed)) return accept();
  if (standsElsewhere(register, roster, by)) return refuse(rosterRefusals.onOtherRoster);
  return accept<PlaceAccepted>({
    type: 'PlaceAccepted',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: { roster, by, names: countWithout(book, by) + 1 },
  });
}

/** Who takes the acceptance back is passed over from then on, in cases too for which the roster is frozen. */
export function takeAcceptanceBack({ by, roster, receivedAt }: TakeAcceptanceBack, book: RosterBook) {
  const { members, unlisted } = book;
  if (![...members, ...unlisted].some((listing) => listing.personId === by && counts(listing)))
    return refuse(rosterRefusals.notAccepted);
  return accept<AcceptanceTakenBack>({
    type: 'AcceptanceTakenBack',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: { roster, by, names: countWithout(book, by) },
  });
}
