import type { Original } from './original';
import type { Translation, TranslationChallenge } from './translation';
import type { TranslationEvent } from './translation-events';

/** What an event means for the translations of an original. */
export function evolveTranslations<Of extends Original>(original: Of, event: TranslationEvent): Of {
  switch (event.type) {
    case 'TranslationFiled': {
      const { n, language, uploadId, file, divergences, late } = event.data;
      const translation: Translation = {
        n,
        language,
        uploadId,
        file,
        divergences,
        late,
        filedAt: event.occurredAt,
        challenges: [],
      };
      return { ...original, translations: [...original.translations, translation] };
    }
    case 'TranslationMissing':
      return { ...original, translationsMissing: [...original.translationsMissing, event.data.language] };
    case 'TranslationChallenged': {
      const { n, challenge, party, passages } = event.data;
      const made: TranslationChallenge = { challenge, party, passages, madeAt: event.occurredAt, answer: null };
      return changed(original, n, (translation) => ({ ...translation, challenges: [...translation.challenges, made] }));
    }
    case 'TranslationChallengeAnswered': {
      const { n, challenge, answer } = event.data;
      const given = { text: answer, answeredAt: event.occurredAt };
      const answered = (made: TranslationChallenge): TranslationChallenge =>
        made.challenge === challenge ? { ...made, answer: given } : made;
      return changed(original, n, (translation) => ({
        ...translation,
        challenges: translation.challenges.map(answered),
      }));
    }
  }
}

const changed = <Of extends Original>(
  original: Of,
  n: number,
  change: (translation: Translation) => Translation,
): Of => ({
  ...original,
  translations: original.translations.map((translation) => (translation.n === n ? change(translation) : translation)),
});
