import { intake, sayTexts, tell } from '@parley/contracts';
import { domainEventOf, streamIdOf, type RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { LetterSent } from './letters.rules';

/**
 * Tells a letter to everybody in the case, or to the other party, to its addressees. A letter to the registry alone is
 * told to nobody.
 */
export function tellOfLetter(recorded: RecordedEvent): readonly PublicEvent[] {
  const { data, occurredAt: sentAt } = domainEventOf(recorded) as LetterSent;
  const { letterId, n, party, addressing, subject, text, digest } = data;
  return [
    tell(recorded, intake.LetterServedSchema, {
      caseId: streamIdOf(recorded.stream),
      letterId,
      n,
      party,
      addressing,
      subject,
      text: sayTexts(text),
      digest,
      sentAt,
    }),
  ];
}
