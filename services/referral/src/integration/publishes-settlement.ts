import { referral, sayDeadline, sayTexts, tell } from '@parley/contracts';
import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { PartyCode } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';
import type { SettlementEvent } from '../domain/settlement/settlement-events';
import { sayObligations } from './say-obligations';

/**
 * What of a settlement the others are told: its facts. What was tabled and not signed by both stays with the parties
 * (I-45).
 */
export function tellOfSettlement(recorded: RecordedEvent, event: SettlementEvent): readonly PublicEvent[] {
  const caseId = streamIdOf(recorded.stream);
  const at = event.occurredAt;
  const noted = (n: number, status: string, party: PartyCode | '' = '') => ({ caseId, n, status, party, at });
  switch (event.type) {
    case 'ConciliationProposed': {
      const { n, party, opens } = event.data;
      const [answer] = opens;
      return [
        tell(recorded, referral.ConciliationNotedSchema, {
          ...noted(n, 'proposed', party),
          ...(answer ? { answer: sayDeadline(answer) } : {}),
        }),
      ];
    }
    case 'ConciliationBegun':
      return [tell(recorded, referral.ConciliationNotedSchema, noted(event.data.n, 'begun', event.data.party))];
    case 'ConciliationUnanswered':
      return [tell(recorded, referral.ConciliationNotedSchema, noted(event.data.n, 'unanswered'))];
    case 'ConciliationBrokenOff':
      return [tell(recorded, referral.ConciliationNotedSchema, noted(event.data.n, 'broken-off', event.data.party))];
    case 'ConciliationStopped':
      return [tell(recorded, referral.ConciliationNotedSchema, noted(event.data.n, 'stopped'))];
    case 'SettlementTextTabled': {
      const { n, party, digest } = event.data;
      return [tell(recorded, referral.SettlementTextTabledSchema, { caseId, n, party, at, digest })];
    }
    case 'SettlementWindowOpened': {
      const [window] = event.data.opens;
      return [
        tell(recorded, referral.SettlementWindowOpenedSchema, {
          caseId,
          at,
          ...(window ? { window: sayDeadline(window) } : {}),
        }),
      ];
    }
    case 'SettlementWindowLapsed':
      return [tell(recorded, referral.SettlementWindowLapsedSchema, { caseId, at })];
    case 'SettlementSigned': {
      const { digest, phase, obligations, text } = event.data;
      const said = {
        title: sayTexts(text?.title ?? []),
        text: sayTexts(text?.text ?? []),
        obligations: sayObligations(text?.obligations ?? obligations),
      };
      return [
        tell(recorded, referral.SettlementSignedSchema, {
          caseId,
          signedAt: at,
          digest,
          phase,
          textIsPublic: text !== undefined,
          ...said,
        }),
      ];
    }
    default:
      return [];
  }
}
