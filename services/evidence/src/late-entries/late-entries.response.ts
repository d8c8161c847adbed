import { Shown } from '@parley/http';
import type { Original } from '../translations/translations.rules';

/** The state of an exhibit or a document after an entry about it. */
export class EvidenceEntryShown {
  @Shown({ meaning: 'Number of the exhibit, or id of the document.', example: 'USA-1', kind: 'word' })
  readonly number: string;

  @Shown({
    meaning: 'Who reads it; `NOBODY` where it was taken from everybody.',
    values: ['PUBLIC', 'PANEL', 'PARTIES', 'NOBODY'],
    example: 'PARTIES',
  })
  readonly tier: string;

  @Shown({
    meaning: 'Translations of it, in the order in which they were put on record.',
    type: () => Number,
    list: true,
    example: [1],
  })
  readonly translations: readonly number[];

  @Shown({
    meaning: 'Languages into which none came in time.',
    type: () => String,
    list: true,
    example: [],
    kind: 'word',
  })
  readonly translationsMissing: readonly string[];
}

export const showEntry = (original: Original): EvidenceEntryShown => ({
  number: original.number,
  tier: 'withdrawn' in original && original.withdrawn ? original.withdrawn.to : original.tier,
  translations: original.translations.map(({ n }) => n),
  translationsMissing: original.translationsMissing,
});
