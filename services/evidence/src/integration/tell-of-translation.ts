import { evidence, sayTexts, tell } from '@parley/contracts';
import type { RecordedEvent } from '@parley/event-store';
import type { PublicEvent } from '@parley/messaging';
import type { TranslationEvent } from '../domain/translation/translation-events';

/** What of a translation the other contexts are told, at the tier of its exhibit. */
export function tellOfTranslation(recorded: RecordedEvent, caseId: string, event: TranslationEvent): PublicEvent {
  const exhibitNumber = event.data.number;
  switch (event.type) {
    case 'TranslationFiled': {
      const { n, language, file, divergences, late } = event.data;
      return tell(recorded, evidence.TranslationFiledSchema, {
        ...{ caseId, exhibitNumber, n, language, late },
        ...{
          fileName: file.fileName,
          mediaType: file.mediaType,
          sizeBytes: BigInt(file.sizeBytes),
          digest: file.digest,
        },
        divergences: divergences.map(({ place, note }) => ({ place, note: sayTexts(note) })),
        filedAt: event.occurredAt,
      });
    }
    case 'TranslationMissing':
      return tell(recorded, evidence.TranslationMissingSchema, {
        caseId,
        exhibitNumber,
        language: event.data.language,
        missingAt: event.occurredAt,
      });
    case 'TranslationChallenged': {
      const { n, challenge, party, passages } = event.data;
      return tell(recorded, evidence.TranslationChallengedSchema, {
        caseId,
        exhibitNumber,
        n,
        challenge,
        party,
        passages: [...passages],
        madeAt: event.occurredAt,
      });
    }
    case 'TranslationChallengeAnswered': {
      const { n, challenge, answer } = event.data;
      const said = { caseId, exhibitNumber, n, challenge, answer: sayTexts(answer), answeredAt: event.occurredAt };
      return tell(recorded, evidence.TranslationChallengeAnsweredSchema, said);
    }
  }
}
