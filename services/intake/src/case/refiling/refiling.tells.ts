import { intake, tell } from '@parley/contracts';
import type { RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { RefilingEvent } from './after-review.rules';

/** Tells that claims are barred from being filed again, and that they may be all the same. */
export function tellRefiling(recorded: RecordedEvent, caseId: string, event: RefilingEvent): PublicEvent {
  const of = { caseId, at: event.occurredAt, claimIds: [...event.data.claims] };
  return tell(
    recorded,
    intake.RefilingNotedSchema,
    event.type === 'RefilingConsented'
      ? { ...of, status: 'consented', consentedBy: event.data.party }
      : { ...of, status: 'barred', until: event.data.until },
  );
}
