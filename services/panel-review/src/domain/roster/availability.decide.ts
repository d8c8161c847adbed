import { accept, refuse, type Decision } from '@parley/kernel';
import { refusals } from '../refusals';
import type { AvailabilityStated, RosterBook, StateAvailability } from './roster';

/**
 * A member says how much time there is, and on how many matters the member sits. It is for those who nominate to know.
 * Nobody is left out of a draw by it, or a side could empty its roster with statements and so block every panel.
 */
export function stateAvailability(
  { by, receivedAt, availability, until, caseload }: StateAvailability,
  book: RosterBook,
): Decision<AvailabilityStated> {
  if (!book.members.some(({ personId }) => personId === by)) return refuse(refusals.notListed);
  const said = book.statements[by];
  if (said?.availability === availability && said.until === until && said.caseload === caseload) return accept();
  return accept({
    type: 'AvailabilityStated',
    occurredAt: receivedAt,
    rule: 'S6',
    tier: 'PUBLIC',
    data: { personId: by, availability, until, caseload },
  });
}
