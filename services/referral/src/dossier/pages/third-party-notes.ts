import { readTexts, termOf, type panelReview } from '@parley/contracts';
import type { Bilingual } from '@parley/kernel';
import type { DossierContext } from '../dossier-context';
import { ownWords, paragraph, say, type Page } from './page';

const OWN = say(
  'What third parties admitted by the panel wrote, in their own words, with what the parties said of it. ' +
    'The secretariat states nothing by them.',
  '专家组准许的第三方以其自身文字提出的书面意见，以及当事方的评论。秘书处不因此作任何陈述。',
);

/**
 * The notes of third parties with the parties' comments. There is no page when nobody from outside of the case was
 * heard.
 */
export function thirdPartyNotesPages({ file }: DossierContext): readonly Page[] {
  const notes = file.materials.filter(({ kind }) => kind === 'third-party-note');
  if (notes.length === 0) return [];
  const commentsOn = (note: panelReview.MaterialServed) =>
    file.materials.filter(({ kind, about }) => kind === 'comment' && about === note.materialId);
  return [
    {
      name: '08a-third-party-notes',
      title: [
        { lang: 'en', text: 'Notes of third parties' },
        { lang: 'zh-Hans', text: '第三方书面意见' },
      ],
      blocks: [
        paragraph(OWN),
        ...notes.flatMap((note) => [
          ownWords(
            withStanding(
              note,
              say(
                `${note.materialId}, by: ${wordsOf(note.author)}`,
                `${note.materialId}，提出者：${wordsOf(note.author)}`,
              ),
            ),
            readTexts(note.text),
          ),
          ...commentsOn(note).map(({ party, text }) =>
            ownWords(say(`Comment of ${party}`, `${party} 的评论`), readTexts(text)),
          ),
        ]),
      ],
      data: {
        notes: notes.map((note) => ({
          id: note.materialId,
          author: readTexts(note.author),
          servedAt: note.servedAt,
          standing: note.standing || 'own',
          replaces: note.replaces || null,
          text: readTexts(note.text),
          comments: commentsOn(note).map(({ party, servedAt, text }) => ({ party, servedAt, text: readTexts(text) })),
        })),
      },
    },
  ];
}

/** What the registry of one side received says how it stands (I-67). */
const withStanding = ({ standing }: panelReview.MaterialServed, { en, 'zh-Hans': zh }: Bilingual): Bilingual => {
  const how = termOf('paperStands', standing);
  return { en: `${en}${how.en}`, 'zh-Hans': `${zh}${how['zh-Hans']}` };
};

const wordsOf = (name: panelReview.MaterialServed['author']): string => name.map(({ text }) => text).join(' / ');
