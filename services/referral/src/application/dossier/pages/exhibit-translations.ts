import { readTexts } from '@parley/contracts';
import type { DossierDocument, DossierExhibit } from '../dossier-context';
import { entries, say, table, type Block } from '../page';

/** An exhibit or a document, with its translations. */
type Translated = DossierExhibit | DossierDocument;

/**
 * The translations of an exhibit or a document with their marked divergences, and what is contested of them beside the
 * answers. The original counts, and nobody has decided between two renderings.
 */
export function translationBlocks({ told, translationFiles }: Translated): readonly Block[] {
  const missing = told.languagesMissing.map((language) =>
    entries([say('Missing when its time had passed', '期限届满时未提交的译文'), language]),
  );
  const blocks = told.translations.flatMap(({ filed, challenges }) => [
    entries(
      [say(`Translation ${String(filed.n)}`, `第 ${String(filed.n)} 份译文`), `${filed.language}; ${filed.filedAt}`],
      [say('SHA-256', 'SHA-256 摘要值'), filed.digest],
      [say('In this bag', '在本包中的位置'), translationFiles?.get(filed.n)?.path ?? ''],
    ),
    table(
      [
        [say('Where', '位置'), 2],
        [say('Marked as not rendered word for word', '标明未逐字翻译之处'), 5],
      ],
      filed.divergences.map(({ place, note }) => [place, readTexts(note)]),
      say('No divergence is marked.', '未标明差异。'),
    ),
    ...challenges.map(({ made, answer }) =>
      table(
        [
          [say('Where', '位置'), 2],
          [say(`As ${made.party} would render it`, `${made.party} 主张的译法`), 3],
          [say('Answer', '答复'), 3],
        ],
        made.passages.map(({ place, proposed }, index) => [
          place,
          proposed,
          index === 0 && answer ? readTexts(answer.answer) : '',
        ]),
        say('No passage is contested.', '无争议之处。'),
      ),
    ),
  ]);
  return [...missing, ...blocks];
}

/** The same for programs. */
export const plainTranslations = ({ told, translationFiles }: Translated) => ({
  missing: told.languagesMissing,
  filed: told.translations.map(({ filed, challenges }) => ({
    n: filed.n,
    language: filed.language,
    filedAt: filed.filedAt,
    late: filed.late,
    digest: filed.digest,
    path: translationFiles?.get(filed.n)?.path ?? null,
    divergences: filed.divergences.map(({ place, note }) => ({ place, note: readTexts(note) })),
    challenges: challenges.map(({ made, answer }) => ({
      party: made.party,
      passages: made.passages.map(({ place, proposed }) => ({ place, proposed })),
      answer: answer ? readTexts(answer.answer) : null,
    })),
  })),
});
