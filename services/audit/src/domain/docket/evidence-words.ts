import type { Bilingual } from '@parley/kernel';
import type { Facts } from './public-fact';
import { numberIn, textIn } from './read-facts';

type WordsOfFacts = (facts: Facts) => Bilingual;

/** `#` stands for the exhibit, `@` for the number of its translation. */
const ofExhibit =
  (en: string, zh: string): WordsOfFacts =>
  (facts) => {
    const [exhibit, n] = [textIn(facts, 'exhibitNumber'), String(numberIn(facts, 'n'))];
    const filled = (sentence: string): string => sentence.replace('#', exhibit).replace('@', n);
    return { en: filled(en), 'zh-Hans': filled(zh) };
  };

/** What entries of translations say: that they are there, missing or contested, never which rendering is right. */
export const wordsOfEvidence: Readonly<Record<string, WordsOfFacts>> = {
  'translation-filed': ofExhibit('Translation @ of exhibit # was filed.', '已提交证据 # 的第 @ 份译文。'),
  'translation-missing': ofExhibit('The time for a translation of exhibit # passed without one.', '证据 # 的译文期限届满而未提交。'),
  'translation-challenged': ofExhibit('Translation @ of exhibit # was challenged.', '对证据 # 的第 @ 份译文提出异议。'),
  'translation-challenge-answered': ofExhibit(
    'The challenge of translation @ of exhibit # was answered; both stand side by side.',
    '对证据 # 第 @ 份译文的异议已获答复，两者并列载明。',
  ),
};
