import { intake, sayTexts, tell } from '@parley/contracts';
import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { ChannelEvent } from './without-prejudice.rules';

/**
 * Tells others what both parties consented to lay open of the without-prejudice channel, and nothing of the rest
 * (I-45).
 */
export function tellOfChannel(recorded: RecordedEvent): readonly PublicEvent[] {
  const { type, data, occurredAt } = domainEventOf(recorded) as ChannelEvent;
  if (type !== 'WithoutPrejudiceReleased') return [];
  const { statementId, party, saidAt, text, digest } = data;
  const caseId = streamIdOf(recorded.stream);
  return [
    tell(recorded, intake.WithoutPrejudiceReleasedSchema, {
      caseId,
      statementId,
      party,
      saidAt,
      releasedAt: occurredAt,
      text: sayTexts(text),
      digest,
    }),
  ];
}
