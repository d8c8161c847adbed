import type { Urgency } from './urgency';
import type { UrgencyEvent } from './urgency-events';

/** Claimed urgency after something happened to it. */
export function evolveUrgency(urgency: Urgency, event: UrgencyEvent): Urgency {
  switch (event.type) {
    case 'UrgencyRefusalSigned': {
      const { by, party } = event.data;
      return { ...urgency, signatures: [...urgency.signatures, { by, party, at: event.occurredAt }] };
    }
    case 'UrgencyGranted':
      return urgency.status === 'claimed' ? { ...urgency, status: 'granted' } : urgency;
    case 'FirstCallMissed':
      return urgency;
  }
}
