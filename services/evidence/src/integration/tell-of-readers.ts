import { evidence, sayTexts, tell } from '@parley/contracts';
import type { RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { ExhibitWithdrawn, ReadersAdded, ReadersTakenAway } from '../domain/readers/readers-events';

/**
 * What of an exhibit's readers the other contexts are told: at the tier of everybody who knew of it, or from now on
 * does.
 */
export function tellOfReaders(
  recorded: RecordedEvent,
  caseId: string,
  event: ExhibitWithdrawn | ReadersAdded | ReadersTakenAway,
): PublicEvent {
  const { number: exhibitNumber, party, from } = event.data;
  switch (event.type) {
    case 'ExhibitWithdrawn':
      return tell(recorded, evidence.ExhibitWithdrawnSchema, {
        caseId,
        exhibitNumber,
        party,
        from,
        reason: event.data.reason,
        withdrawnAt: event.occurredAt,
      });
    case 'ReadersAdded': {
      const { to, basis, reason, digest, title, file, claims } = event.data;
      return tell(recorded, evidence.ReadersAddedSchema, {
        ...{ caseId, exhibitNumber, party, from, to, basis, reason: reason ?? '', signedDigest: digest ?? '' },
        ...{ title: sayTexts(title), claimIds: [...claims], addedAt: event.occurredAt, closes: [...event.data.closes] },
        ...{
          fileName: file.fileName,
          mediaType: file.mediaType,
          sizeBytes: BigInt(file.sizeBytes),
          digest: file.digest,
        },
      });
    }
    case 'ReadersTakenAway': {
      const { to, reason, digest } = event.data;
      return tell(recorded, evidence.ReadersTakenAwaySchema, {
        caseId,
        exhibitNumber,
        party,
        from,
        to,
        reason,
        signedDigest: digest,
        takenAwayAt: event.occurredAt,
      });
    }
  }
}
