import { ApiSchema } from '@nestjs/swagger';
import { AuthoredText, DeadlineShown, showDeadline, Shown } from '@parley/http';
import type { Language } from '@parley/kernel';
import type { RunningDeadline } from '@parley/procedure';
import { FileShown } from '../casefile/casefile.response';
import { LANGUAGES, languagesInto, translationDeadline, type Original, type Translation } from './translations.rules';

@ApiSchema({ description: 'A translation that is due.' })
export class TranslationDueShown {
  @Shown({ meaning: 'Language into which the original is to be translated.', values: LANGUAGES, example: 'zh-Hans' })
  readonly language: Language;

  @Shown({
    meaning: 'Its deadline while it runs; `null` from its end on.',
    type: () => DeadlineShown,
    nullable: true,
  })
  readonly deadline: DeadlineShown | null;

  @Shown({
    meaning: 'True when the time passed without a translation: a fact of record, which a late one does not undo.',
    example: false,
  })
  readonly missing: boolean;
}

@ApiSchema({ description: 'A passage that is not rendered word for word.' })
export class DivergenceShown {
  @Shown({ meaning: 'Where in the original.', example: 'page 3, paragraph 2', max: 200 })
  readonly place: string;

  @Shown({ meaning: 'What is rendered otherwise there, and why.', type: () => AuthoredText, list: true })
  readonly note: readonly AuthoredText[];
}

@ApiSchema({ description: 'A passage that the other party would render otherwise.' })
export class ContestedPassageShown {
  @Shown({ meaning: 'Where in the original.', example: 'page 3, paragraph 2', max: 200 })
  readonly place: string;

  @Shown({ meaning: 'How the other party would render it.', example: '应当予以考虑', max: 2_000 })
  readonly proposed: string;
}

@ApiSchema({ description: 'The answer to a challenge of a translation.' })
export class ChallengeAnswerShown {
  @Shown({ meaning: 'What the party of the translation says.', type: () => AuthoredText, list: true })
  readonly text: readonly AuthoredText[];

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly answeredAt: string;
}

@ApiSchema({ description: 'What a party says against a translation.' })
export class TranslationChallengeShown {
  @Shown({
    meaning: 'Number of the challenge, 1 for the first of its translation.',
    example: 1,
    schema: { type: 'integer' },
  })
  readonly challenge: number;

  @Shown({ meaning: 'Party that made it.', example: 'CN', kind: 'party' })
  readonly party: string;

  @Shown({
    meaning: 'What it would render otherwise. Nobody decides who is right.',
    type: () => ContestedPassageShown,
    list: true,
  })
  readonly passages: readonly ContestedPassageShown[];

  @Shown({ meaning: 'When (UTC).', format: 'date-time' })
  readonly madeAt: string;

  @Shown({
    meaning: 'The answer, beside it; `null` until there is one.',
    type: () => ChallengeAnswerShown,
    nullable: true,
  })
  readonly answer: ChallengeAnswerShown | null;
}

@ApiSchema({ description: 'A translation of what was filed.' })
export class TranslationShown {
  @Shown({
    meaning: 'Number of the translation, 1 for the first of its original.',
    example: 1,
    schema: { type: 'integer' },
  })
  readonly n: number;

  @Shown({ meaning: 'Language of the translation.', values: LANGUAGES, example: 'zh-Hans' })
  readonly language: Language;

  @Shown({ meaning: 'The file.', type: () => FileShown })
  readonly file: FileShown;

  @Shown({
    meaning: 'Passages that are not rendered word for word, as the translator marks them.',
    type: () => DivergenceShown,
    list: true,
  })
  readonly divergences: readonly DivergenceShown[];

  @Shown({ meaning: 'When it was received (UTC).', format: 'date-time' })
  readonly filedAt: string;

  @Shown({ meaning: 'True when it came after its time.', example: false })
  readonly late: boolean;

  @Shown({
    meaning: 'What the other party says against it, with the answers.',
    type: () => TranslationChallengeShown,
    list: true,
  })
  readonly challenges: readonly TranslationChallengeShown[];
}

/**
 * The translations that an exhibit or a document needs. Each has its running deadline, and says whether it was missing
 * when its time had passed.
 */
export const showTranslationsDue = (
  original: Original,
  running: Readonly<Record<string, RunningDeadline>>,
): readonly TranslationDueShown[] =>
  languagesInto(original).map((language) => {
    const deadline = running[translationDeadline(original, language)];
    return {
      language,
      deadline: deadline ? showDeadline(deadline) : null,
      missing: original.translationsMissing.includes(language),
    };
  });

export const showTranslation = ({
  n,
  language,
  file,
  divergences,
  filedAt,
  late,
  challenges,
}: Translation): TranslationShown => ({
  ...{ n, language, file, filedAt, late },
  divergences: divergences.map(({ place, note }) => ({ place, note: [...note] })),
  challenges: challenges.map(({ challenge, party, passages, madeAt, answer }) => ({
    challenge,
    party,
    passages,
    madeAt,
    answer,
  })),
});
