import type { Language } from '@parley/kernel';
import type { Output } from './output';

/** The languages of `--lang`. */
export const LANGUAGES: readonly Language[] = ['en', 'zh-Hans'];

/**
 * The language in which a command answers: `--lang`, or what the surroundings speak. It is looked for before the words
 * are read, since their help is in it as well.
 */
export function languageOf(words: readonly string[], env: Output['env']): Language {
  const at = words.indexOf('--lang');
  const asked = at >= 0 ? words[at + 1] : words.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  const given = LANGUAGES.find((lang) => lang === asked);
  const spoken = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return given ?? (/^zh/i.test(spoken) ? 'zh-Hans' : 'en');
}
