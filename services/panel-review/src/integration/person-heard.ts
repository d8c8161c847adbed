import { panelReview, tell } from '@parley/contracts';
import { streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { ExpertTaken } from '../domain/experts/expert-events';
import type { ThirdPartyAdmitted } from '../domain/information/information-events';

/** Whom the panel hears in person from now on; nothing where the registry receives what they say. */
export function personHeardBy(
  recorded: RecordedEvent,
  event: ExpertTaken | ThirdPartyAdmitted,
): readonly PublicEvent[] {
  const { personId } = event.data;
  if (personId === undefined) return [];
  const heard =
    event.type === 'ExpertTaken'
      ? { assignmentId: event.data.expertId, heardAs: 'expert' }
      : { assignmentId: event.data.thirdPartyId, heardAs: 'third-party' };
  return [
    tell(recorded, panelReview.PersonHeardSchema, {
      caseId: streamIdOf(recorded.stream),
      personId,
      ...heard,
      heardAt: event.occurredAt,
    }),
  ];
}
