import { evidence, isExhibitNumber, told } from '@parley/contracts';
import type { PublicEvent } from '@parley/messaging';

/**
 * A translation as the evidence service told of it, with what the other party says against it and the answers, side by
 * side.
 */
export interface ToldTranslation {
  readonly filed: evidence.TranslationFiled;
  readonly challenges: readonly {
    readonly made: evidence.TranslationChallenged;
    readonly answer?: evidence.TranslationChallengeAnswered;
  }[];
}

/** The translations of an exhibit, or of a document by its id, in the order of filing. */
export function translationsOf(exhibitNumber: string, events: readonly PublicEvent[]): readonly ToldTranslation[] {
  const ofExhibit = <Message extends { readonly exhibitNumber: string }>(
    messages: readonly (Message | undefined)[],
  ): Message[] => messages.flatMap((message) => (message?.exhibitNumber === exhibitNumber ? [message] : []));
  const made = ofExhibit(events.map((event) => told(event, evidence.TranslationChallengedSchema)));
  const answers = ofExhibit(events.map((event) => told(event, evidence.TranslationChallengeAnsweredSchema)));
  return ofExhibit(events.map((event) => told(event, evidence.TranslationFiledSchema)))
    .toSorted((a, b) => a.n - b.n)
    .map((filed) => ({
      filed,
      challenges: made
        .filter(({ n }) => n === filed.n)
        .map((challenged) => {
          const answer = answers.find(({ n, challenge }) => n === filed.n && challenge === challenged.challenge);
          return { made: challenged, ...(answer ? { answer } : {}) };
        }),
    }));
}

/** Languages of which a translation was missing when its time had passed. */
export const languagesMissing = (exhibitNumber: string, events: readonly PublicEvent[]): readonly string[] =>
  events.flatMap((event) => {
    const missing = told(event, evidence.TranslationMissingSchema);
    return missing?.exhibitNumber === exhibitNumber ? [missing.language] : [];
  });

/** A document that a party wrote in the case, by its id, of which a translation was filed or was missing. */
export interface ToldDocument {
  readonly id: string;
  readonly translations: readonly ToldTranslation[];
  readonly languagesMissing: readonly string[];
}

/** The documents of whose translations the events tell, in the order of these. */
export function documentsIn(events: readonly PublicEvent[]): readonly ToldDocument[] {
  const originals = events.flatMap(
    (event) =>
      (told(event, evidence.TranslationFiledSchema) ?? told(event, evidence.TranslationMissingSchema))?.exhibitNumber ??
      [],
  );
  return [...new Set(originals.filter((original) => !isExhibitNumber(original)))].map((id) => ({
    id,
    translations: translationsOf(id, events),
    languagesMissing: languagesMissing(id, events),
  }));
}
