import { referral, sayDeadline, sayTexts, tell } from '@parley/contracts';
import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { ReferralEvent } from '../domain/referral-events';

/**
 * What of a referral the others are told: the facts, in public; a draft and a dossier's content stay with their
 * readers.
 */
export function tellOfReferral(recorded: RecordedEvent, event: ReferralEvent): readonly PublicEvent[] {
  const caseId = streamIdOf(recorded.stream);
  switch (event.type) {
    case 'ExitNoticeGiven':
      return [
        tell(recorded, referral.ExitNoticeGivenSchema, {
          caseId,
          givenAt: event.occurredAt,
          party: event.data.party ?? '',
        }),
      ];
    case 'DossierRequested': {
      const [deadline] = event.data.opens;
      const requested = {
        caseId,
        requestedAt: event.occurredAt,
        forum: event.data.request.forum,
        party: event.data.party ?? '',
        ...(deadline ? { dossier: sayDeadline(deadline) } : {}),
      };
      return [tell(recorded, referral.DossierRequestedSchema, requested, { tier: 'PUBLIC' })];
    }
    case 'DossierIssued': {
      const { forum, basis, packed, sizeBytes, missing, party = '' } = event.data;
      const issued = {
        caseId,
        issuedAt: event.occurredAt,
        forum,
        basis,
        digest: packed,
        sizeBytes: BigInt(sizeBytes),
        missing: [...missing],
        party,
      };
      return [tell(recorded, referral.DossierIssuedSchema, issued)];
    }
    case 'DossierTransmitted': {
      const { n, forum, handedOverAt, receipt, party = '' } = event.data;
      return [
        tell(recorded, referral.DossierTransmittedSchema, {
          caseId,
          n,
          forum,
          handedOverAt,
          receipt: receipt ?? '',
          at: event.occurredAt,
          party,
        }),
      ];
    }
    case 'ForumEventNoted': {
      const { party, event: noted } = event.data;
      const said = { ...noted, circulatedOn: noted.circulatedOn ?? '', title: sayTexts(noted.title) };
      return [tell(recorded, referral.ForumEventNotedSchema, { caseId, ...said, party, at: event.occurredAt })];
    }
    default:
      return [];
  }
}
