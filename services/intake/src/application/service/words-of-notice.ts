import { bookVersion, headingOf as headingIn } from '@parley/contracts';
import type { Bilingual } from '@parley/kernel';
import type { Notice, NoticeOf, WordsOfNotice } from '../../domain/service/notice';

/** The words of a notice that is made now. */
export const wordsOf = ({ context, event }: NoticeOf): WordsOfNotice => ({
  key: `${context}.${event}`,
  version: bookVersion,
});

/** The heading of a notice, as the book has it in the version that the notice names. */
export const headingOf = ({ words, of: { rule } }: Pick<Notice, 'words' | 'of'>): Bilingual => headingIn(words, rule);
