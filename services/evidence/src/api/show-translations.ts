import { showDeadline } from '@parley/http';
import type { RunningDeadline } from '@parley/procedure';
import { languagesInto, type Original } from '../domain/translation/original';
import type { Translation } from '../domain/translation/translation';
import { translationDeadline } from '../domain/translation/translation-deadline';
import type { TranslationDueShown, TranslationShown } from './translation.response';

/**
 * The translations that an exhibit or a document needs: which are running, and which were missing when their time had
 * passed.
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
