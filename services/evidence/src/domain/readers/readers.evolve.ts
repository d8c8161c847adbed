import type { Exhibit } from '../exhibit';
import { recalled } from '../loans/loan.evolve';
import type { ReadersDecisionSigned, ReadersEvent } from './readers-events';
import type { Tombstone } from './readers';
import { readersDeadline } from './readers-deadline';

/** What an event means for who reads an exhibit. A tombstone, once there, stays. */
export function evolveReaders(exhibit: Exhibit, event: ReadersEvent): Exhibit {
  switch (event.type) {
    case 'ExhibitWithdrawn': {
      const { from, reason } = event.data;
      return buried(
        exhibit,
        { at: event.occurredAt, by: 'its-party', reason, from, to: 'NOBODY', digest: null },
        event.data.closes,
      );
    }
    case 'ReadersTakenAway': {
      const { from, to, reason, digest } = event.data;
      return buried(exhibit, { at: event.occurredAt, by: 'co-heads', reason, from, to, digest }, event.data.closes);
    }
    case 'ReadersAdded': {
      const { to, basis, closes } = event.data;
      return { ...exhibit, tier: to, decision: stillOpen(exhibit, basis, closes) };
    }
    case 'ReadersDecisionSigned':
      return signed(exhibit, event);
    case 'ReadersDecisionLapsed':
      return { ...exhibit, decision: null, lapsedDecision: exhibit.decision };
  }
}

const buried = (exhibit: Exhibit, tombstone: Tombstone, closes: readonly string[]): Exhibit => ({
  ...exhibit,
  ...(tombstone.to === 'NOBODY' ? { withdrawn: tombstone } : { tier: tombstone.to }),
  tombstones: [...exhibit.tombstones, tombstone],
  loans: recalled(exhibit, { at: tombstone.at, by: 'tombstone' }, closes),
  decision: stillOpen(exhibit, tombstone.by, closes),
});

/**
 * A decision is over when it is carried out, or with its clock; one whose time had run out before its party acted waits
 * for its default (I-18).
 */
const stillOpen = (
  { number, decision }: Exhibit,
  by: Tombstone['by'],
  closes: readonly string[],
): Exhibit['decision'] => (by === 'co-heads' || closes.includes(readersDeadline(number)) ? null : decision);

function signed(exhibit: Exhibit, { occurredAt, data }: ReadersDecisionSigned): Exhibit {
  const { to, reason, digest, coHead, party, jws, opens } = data;
  const signature = { coHead, party, digest, receivedAt: occurredAt, ...(jws === undefined ? {} : { jws }) };
  const [deadline] = opens;
  if (exhibit.decision)
    return { ...exhibit, decision: { ...exhibit.decision, signatures: [...exhibit.decision.signatures, signature] } };
  return deadline
    ? { ...exhibit, decision: { to, reason, digest, dueAt: deadline.dueAt, signatures: [signature] } }
    : exhibit;
}
