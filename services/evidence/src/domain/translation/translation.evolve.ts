import type { Exhibit } from '../exhibit';
import type { Translation, TranslationChallenge } from './translation';
import type { TranslationEvent } from './translation-events';

/** What an event means for the translations of an exhibit. */
export function evolveTranslations(exhibit: Exhibit, event: TranslationEvent): Exhibit {
  switch (event.type) {
    case 'TranslationFiled': {
      const { n, language, uploadId, file, divergences, late } = event.data;
      const translation: Translation = { n, language, uploadId, file, divergences, late, filedAt: event.occurredAt, challenges: [] };
      return { ...exhibit, translations: [...exhibit.translations, translation] };
    }
    case 'TranslationMissing':
      return { ...exhibit, translationsMissing: [...exhibit.translationsMissing, event.data.language] };
    case 'TranslationChallenged': {
      const { n, challenge, party, passages } = event.data;
      const made: TranslationChallenge = { challenge, party, passages, madeAt: event.occurredAt, answer: null };
      return changed(exhibit, n, (translation) => ({ ...translation, challenges: [...translation.challenges, made] }));
    }
    case 'TranslationChallengeAnswered': {
      const { n, challenge, answer } = event.data;
      const given = { text: answer, answeredAt: event.occurredAt };
      const answered = (made: TranslationChallenge): TranslationChallenge => (made.challenge === challenge ? { ...made, answer: given } : made);
      return changed(exhibit, n, (translation) => ({ ...translation, challenges: translation.challenges.map(answered) }));
    }
  }
}

const changed = (exhibit: Exhibit, n: number, change: (translation: Translation) => Translation): Exhibit => ({
  ...exhibit,
  translations: exhibit.translations.map((translation) => (translation.n === n ? change(translation) : translation)),
});
