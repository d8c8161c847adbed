import { accept, refuse, type Decision } from '@parley/kernel';
import type { KnownCase } from '../evidence-state';
import { refusals } from '../refusals';
import { notOpenForEvidence } from '../submission/open-for-evidence';
import { clocksOfExhibit } from './clocks-of-exhibit';
import { tierOfTombstone } from './tombstone-tier';
import type { WithdrawExhibit } from './readers-commands';
import type { ExhibitWithdrawn } from './readers-events';

/**
 * The party of an exhibit takes it back, as one that was filed by mistake. Its bytes are handed out no more, and a
 * tombstone stays with who did it, when and why (I-42). After the screening what was relied on stays where it is.
 */
export function withdrawExhibit(
  { by, party, receivedAt, number, reason }: WithdrawExhibit,
  state: KnownCase,
): Decision<ExhibitWithdrawn> {
  const exhibit = state.exhibits.get(number);
  if (!exhibit) return refuse(refusals.unknownExhibit);
  if (party !== exhibit.party) return refuse(refusals.notYourExhibit);
  if (exhibit.withdrawn) {
    const again = exhibit.withdrawn.by === 'its-party' && exhibit.withdrawn.reason === reason;
    return again ? accept() : refuse(refusals.exhibitWithdrawn);
  }
  const closed = notOpenForEvidence(state, receivedAt);
  if (closed) return closed;
  return accept({
    type: 'ExhibitWithdrawn',
    occurredAt: receivedAt,
    rule: 'I-42',
    tier: tierOfTombstone(exhibit),
    data: {
      number,
      party: exhibit.party,
      reason,
      from: exhibit.tier,
      by,
      opens: [],
      closes: clocksOfExhibit(exhibit, state, receivedAt),
    },
  });
}
