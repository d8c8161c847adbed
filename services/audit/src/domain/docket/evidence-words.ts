import { numberIn, textIn } from './read-facts';
import type { Sentence } from './sentence';

/** `#` stands for the exhibit, `@` for the number of its translation. */
const ofExhibit =
  (en: string, zh: string): Sentence =>
  (facts) => {
    const [exhibit, n] = [textIn(facts, 'exhibitNumber'), String(numberIn(facts, 'n'))];
    const filled = (sentence: string): string => sentence.replace('#', exhibit).replace('@', n);
    return { en: filled(en), 'zh-Hans': filled(zh) };
  };

/**
 * What entries of translations and of tombstones say: that they are there, never which rendering is right or what was
 * taken away.
 */
export const wordsOfEvidence: Readonly<Record<string, Sentence>> = {
  'translation-filed': ofExhibit('Translation @ of exhibit # was filed.', '已提交证据 # 的第 @ 份译文。'),
  'translation-missing': ofExhibit(
    'The time for a translation of exhibit # passed without one.',
    '证据 # 的译文期限届满而未提交。',
  ),
  'translation-challenged': ofExhibit('Translation @ of exhibit # was challenged.', '对证据 # 的第 @ 份译文提出异议。'),
  'translation-challenge-answered': ofExhibit(
    'The challenge of translation @ of exhibit # was answered; both stand side by side.',
    '对证据 # 第 @ 份译文的异议已获答复，两者并列载明。',
  ),
  'exhibit-withdrawn': ofExhibit(
    'Exhibit # was taken back by its party. Its bytes are not handed out any more.',
    '证据 # 已由提交方撤回，内容不再提供。',
  ),
  'readers-added': ofExhibit('Exhibit # is now on the public record.', '证据 # 现已列入公开记录。'),
  'readers-taken-away': ofExhibit(
    'Exhibit # is read by fewer than before, by decision of both co-heads.',
    '经双方共同负责人决定，证据 # 的读者范围已缩小。',
  ),
};
