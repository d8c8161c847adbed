import { evidence, intake, panelReview, referral, told } from '@parley/contracts';
import type { Instant } from '@parley/kernel';
import type { PublicEvent } from '@parley/messaging';

/**
 * What had happened by an instant, as far as anybody could know: of an act that came by another channel nobody did
 * before it was entered, so that a dossier that was built before is built again with the same bytes (I-51).
 */
export function knownAt(events: readonly PublicEvent[], at: Instant): readonly PublicEvent[] {
  const enteredLater = new Set(events.filter((event) => (enteredAtOf(event) ?? '') > at).map(breathOf));
  return events.filter((event) => event.time <= at && !enteredLater.has(breathOf(event)));
}

const enteredAtOf = (event: PublicEvent): string | undefined =>
  (
    told(event, intake.FallbackEntryMadeSchema) ??
    told(event, evidence.FallbackEntryMadeSchema) ??
    told(event, panelReview.FallbackEntryMadeSchema) ??
    told(event, referral.FallbackEntryMadeSchema)
  )?.enteredAt;

/** What an entry records is recorded by its context in one breath. */
const breathOf = ({ type, recordedat }: PublicEvent): string => `${type.slice(0, type.lastIndexOf('.'))} ${recordedat}`;
