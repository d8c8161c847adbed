import type { DossierContext } from '../dossier-context';
import { heading, paragraph, say, type Page } from '../page';
import { plainTranslations, translationBlocks } from './exhibit-translations';

const BESIDE = say(
  'Translations of what the parties wrote in the case itself, by the party that wrote it. The original ' +
    'counts, and clocks ran from it.',
  '当事方在本案中所提交文件的译文，由撰写方提交。以原文为准，期限自原文起算。',
);

/** The translations of grievance, reply, letters and comments; no page where each was written in both languages. */
export function translationsPages({ documents }: DossierContext): readonly Page[] {
  if (documents.length === 0) return [];
  return [
    {
      name: '06a-translations',
      title: [
        { lang: 'en', text: 'Translations of what the parties wrote' },
        { lang: 'zh-Hans', text: '当事方文件的译文' },
      ],
      blocks: [
        paragraph(BESIDE),
        ...documents.flatMap((document) => [
          heading(say(`Document ${document.told.id}`, `文件 ${document.told.id}`)),
          ...translationBlocks(document),
        ]),
      ],
      data: documents.map((document) => ({ id: document.told.id, translations: plainTranslations(document) })),
    },
  ];
}
