import { accept, refuse, type Decision } from '@parley/kernel';
import type { KnownCase } from '../evidence-state';
import { refusals } from '../refusals';
import { clockOfDecision } from './clocks-of-exhibit';
import { allAmong } from './readers';
import type { AddReaders } from './readers-commands';
import type { ReadersAdded } from './readers-events';
import { readersAdded } from './readers-added';

/**
 * The designating party consents that more read its exhibit (I-42), at any time: it is its own secret, also after the
 * screening.
 */
export function addReaders({ party, receivedAt, number, to }: AddReaders, state: KnownCase): Decision<ReadersAdded> {
  const exhibit = state.exhibits.get(number);
  if (!exhibit) return refuse(refusals.unknownExhibit);
  if (party !== exhibit.party) return refuse(refusals.notYourExhibit);
  if (exhibit.withdrawn) return refuse(refusals.exhibitWithdrawn);
  if (exhibit.tier === to) return accept();
  // What the co-heads took away, one party does not give back alone.
  if (exhibit.tombstones.length > 0) return refuse(refusals.readersDecided);
  if (!allAmong(exhibit.tier, to)) return refuse(refusals.readersTakenAway, '/tier');
  return accept(
    readersAdded(exhibit, {
      to,
      basis: 'its-party',
      reason: null,
      digest: null,
      at: receivedAt,
      closes: clockOfDecision(exhibit, state, receivedAt),
    }),
  );
}
